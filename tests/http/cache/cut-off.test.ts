import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { HttpServer } from "../../../src/http/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { plant, type Planted } from "../../support/newspaper.ts";
import { layWire, type SilentWire } from "./silent-wire.ts";
import { openServer, post, until } from "./world.ts";

const house = testDatabase();
const state: { wire?: SilentWire; server?: HttpServer; sectionId: string } = { sectionId: "" };
const url = () => state.server?.url ?? "";
/** A kept answer is served for so long after it was computed while no change can be heard, in milliseconds. */
const DEAF_FOR = 5_000;
/** What a machine that does many things at once may take for one request. */
const SLACK = 500;

beforeAll(async () => {
  state.sectionId = (await aSection(house.db, { name: "Harbour", slug: "harbour" })).id;
  state.wire = await layWire(house.url);
  state.server = await openServer({ database: { ...house.database, url: state.wire.url } });
}, 120_000);
afterAll(async () => {
  await state.server?.close();
  await state.wire?.close();
});

const headlineOf = ({ slug }: Planted) => ({ query: `{ article(by: { slug: "${slug}" }) { headline } }` });
const hits = () => state.server?.counters?.hits ?? 0;

async function isKept(article: Planted): Promise<boolean> {
  const before = hits();
  await post(url(), headlineOf(article));
  return hits() > before;
}

/** An article whose answer is kept. */
async function kept(headline: string): Promise<Planted> {
  const article = await plant(house.db, { sectionId: state.sectionId, headline });
  await until(() => isKept(article));
  return article;
}

const retitle = async ({ id, revisionId }: Planted, headline: string): Promise<void> => {
  await house.pool.query("update live_card set headline = $2 where revision_id = $1", [revisionId, headline]);
  const tell = "select emit_change('updated', 'article', $1::uuid, now(), array['article:' || $1::uuid])";
  await house.pool.query(tell, [id]);
};

/** Asks until the new headline comes; gives how long the old one was served. */
const untilSeen = (article: Planted, headline: string): Promise<number> =>
  until(async () => (await post(url(), headlineOf(article))).text.includes(`"${headline}"`));

describe("A server that changes do not reach", () => {
  it("because the wire went silent, serves nothing kept for longer than five seconds", async () => {
    const [ferry, tram] = [await kept("Old ferry"), await kept("Old tram")];
    state.wire?.mute();
    await retitle(ferry, "New ferry");
    await retitle(tram, "New tram");
    expect((await post(url(), headlineOf(ferry))).text).toContain("Old ferry");
    const served = await Promise.all([untilSeen(ferry, "New ferry"), untilSeen(tram, "New tram")]);
    for (const time of served) {
      // Had it heard, the old words would have been gone in moments.
      expect(time).toBeGreaterThan(1_000);
      expect(time).toBeLessThan(DEAF_FOR + SLACK);
    }
    const { headers } = await post(url(), headlineOf(ferry));
    expect(headers["cache-control"]).toMatch(/^public, max-age=0, s-maxage=[0-4]$/);
  }, 60_000);

  it("hears what it missed once the wire works again, and keeps answers as long as before", async () => {
    const ferry = await plant(house.db, { sectionId: state.sectionId, headline: "Missed ferry" });
    await post(url(), headlineOf(ferry));
    await retitle(ferry, "Found ferry");
    state.wire?.restore();
    expect(await untilSeen(ferry, "Found ferry")).toBeLessThan(DEAF_FOR + SLACK);
    await until(async () => {
      const { headers } = await post(url(), headlineOf(ferry));
      return /s-maxage=[3-6]\d/.test(headers["cache-control"] ?? "");
    }, 15_000);
    await retitle(ferry, "Heard ferry");
    expect(await untilSeen(ferry, "Heard ferry")).toBeLessThan(1_000);
  }, 60_000);

  it("because its connection is ended again and again, shows a change within five seconds all the same", async () => {
    const ferry = await kept("Old boat");
    const end =
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dateline-changes' and datname = current_database()";
    const cutting = { on: true, ended: 0 };
    const cut = (async () => {
      while (cutting.on) {
        cutting.ended += (await house.pool.query(end)).rowCount ?? 0;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    })();
    try {
      await until(() => cutting.ended > 2);
      await retitle(ferry, "New boat");
      expect(await untilSeen(ferry, "New boat")).toBeLessThan(DEAF_FOR + SLACK);
    } finally {
      cutting.on = false;
      await cut;
    }
    await until(() => isKept(ferry), 15_000);
    await until(async () => {
      await retitle(ferry, "Calm boat");
      return (await post(url(), headlineOf(ferry))).text.includes("Calm boat");
    });
  }, 60_000);
});
