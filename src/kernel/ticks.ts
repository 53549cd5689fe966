import { createHook } from "node:async_hooks";

/*
 * Keeps one of the objects `process.nextTick` makes, so that V8 keeps their shape. Between two ticks none of them is in
 * use, and a full collection forgets a shape nobody uses. The next tick then gets a new one, which V8 (as of Node 20)
 * takes for a second shape, and from then on it makes every tick the slow way, for good. A reply needs five or more: a
 * fifth of what a kept answer costs. To be imported before the rest of the house, whose loading collects. (Promises pay
 * a little for good once a hook has been in use; on Node 20 and 22 AsyncLocalStorage, which we need, has them pay too.)
 */
let kept: object | null = null;

const hook = createHook({
  init: (_id, type, _trigger, made) => {
    if (type === "TickObject") kept = made;
  },
});
hook.enable();
// Read here, so that nobody takes the variable for one that is never read.
process.nextTick(() => kept);
hook.disable();
