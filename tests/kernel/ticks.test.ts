import { createHook } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "@jest/globals";
import { rootFolder } from "../../src/kernel/host/index.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The objects of all ticks there are while something is done, held weakly. */
async function ticksOf(something: () => unknown): Promise<readonly WeakRef<object>[]> {
  const ticks: WeakRef<object>[] = [];
  const hook = createHook({
    init: (_id, type, _trigger, made) => type === "TickObject" && ticks.push(new WeakRef(made)),
  });
  hook.enable();
  await something();
  hook.disable();
  return ticks;
}

async function leftOf(ticks: readonly WeakRef<object>[]): Promise<number> {
  // What was held weakly is held until the turn is over.
  await new Promise((resolve) => setTimeout(resolve, 10));
  collect();
  return ticks.filter((tick) => tick.deref() !== undefined).length;
}

describe("The objects of ticks", () => {
  it("are all forgotten when their tick is over", async () => {
    const ticks = await ticksOf(() => {
      process.nextTick(() => undefined);
    });
    expect(ticks.length).toBeGreaterThan(0);
    expect(await leftOf(ticks)).toBe(0);
  });

  it("are kept by one, once the house has asked for it", async () => {
    const ticks = await ticksOf(() => import("../../src/kernel/ticks.ts"));
    expect(await leftOf(ticks)).toBe(1);
  });

  it("are looked after before anything else is loaded", () => {
    const main = readFileSync(join(rootFolder, "src/main.ts"), "utf8");
    expect(/^import .*$/m.exec(main)?.[0]).toBe('import "./kernel/ticks.ts";');
  });
});
