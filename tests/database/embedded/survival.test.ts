import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ask, embeddedWorld, lives, until } from "./world.ts";

const world = embeddedWorld();

beforeAll(async () => {
  const user = await world.start();
  await ask(user.url, "create table kept (what text); insert into kept values ('first')");
  await user.leave();
}, 120_000);
afterAll(() => world.tidy(), 60_000);

const kept = (url: string) => ask(url, "select what from kept");

describe("the embedded database", () => {
  it("stops with its last user and keeps what was written", async () => {
    expect(world.idle()).toBe(true);
    const user = await world.start();
    expect(await kept(user.url)).toEqual([{ what: "first" }]);
    await user.leave();
    expect(world.idle()).toBe(true);
  }, 60_000);

  it("is one for all who start it at once, and stays until the last has gone", async () => {
    const [one, two] = await Promise.all([world.start(), world.start()]);
    expect(one.url).toBe(two.url);
    await one.leave();
    expect(await kept(two.url)).toEqual([{ what: "first" }]);
    await two.leave();
    expect(world.idle()).toBe(true);
  }, 60_000);

  it("stops by itself when its only user is killed", async () => {
    const user = await world.start();
    user.kill();
    await until(world.idle, "the database has stopped");
    expect(world.postmaster()).toBe(0);
  }, 60_000);

  it("comes back under the same address when its guard is killed beside a living user", async () => {
    const user = await world.start();
    const [guard, postmaster] = [world.guard(), world.postmaster()];
    process.kill(guard, "SIGKILL");
    await until(() => world.postmaster() !== 0 && world.postmaster() !== postmaster, "another server runs");
    await until(
      () =>
        kept(user.url).then(
          () => true,
          () => false,
        ),
      "the same address answers",
    );
    await user.leave();
    expect(world.idle()).toBe(true);
  }, 60_000);

  it("leaves nothing running when user and guard are killed together", async () => {
    const user = await world.start();
    const postmaster = world.postmaster();
    user.kill();
    process.kill(world.guard(), "SIGKILL");
    await until(() => !lives(postmaster), "the server has ended");
    const next = await world.start();
    expect(await kept(next.url)).toEqual([{ what: "first" }]);
    await next.leave();
  }, 60_000);

  it("recovers what was committed when the server itself is killed", async () => {
    const user = await world.start();
    await ask(user.url, "insert into kept values ('second')");
    process.kill(world.postmaster(), "SIGKILL");
    await until(
      () =>
        kept(user.url).then(
          (rows) => rows.length === 2,
          () => false,
        ),
      "the server has recovered",
    );
    await ask(user.url, "delete from kept where what = 'second'");
    await user.leave();
  }, 60_000);

  it("starts again after everything was killed at once", async () => {
    const user = await world.start();
    const [guard, postmaster] = [world.guard(), world.postmaster()];
    user.kill();
    process.kill(guard, "SIGKILL");
    process.kill(postmaster, "SIGKILL");
    const next = await world.start();
    expect(await kept(next.url)).toEqual([{ what: "first" }]);
    await next.leave();
    expect(world.idle()).toBe(true);
  }, 60_000);
});
