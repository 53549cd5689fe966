import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { prepareDataFolder } from "../../../src/database/embedded/data-folder.ts";
import { takeLock } from "../../../src/database/embedded/file-lock.ts";
import { removeEmbedded } from "../../../src/database/embedded/index.ts";
import { placesIn } from "../../../src/database/embedded/places.ts";
import { ask, embeddedWorld } from "./world.ts";

const world = embeddedWorld();
afterAll(() => world.tidy(), 60_000);

const refusedAs = (code: string) => expect.objectContaining({ code });

describe("the data folder", () => {
  it("is not taken where other things lie, nor removed", () => {
    const foreign = join(world.parent, "foreign");
    mkdirSync(foreign);
    writeFileSync(join(foreign, "thesis.txt"), "ours");
    expect(() => {
      prepareDataFolder(placesIn(foreign));
    }).toThrow(refusedAs("CONFIG_INVALID"));
    expect(() => {
      removeEmbedded(foreign);
    }).toThrow(refusedAs("NOT_FOUND"));
    expect(existsSync(join(foreign, "thesis.txt"))).toBe(true);
  });

  it("keeps a password nobody else may read, and the server wants it", async () => {
    const user = await world.start();
    expect(statSync(world.places.password).mode & 0o777).toBe(0o600);
    expect(user.url).toContain(readFileSync(world.places.password, "utf8").trim());
    const withoutIt = Object.assign(new URL(user.url), { password: "guessed" }).href;
    await expect(ask(withoutIt, "select 1")).rejects.toMatchObject({ code: "28P01" });
    await user.leave();
  }, 120_000);

  it("says so when the file of the password is gone", async () => {
    const password = readFileSync(world.places.password, "utf8");
    writeFileSync(world.places.password, "");
    await expect(world.start()).rejects.toThrow(/DATABASE_UNFIT.*password file .* is gone/);
    expect(readFileSync(world.places.guardLog, "utf8")).toMatch(/password file .* is gone/);
    writeFileSync(world.places.password, password);
    await (await world.start()).leave();
  }, 60_000);

  it("goes to another port when somebody else has taken the last one", async () => {
    const port = Number(readFileSync(world.places.port, "utf8"));
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const user = await world.start();
    expect(Number(new URL(user.url).port)).not.toBe(port);
    await user.leave();
    other.close();
  }, 60_000);

  it("is removed only while nobody uses it", async () => {
    const user = await world.start();
    expect(() => {
      removeEmbedded(world.dataDir);
    }).toThrow(refusedAs("IN_USE"));
    await user.leave();
    removeEmbedded(world.dataDir);
    expect(existsSync(world.dataDir)).toBe(false);
  }, 60_000);
});

describe("a lock", () => {
  it("is held against everybody until it is released", () => {
    const path = join(world.parent, "a.lock");
    const lock = takeLock(path);
    expect(takeLock(path)).toBeNull();
    lock?.release();
    expect(takeLock(path)).not.toBeNull();
  });

  it("counts for nothing once its owner has died, though another process bears its number", () => {
    const path = join(world.parent, "b.lock");
    writeFileSync(path, JSON.stringify({ pid: process.pid, born: "long ago", token: "x" }));
    expect(takeLock(path)).not.toBeNull();
    writeFileSync(join(world.parent, "c.lock"), "half a lo");
    expect(takeLock(join(world.parent, "c.lock"))).not.toBeNull();
  });
});
