import { readFileSync } from "node:fs";
import { URLSearchParams } from "node:url";
import { ask } from "../cluster.mjs";
import { randomFrom, zipfOf } from "../corpus/random.mjs";
import { searchTerms } from "../corpus/words.mjs";
import { inBench, ours } from "../paths.mjs";

/** The screens of a news app. */
export const screens = ["Article", "Section", "Home", "Search", "Deep"];

const query = Object.fromEntries(
  screens.map((name) => [
    name,
    readFileSync(inBench("operations", `${name}.graphql`), "utf8")
      .replace(/^#.*$/gm, "")
      .replace(/\s+/g, " ")
      .trim(),
  ]),
);

/** A request's body, as clients send it. */
export const bodyOf = (name, variables = {}) => JSON.stringify({ operationName: name, query: query[name], variables });

/** The same request as the part of an address after "?". */
export const searchOf = (name, variables = {}) =>
  new URLSearchParams({ operationName: name, query: query[name], variables: JSON.stringify(variables) }).toString();

const live = "visible_from <= now() and visible_until > now()";

/** What each screen is asked with: many different variables, the same for every system. */
export async function variablesOf(database) {
  const paths = (await ask(database, "select '/' || path as path from section order by path")).rows;
  const slugs = (await ask(database, `select slug from live_card where ${live} order by md5(slug) limit 1000`)).rows;
  return {
    Article: slugs.map(({ slug }) => ({ slug })),
    Section: paths,
    Home: [{}],
    Search: searchTerms(300).map((words) => ({ query: words })),
    Deep: await deepPages(database, 50),
  };
}

/** Reads of the live mix: many of few articles, now and then a front or the home screen. */
export function liveReads(variables, count) {
  const random = randomFrom(99);
  const article = zipfOf(random, variables.Article.length);
  return Array.from({ length: count }, () => {
    const lot = random.next();
    if (lot < 0.05) return ["Home", {}];
    if (lot < 0.15) return ["Section", random.pick(variables.Section)];
    return ["Article", variables.Article[article()]];
  });
}

async function deepPages(database, deepest) {
  const random = randomFrom(5);
  const { rows } = await ask(database, "select id, '/' || path as path from section order by path");
  const pages = [];
  for (const section of rows) {
    for (let n = 0; n < 4; n++) pages.push(await pageOf(database, section, random.between(2, deepest)));
  }
  return pages.filter((page) => page !== null);
}

/** Variables of the page with that number of a section's list; null where the list is shorter. */
export async function pageOf(database, { id, path }, number, size = 20) {
  const { cursorsOf } = await ours("delivery/lists/cursor.js");
  const { rows } = await ask(
    database,
    `select published_at, article_id from listing where list_id = list_branch($1) and published_at <= now() and ${live}
       order by published_at desc, article_id desc offset $2 limit 2`,
    [id, (number - 1) * size - 1],
  );
  if (rows.length < 2) return null;
  const [{ published_at: publishedAt, article_id: article }] = rows;
  return { path, after: cursorsOf(`section:${id}:branch`)({ rank: 0, publishedAt, id: article }) };
}
