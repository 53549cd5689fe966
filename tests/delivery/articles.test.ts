import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import pg from "pg";
import { articlePath } from "../../src/domain/slug/index.ts";
import { isLive, liveRevisionId, readersUpdatedAt } from "../../src/domain/lifecycle/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";
import { testDatabase } from "../support/database.ts";
import { ask, read } from "../support/delivery.ts";
import { sampleNewsroom } from "../support/sample.ts";

const house = testDatabase(sampleNewsroom);
const screen = (name: string): string =>
  readFileSync(join(rootFolder, "schema/operations/reader", `${name}.graphql`), "utf8");

/** The statements an answer takes, whoever sends them. */
async function statements(query: string, variables: Record<string, unknown> = {}): Promise<readonly string[]> {
  const spy = jest.spyOn(pg.Client.prototype, "query");
  await read(house, query, variables);
  const sent = spy.mock.calls.map(([statement]) => JSON.stringify(statement));
  spy.mockRestore();
  return sent;
}

describe("What readers see of an article", () => {
  it("is what the rules of the lifecycle and the path say, for every article of the sample", async () => {
    const articles = await house.db.article.findMany({
      omit: { visibleFrom: true, visibleUntil: true },
      include: { section: { select: { path: true } } },
    });
    expect(articles.length).toBeGreaterThan(50);
    const now = new Date();
    const query = `query ($id: ID!) { article(by: { id: $id }) { path updatedAt headline } }`;
    const headlines = new Map(
      (await house.db.revision.findMany({ select: { id: true, headline: true } })).map(({ id, headline }) => [
        id,
        headline,
      ]),
    );
    for (const article of articles) {
      const { data } = await ask(house, query, { id: article.id }, { lens: { at: now } });
      const seen = data?.["article"] as { path: string; updatedAt: string; headline: string } | null;
      expect([article.slug, seen !== null]).toEqual([article.slug, isLive(article, now)]);
      if (seen === null || article.pathDate === null) continue;
      const { slug, section, pathDate } = article;
      expect(seen.path).toBe(articlePath({ sectionPath: section.path, firstPublishedAt: pathDate, zone: "UTC", slug }));
      expect(seen.headline).toBe(headlines.get(liveRevisionId(article, now) ?? ""));
      expect(new Date(seen.updatedAt)).toEqual(readersUpdatedAt(article, now));
    }
  });

  it("takes one statement a root field, however much there is of it", async () => {
    const home = screen("HomeScreen");
    // One for the section, one for the sections to go on to.
    expect(await statements(home, { first: 2 })).toHaveLength(2);
    expect(await statements(home, { first: 20 })).toHaveLength(2);
    const branches =
      "query ($n: Int) { sections { children { articles(first: $n) { totalCount edges { node { headline } } } } } }";
    expect(await statements(branches, { n: 20 })).toHaveLength(1);
  });

  it("never takes along a body nobody asked for", async () => {
    const texts = (await statements(screen("HomeScreen"))).join();
    expect(texts).toMatch(/live_card/);
    expect(texts).not.toMatch(/blocks|revision r/);
  });
});
