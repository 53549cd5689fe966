import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { rootFolder } from "../../src/kernel/host/index.ts";

interface Lock {
  withLock: <T>(path: string, waiting: () => void, work: () => Promise<T>) => Promise<T>;
}
interface Stamp {
  isFresh: (file: string, inputs: readonly string[]) => boolean;
  stampOf: (inputs: readonly string[]) => unknown;
  writeStamp: (file: string, stamp: unknown) => void;
}

const library = async (name: string): Promise<unknown> => import(join(rootFolder, "scripts/lib", name));
const { withLock } = (await library("lock.mjs")) as Lock;
const { isFresh, stampOf, writeStamp } = (await library("stamp.mjs")) as Stamp;

const folder = mkdtempSync(join(tmpdir(), "dateline scripts "));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the lock of a start", () => {
  it("lets one work at a time, and tells the one who waits once", async () => {
    const path = join(folder, "turn.lock");
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      events.push(`${name} out`);
    };
    const waiting = () => events.push("waits");
    await Promise.all([withLock(path, waiting, work("one")), withLock(path, waiting, work("two"))]);
    expect(events).toEqual(["one in", "waits", "one out", "two in", "two out"]);
  });

  it("is free again when its owner was killed", async () => {
    const path = join(folder, "killed.lock");
    const script = `const { withLock } = await import(${JSON.stringify(join(rootFolder, "scripts/lib/lock.mjs"))});
      await withLock(${JSON.stringify(path)}, () => {}, () => { console.log("in"); return new Promise(() => setInterval(() => {}, 1000)); });`;
    const owner = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(owner.stdout, "data");
    owner.kill("SIGKILL");
    await once(owner, "close");
    const told: string[] = [];
    await expect(
      withLock(
        path,
        () => told.push("waits"),
        () => Promise.resolve("mine"),
      ),
    ).resolves.toBe("mine");
    expect(told).toEqual([]);
  });
});

describe("the stamp of what was made", () => {
  const source = join(folder, "source");
  const inputs = [relative(rootFolder, source)];
  const stamp = join(folder, "made.stamp");
  mkdirSync(source);
  writeFileSync(join(source, "a.ts"), "one");

  it("is fresh while the inputs are the same, also when only their times have changed", () => {
    expect(isFresh(stamp, inputs)).toBe(false);
    writeStamp(stamp, stampOf(inputs));
    const before = readFileSync(stamp, "utf8");
    expect(isFresh(stamp, inputs)).toBe(true);
    utimesSync(join(source, "a.ts"), 1, 1);
    expect(isFresh(stamp, inputs)).toBe(true);
    expect(readFileSync(stamp, "utf8")).not.toBe(before);
  });

  it("is stale when an input changes, appears or goes", () => {
    writeFileSync(join(source, "b.ts"), "two");
    expect(isFresh(stamp, inputs)).toBe(false);
    writeStamp(stamp, stampOf(inputs));
    writeFileSync(join(source, "b.ts"), "changed");
    expect(isFresh(stamp, inputs)).toBe(false);
    writeStamp(stamp, stampOf(inputs));
    rmSync(join(source, "a.ts"));
    expect(isFresh(stamp, inputs)).toBe(false);
  });
});
