import { questionsOf, screen, some, turning, type Asked } from "../../../delivery/invalidation/answers.ts";
import type { Newsroom } from "../../../delivery/plan/newsroom/newsroom.ts";
import { poolsOf } from "../../../delivery/plan/question/pools.ts";
import type { TestDatabase } from "../../../support/database.ts";

/** How many questions of a kind a reader's app asks here. */
const most: Readonly<Record<string, number>> = {
  ...{ article: 8, card: 6, section: 3, home: 3, branch: 3, resolve: 8, search: 3, node: 3, tree: 1, offline: 1 },
};

const list = "articles(first: 5) { totalCount edges { node { headline } } }";

/** Every stored operation of readers about what there is, and answers that are nothing: nulls, empty lists, no hits. */
export async function screensOf({ db }: TestDatabase, newsroom: Newsroom): Promise<readonly Asked[]> {
  const wide = questionsOf(await poolsOf(db, newsroom, async () => []), newsroom);
  const few = Object.entries(most).flatMap(([kind, many]) =>
    some(
      wide.filter(({ name }) => name.split(" ")[0] === kind),
      many,
    ),
  );
  const turned = turning.map((path) => wide.find(({ name }) => name === `resolve ${path}`)!);
  const byPath = `query ($path: String) { section(by: { path: $path }) { name ${list} } }`;
  return [
    ...few,
    ...turned,
    { name: "our own article", query: screen("ArticleScreen"), variables: { by: { slug: "the-lighthouse" } } },
    { name: "nobody's article", query: '{ article(by: { slug: "no-such-slug" }) { headline } }', variables: {} },
    { name: "nobody's section", query: byPath, variables: { path: "/nowhere" } },
    { name: "an empty list", query: byPath, variables: { path: "/empty" } },
    { name: "no hit", query: '{ search(query: "lighthouse") { edges { node { headline } } } }', variables: {} },
  ];
}
