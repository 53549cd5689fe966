import { createHook } from "node:async_hooks";

/**
 * Keeps one of the objects `process.nextTick` makes, so that V8 keeps their shape. Between two ticks none of them is in
 * use, and a full collection forgets a shape nobody uses; the next tick gets a new one, which V8 (as of Node 20) takes for
 * a second, and from then on it makes every tick the slow way, for good. A reply needs five or more: a fifth of what a
 * kept answer costs. To be imported before what collects: the rest of the house.
 */
let kept: object | null = null;

const hook = createHook({
  init: (_id, type, _trigger, made) => {
    if (type === "TickObject") kept = made;
  },
});
hook.enable();
process.nextTick(() => kept);
hook.disable();
