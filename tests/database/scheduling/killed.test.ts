import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { migrate } from "../../../src/database/migrate/index.ts";
import { rootFolder } from "../../../src/kernel/host/index.ts";
import { ask, embeddedWorld, until, type User } from "../embedded/world.ts";

const world = embeddedWorld();
// The whole of it takes some minutes: LONG_TESTS=yes npm test -- scheduling.
const many = process.env["LONG_TESTS"] === undefined ? 300 : 2_000;
const noon = Date.now() + 6 * 3_600_000;
const workers: ChildProcess[] = [];
const here: { user?: User } = {};

const id = (noun: string): string =>
  `overlay(overlay(md5('${noun}' || n) placing '8' from 13) placing 'a' from 17)::uuid`;
const drafts = `
  begin;
  insert into section (id, slug, name, path, position) values (gen_random_uuid(), 'late', 'Late', 'late', 0);
  insert into article (id, section_id, slug, head_revision_id)
    select ${id("article")}, (select id from section), 'late-' || n, ${id("revision")} from generate_series(1, ${String(many)}) n;
  insert into article_slug (slug, article_id) select 'late-' || n, ${id("article")} from generate_series(1, ${String(many)}) n;
  insert into revision (id, article_id, number, headline, blocks) select ${id("revision")}, ${id("article")}, 1, 'Late ' || n,
    '[{"id":"p","type":"paragraph","text":"At noon.","spans":[]}]' from generate_series(1, ${String(many)}) n;
  commit`;

beforeAll(async () => {
  here.user = await world.start();
  await migrate(here.user.url, { tell: () => undefined });
  await ask(here.user.url, drafts);
}, 300_000);
afterAll(async () => {
  workers.forEach((worker) => worker.kill("SIGKILL"));
  await here.user?.leave();
  await world.tidy();
}, 120_000);

function work(url: string): ChildProcess {
  const program = join(rootFolder, "tests/database/scheduling/worker.mjs");
  const child = spawn(process.execPath, [program, url, String(noon + workers.length * 1000)], { stdio: "inherit" });
  workers.push(child);
  return child;
}

const rowsOf = async <Row>(sql: string): Promise<readonly Row[]> =>
  (await ask(here.user?.url ?? "", sql)) as unknown as readonly Row[];
const countOf = async (sql: string): Promise<number> => (await rowsOf<{ many: number }>(sql))[0]?.many ?? -1;
const scheduled = () => countOf("select count(*)::int as many from article where state = 'PUBLISHED'").catch(() => -1);

describe(`${String(many)} publications, whoever dies while they are scheduled,`, () => {
  it("are each told once, none by halves, and need nobody when their time comes", async () => {
    const url = here.user?.url ?? "";
    work(url);
    const second = work(url);
    await until(async () => (await scheduled()) > many / 8, "some are scheduled", 400_000);
    second.kill("SIGKILL");
    work(url);
    await until(async () => (await scheduled()) > many / 4, "more are scheduled", 400_000);
    // Immediate mode: no connection is closed in good order, and the log has to be replayed.
    process.kill(world.postmaster(), "SIGQUIT");
    await sleep(200);
    await until(async () => (await scheduled()) > many / 2, "it goes on after the database came back", 400_000);
    workers.forEach((worker) => worker.kill("SIGKILL"));
    const last = work(url);
    const [code] = (await once(last, "exit")) as [number | null];
    expect(code).toBe(0);

    // Nobody works any more: what follows is only the clock.
    expect(await scheduled()).toBe(many);
    expect(
      await rowsOf(`select count(*)::int as rows, count(distinct entity_id)::int as articles, min(boundary) as first, max(boundary) as last
        from change c where entity_type = 'article'`),
    ).toEqual([{ rows: many, articles: many, first: "published", last: "published" }]);
    expect(
      await countOf(`select count(*)::int as many from article a join change c on c.entity_id = a.id and c.due_at = a.published_at
        where a.first_published_at = a.published_at and a.live_revision_id = a.head_revision_id and a.version = 2`),
    ).toBe(many);
    expect(await countOf("select count(*)::int as many from article where not in_step(id)")).toBe(0);
    expect(await countOf("select count(*)::int as many from audit_event where action = 'article:schedule'")).toBe(many);
    const readable = (at: number) =>
      countOf(`select count(*)::int as many from live_card
        where visible_from <= to_timestamp(${String(at / 1000)}) and visible_until > to_timestamp(${String(at / 1000)})`);
    expect(await readable(noon - 1000)).toBe(0);
    expect(await readable(noon + workers.length * 1000)).toBe(many);
  }, 1_500_000);
});
