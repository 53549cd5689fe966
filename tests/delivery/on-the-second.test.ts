import { beforeAll, describe, expect, it } from "@jest/globals";
import { globalId } from "../../src/kernel/global-id.ts";
import {
  createArticle,
  pathOf,
  publishArticle,
  reviseArticle,
  scheduleArticle,
  setEmbargo,
  setExpiry,
  type ArticleRow,
} from "../../src/newsroom/articles/index.ts";
import { testDatabase } from "../support/database.ts";
import { read } from "../support/delivery.ts";
import { aSection, deskOf, fresh } from "../support/factories.ts";
import { minutes } from "../support/newspaper.ts";

const house = testDatabase();
const desk = () => deskOf(house.db);
const of = { parent: "", section: "" };

beforeAll(async () => {
  of.parent = (await aSection(house.db)).id;
  of.section = (await aSection(house.db, { parent: of.parent })).id;
  const rail = { titleTemplate: "More", maxItems: 20 };
  await house.db.rail.createMany({
    data: [
      { ...rail, key: "pinned", position: 0, fill: "NONE" },
      { ...rail, key: "filled", position: 1, fill: "SECTION" },
      { ...rail, key: "newest", position: 2, fill: "NEWEST" },
    ],
  });
}, 60_000);

const seen = ({ id, version }: ArticleRow) => ({ id, expectedVersion: version });
const paragraph = { type: "paragraph", id: "p1", text: "It came at noon.", spans: [] };

/** An article with its headline, and a live one that shows it wherever one article shows another. */
async function pair(headline: string): Promise<readonly [article: ArticleRow, shows: ArticleRow]> {
  const given = { sectionId: of.section, blocks: [paragraph] };
  const bearer = await publishArticle(
    desk(),
    seen(await createArticle(desk(), { ...given, headline: fresh("Bearer") })),
  );
  const back = { target: { articleId: bearer.id }, reciprocal: true };
  const article = await createArticle(desk(), { ...given, headline, links: [back] });
  const box = { type: "relatedBox", id: "b1", title: "See", items: [{ articleId: article.id }] };
  const shows = await createArticle(desk(), {
    ...{ sectionId: of.section, headline: fresh("Shows"), blocks: [paragraph, box] },
    links: [{ target: { articleId: article.id } }],
  });
  const rail = await house.db.rail.findUniqueOrThrow({ where: { key: "pinned" } });
  const position = await house.db.railPin.count();
  await house.db.railPin.create({ data: { railId: rail.id, position, articleId: article.id } });
  bearers.set(article.id, bearer.id);
  return [article, await publishArticle(desk(), seen(shows))];
}
const bearers = new Map<string, string>();

const exits = `query ($id: ID!, $node: ID!, $slug: String!, $path: String!, $word: String!, $shows: ID!, $bearer: ID!, $section: ID!, $parent: ID!) {
  id: article(by: { id: $id }) { headline }
  slug: article(by: { slug: $slug }) { headline }
  path: article(by: { path: $path }) { headline }
  node: node(id: $node) { ... on Article { headline } }
  nodes: nodes(ids: [$node]) { ... on Article { headline } }
  resolve: resolve(path: $path) { ... on Article { headline } }
  search: search(query: $word) { edges { node { headline } } }
  section: section(by: { id: $section }) { articles(first: 100) { edges { node { headline } } } }
  parent: section(by: { id: $parent }) { articles(first: 100, includeChildren: true) { edges { node { headline } } } }
  shows: article(by: { id: $shows }) { relatedLinks { headline } }
  box: article(by: { id: $shows }) { blocks { ... on RelatedBoxBlock { links { headline } } } }
  back: article(by: { id: $bearer }) { relatedLinks { headline } }
  pinned: article(by: { id: $shows }) { rails { key items { headline } } }
}`;

/** At which exits a headline is to be read at a moment. */
async function shownAt(article: ArticleRow, shows: ArticleRow, headline: string, at: Date): Promise<readonly string[]> {
  const { id, slug } = article;
  const variables = {
    ...{ id, slug, node: globalId("Article", id), path: pathOf(article) ?? "/", word: headline.split(" ")[0] },
    ...{ shows: shows.id, bearer: bearers.get(id), ...of },
  };
  const answer = await read(house, exits, variables, at);
  const rails = (answer["pinned"] as { rails: readonly { key: string; items: unknown }[] }).rails;
  const all = { ...answer, pinned: null, ...Object.fromEntries(rails.map(({ key, items }) => [`rail ${key}`, items])) };
  return Object.entries(all).flatMap(([exit, told]) => (JSON.stringify(told).includes(headline) ? [exit] : []));
}

const everyExit = [
  ...["id", "slug", "path", "node", "nodes", "resolve", "search", "section", "parent", "shows", "box", "back"],
  ...["rail pinned", "rail filled", "rail newest"],
];
const second = (at: Date, by: number): Date => new Date(at.getTime() + by * 1000);

describe("at every exit", () => {
  it("a scheduled article is absent one second before its time, and there on it", async () => {
    const [draft, shows] = await pair("Zeppelin lands");
    const at = minutes(60);
    const planned = await scheduleArticle(desk(), { ...seen(draft), at });
    expect(await shownAt(planned, shows, "Zeppelin lands", second(at, -1))).toEqual([]);
    expect(await shownAt(planned, shows, "Zeppelin lands", second(at, 0))).toEqual(everyExit);
    expect(await shownAt(planned, shows, "Zeppelin lands", second(at, 1))).toEqual(everyExit);
  });

  it("one under embargo until the same time does not come before it", async () => {
    const [draft, shows] = await pair("Gondola sinks");
    const until = minutes(60);
    const under = await setEmbargo(desk(), { ...seen(draft), until });
    const planned = await scheduleArticle(desk(), { ...seen(under), at: until });
    expect(await shownAt(planned, shows, "Gondola sinks", second(until, -1))).toEqual([]);
    expect(await shownAt(planned, shows, "Gondola sinks", until)).toEqual(everyExit);
  });

  it("the next revision takes the place of the live one on the second", async () => {
    const [draft, shows] = await pair("Balloon rises");
    const live = await publishArticle(desk(), seen(draft));
    const revised = await reviseArticle(desk(), { ...seen(live), changes: { headline: "Parachute opens" } });
    const at = minutes(60);
    const planned = await scheduleArticle(desk(), { ...seen(revised), at });
    expect(await shownAt(planned, shows, "Balloon rises", second(at, -1))).toEqual(everyExit);
    expect(await shownAt(planned, shows, "Parachute opens", second(at, -1))).toEqual([]);
    expect(await shownAt(planned, shows, "Balloon rises", at)).toEqual([]);
    expect(await shownAt(planned, shows, "Parachute opens", at)).toEqual(everyExit);
  });

  it("an article that expires is there one second before, and gone on the second", async () => {
    const [draft, shows] = await pair("Glider soars");
    const live = await publishArticle(desk(), seen(draft));
    const at = minutes(60);
    const ending = await setExpiry(desk(), { ...seen(live), expiresAt: at });
    expect(await shownAt(ending, shows, "Glider soars", second(at, -1))).toEqual(everyExit);
    expect(await shownAt(ending, shows, "Glider soars", at)).toEqual([]);
  });
});
