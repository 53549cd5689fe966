import { afterEach, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { listenForChanges, type Ahead, type Change, type ChangeListener } from "../../src/database/changes/index.ts";
import { silentLog } from "../../src/kernel/log.ts";
import { testDatabase } from "../support/database.ts";
import { until } from "../http/cache/world.ts";

const house = testDatabase();
const open: ChangeListener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

interface Heard {
  readonly told: Change[];
  readonly ahead: Ahead[];
  readonly offsets: number[];
  beats: number;
  silences: number;
  lost: number;
}

async function listen(): Promise<Heard> {
  const heard: Heard = { told: [], ahead: [], offsets: [], beats: 0, silences: 0, lost: 0 };
  const ears = {
    clock: (offset: number) => heard.offsets.push(offset),
    changed: (changes: readonly Change[]) => heard.told.push(...changes),
    lostTrack: () => (heard.lost += 1),
    ahead: (ahead: Ahead) => heard.ahead.push(ahead),
    heard: () => (heard.beats += 1),
    silent: () => (heard.silences += 1),
  };
  open.push(listenForChanges(house.url, { log: silentLog, ears }));
  await until(() => heard.beats > 0);
  return heard;
}

const emit = (client: pg.Pool | pg.ClientBase, tag: string, due = "now()") =>
  client.query(`select emit_change('updated', 'test', gen_random_uuid(), ${due}, array['${tag}'])`);
const tags = ({ told }: Heard) => told.flatMap((change) => change.tags);

describe("Whoever listens for changes", () => {
  it("is told each of them once, in moments, and none from before", async () => {
    await emit(house.pool, "before");
    const heard = await listen();
    await emit(house.pool, "one");
    expect(await until(() => tags(heard).length > 0)).toBeLessThan(300);
    await Promise.all(["two", "three", "four"].map((tag) => emit(house.pool, tag)));
    await until(() => tags(heard).length >= 4);
    const { beats } = heard;
    await until(() => heard.beats > beats + 1);
    expect(tags(heard).sort()).toEqual(["four", "one", "three", "two"]);
  });

  it("is told a transaction when it is committed, however long it took and what came in between", async () => {
    const heard = await listen();
    const slow = new pg.Client({ connectionString: house.url });
    await slow.connect();
    await slow.query("begin");
    await emit(slow, "slow");
    await emit(house.pool, "quick");
    await until(() => tags(heard).includes("quick"));
    const { beats } = heard;
    await until(() => heard.beats > beats + 1);
    expect(tags(heard)).toEqual(["quick"]);
    await slow.query("commit");
    await slow.end();
    await until(() => tags(heard).includes("slow"));
    expect(tags(heard)).toEqual(["quick", "slow"]);
  });

  it("finds what nobody was notified of", async () => {
    const heard = await listen();
    await house.pool.query(
      "insert into change (boundary, entity_type, entity_id, due_at, tags) values ('x', 'x', gen_random_uuid(), now(), array['quiet'])",
    );
    expect(await until(() => tags(heard).includes("quiet"))).toBeLessThan(2_500);
  });

  it("is told after a lost connection what happened meanwhile", async () => {
    const heard = await listen();
    await house.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dateline-changes' and datname = current_database()",
    );
    await emit(house.pool, "meanwhile");
    await until(() => tags(heard).includes("meanwhile"));
    expect([heard.silences, heard.lost]).toEqual([1, 0]);
  });

  it("is told to drop everything when more happened than can be told", async () => {
    const heard = await listen();
    await house.pool.query(
      "select emit_change('updated', 'test', gen_random_uuid(), now(), array['many:' || n]) from generate_series(1, 4500) n",
    );
    await until(() => heard.lost === 1);
    await emit(house.pool, "afterwards");
    await until(() => tags(heard).includes("afterwards"));
  });

  it("knows what the clock will do in the coming hour, and the database's clock", async () => {
    await emit(house.pool, "soon", "now() + interval '10 minutes'");
    await emit(house.pool, "far", "now() + interval '5 hours'");
    const heard = await listen();
    const [ahead] = heard.ahead;
    const known = ahead?.changes.flatMap((change) => change.tags) ?? [];
    expect([known.includes("soon"), known.includes("far")]).toEqual([true, false]);
    expect((ahead?.until ?? 0) - Date.now()).toBeGreaterThan(3_600_000);
    const [offset = 0] = heard.offsets;
    expect(Math.abs(performance.now() + offset - Date.now())).toBeLessThan(500);
  });

  it("waits for a database that is not there, and can be closed meanwhile", async () => {
    const ears = {
      clock: () => 0,
      changed: () => 0,
      lostTrack: () => 0,
      ahead: () => 0,
      heard: () => 0,
      silent: () => 0,
    };
    const nowhere = listenForChanges("postgresql://nobody@127.0.0.1:1/none", { log: silentLog, ears });
    await new Promise((resolve) => setTimeout(resolve, 120));
    await nowhere.close();
  });
});
