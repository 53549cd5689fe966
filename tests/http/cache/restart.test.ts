import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { openDatabase, type Database } from "../../../src/database/client.ts";
import { migrate } from "../../../src/database/migrate/index.ts";
import type { HttpServer } from "../../../src/http/index.ts";
import { silentLog } from "../../../src/kernel/log.ts";
import { embeddedWorld } from "../../database/embedded/world.ts";
import { aSection } from "../../support/factories.ts";
import { plant, type Planted } from "../../support/newspaper.ts";
import { openServer, post, until } from "./world.ts";

// A Postgres of our own that keeps what it was told; its guard starts it again whenever it stops.
const world = embeddedWorld();
const state: { database?: Database; server?: HttpServer; sectionId: string } = { sectionId: "" };
const url = () => state.server?.url ?? "";
const hits = () => state.server?.counters?.hits ?? 0;
/** A kept answer is served for so long after it was computed while no change can be heard, in milliseconds. */
const DEAF_FOR = 5_000;
/** What a machine that does many things at once may take for one request. */
const SLACK = 500;

beforeAll(async () => {
  const { url: address } = await world.start();
  await migrate(address);
  state.database = openDatabase(address, { connections: 4, log: silentLog });
  state.sectionId = (await aSection(state.database.db, { name: "Harbour", slug: "harbour" })).id;
  state.server = await openServer({ database: state.database });
}, 180_000);
afterAll(async () => {
  await state.server?.close();
  await state.database?.close();
  await world.tidy();
}, 60_000);

const headlineOf = ({ slug }: Planted) => ({ query: `{ article(by: { slug: "${slug}" }) { headline } }` });

async function isKept(article: Planted): Promise<boolean> {
  const before = hits();
  const { text } = await post(url(), headlineOf(article));
  return hits() > before && text.startsWith('{"data"');
}

async function kept(headline: string): Promise<Planted> {
  const article = await plant(state.database!.db, { sectionId: state.sectionId, headline });
  await until(() => isKept(article));
  return article;
}

/** Gives an article another headline over a connection of its own; false while the database cannot be reached. */
async function retitle({ id, revisionId }: Planted, headline: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: state.database?.url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("begin");
    await client.query("update live_card set headline = $2 where revision_id = $1", [revisionId, headline]);
    const tell = "select emit_change('updated', 'article', $1::uuid, now(), array['article:' || $1::uuid])";
    await client.query(tell, [id]);
    await client.query("commit");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const shows = async (article: Planted, headline: string): Promise<boolean> =>
  (await post(url(), headlineOf(article))).text.includes(`"${headline}"`);

describe.each([
  ["fast", "SIGINT"],
  ["immediate", "SIGQUIT"],
] as const)("When Postgres is stopped (%s) and comes back", (how, signal) => {
  it("a change nobody could be told of is found, the old answer is gone, and others are kept as before", async () => {
    const [ferry, tram] = [await kept(`Old ferry, ${how}`), await kept(`A tram, ${how}`)];
    const before = world.postmaster();
    process.kill(before, signal);
    await until(() => world.postmaster() !== before, 30_000);
    await until(() => retitle(ferry, `New ferry, ${how}`), 30_000);
    const changed = performance.now();
    const seen = await until(() => shows(ferry, `New ferry, ${how}`), 30_000);
    expect(seen).toBeLessThan(DEAF_FOR + SLACK);
    while (performance.now() < changed + DEAF_FOR + SLACK) {
      expect(await shows(ferry, `New ferry, ${how}`)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // It listens again: what is kept may be kept long, and the next change is heard at once.
    await until(async () => {
      const { headers } = await post(url(), headlineOf(ferry));
      return /s-maxage=[3-6]\d/.test(headers["cache-control"] ?? "");
    }, 15_000);
    const misses = state.server?.counters?.misses;
    expect(await shows(tram, `A tram, ${how}`)).toBe(true);
    expect(state.server?.counters?.misses).toBe(misses);
    expect(await retitle(ferry, `Next ferry, ${how}`)).toBe(true);
    expect(await until(() => shows(ferry, `Next ferry, ${how}`))).toBeLessThan(1_000);
  }, 120_000);
});
