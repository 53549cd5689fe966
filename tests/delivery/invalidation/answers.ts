import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "../../../src/kernel/host/index.ts";
import type { TestDatabase } from "../../support/database.ts";
import { ask } from "../../support/delivery.ts";
import type { Newsroom } from "../plan/newsroom/newsroom.ts";
import type { Pool, Pools } from "../plan/question/pools.ts";

/** Something a cache may hold the answer of. */
export interface Asked {
  readonly name: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** An answer that is kept, and what it says it is made of. */
export interface Kept {
  readonly name: string;
  readonly text: string;
  readonly tags: ReadonlySet<string>;
}

/** A stored operation of readers. */
export const screen = (name: string): string =>
  readFileSync(join(rootFolder, "schema/operations/reader", `${name}.graphql`), "utf8");

const card = "{ __typename ... on Article { id path headline updatedAt } ... on Section { id name path } }";
const branch = "articles(first: 50, includeChildren: true) { totalCount edges { node { headline url } } }";
const found = "edges { node { headline } } pageInfo { hasNextPage }";

const all = ({ seen, other }: Pool): readonly string[] => [...seen, ...other];

/** Some of many, spread evenly: large screens take their time. */
export const some = <One>(keys: readonly One[], most: number): readonly One[] =>
  keys.filter((_, index) => index % Math.ceil(keys.length / most) === 0);

/** Paths that changes of the tests give a meaning, or take it from. */
export const turning = ["/x", "/gone", "/nowhere", "/nowhere-yet", "/any/no-such-slug"];

/** A broad set of questions: every stored operation about everything there is, and keys of what there is not. */
export function questionsOf(
  { articles, sections, nodes, paths, searches }: Pools,
  newsroom: Newsroom,
): readonly Asked[] {
  const each = (name: string, query: string, values: readonly string[], variable: (value: string) => object): Asked[] =>
    values.map((value) => ({ name: `${name} ${value}`, query, variables: { ...variable(value) } }));
  const bySlug = (slug: string) => ({ by: { slug } });
  const ids = newsroom.articles.map(({ id }) => id);
  return [
    ...each("article", screen("ArticleScreen"), [...some(articles.slugs.seen, 11), "no-such-slug"], bySlug),
    ...each("card", `query ($by: ArticleBy!) { article(by: $by) { headline url } }`, ids, (id) => ({ by: { id } })),
    ...each("section", screen("SectionScreen"), some(sections.paths.seen, 5), (path) => ({ path, first: 50 })),
    ...each("home", screen("HomeScreen"), some(sections.paths.seen, 3), (section) => ({ section, first: 50 })),
    ...each(
      "branch",
      `query ($path: String) { section(by: { path: $path }) { ${branch} } }`,
      sections.paths.seen,
      (path) => ({ path }),
    ),
    ...each("resolve", screen("ResolvePath"), [...some(paths.flatMap(all), 60), ...turning], (path) => ({ path })),
    ...each("search", `query ($q: String!) { search(query: $q) { ${found} } }`, searches.slice(0, -1), (q) => ({ q })),
    ...each("node", `query ($id: ID!) { node(id: $id) ${card} }`, some(all(nodes), 30), (id) => ({ id })),
    { name: "corrections", query: screen("CorrectionsScreen"), variables: { first: 100 } },
    { name: "retractions", query: screen("CorrectionsScreen"), variables: { first: 100, kind: "RETRACTION" } },
    { name: "corrections alone", query: "{ corrections(first: 100) { edges { node { id text } } } }", variables: {} },
    { name: "tree", query: screen("SectionTree"), variables: {} },
    { name: "offline", query: screen("OfflineArticles"), variables: { ids: nodes.seen } },
  ];
}

/** Answers everything anew, at a moment or now; several at a time, since half of it is waiting for the database. */
export async function answerAll(
  house: TestDatabase,
  asked: readonly Asked[],
  at: Date | null,
): Promise<readonly Kept[]> {
  const kept = new Array<Kept>(asked.length);
  const queue = asked.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of queue) kept[index] = await answer(house, one, at);
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return kept;
}

async function answer(house: TestDatabase, { name, query, variables }: Asked, at: Date | null): Promise<Kept> {
  const { data, errors, tags } = await ask(house, query, variables, { lens: { at } });
  const codes = errors.map(({ path, extensions }) => [path, extensions?.["code"]]);
  return { name, text: JSON.stringify([data, codes]), tags: new Set(tags) };
}
