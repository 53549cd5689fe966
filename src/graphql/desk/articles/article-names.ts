import { invalid } from "../../../kernel/errors/index.ts";
import { findArticle } from "../../../newsroom/articles/index.ts";
import { findContributor } from "../../../newsroom/contributors/index.ts";
import type { Desk } from "../../../newsroom/desk.ts";
import { onlyGiven } from "../../../newsroom/input.ts";
import { findSection } from "../../../newsroom/sections/index.ts";
import { findTopic } from "../../../newsroom/topics/index.ts";
import { nameOf } from "../shared/naming.ts";
import type { FactsInput, WordsInput } from "./article.input.ts";
import type { BylineInput } from "./parts.input.ts";

/** Which article an edit means, as use cases want it. */
export const editOf = async (desk: Desk, given: { article: string; expectedVersion: number; merge?: boolean }) => ({
  id: (await findArticle(desk, nameOf(given.article))).id,
  expectedVersion: given.expectedVersion,
  ...onlyGiven({ merge: given.merge }),
});

/** The words with every name in them found; null empties a list or the body as it does a word. */
export async function wordsOf(desk: Desk, { bylines, topics, bodyText, ...words }: WordsInput) {
  if (bodyText !== undefined && words.blocks !== undefined) {
    throw invalid([{ path: ["words", "bodyText"], message: "stands beside blocks; give one of them" }]);
  }
  const { blocks } = words;
  return {
    ...words,
    ...(blocks === undefined ? {} : { blocks: blocks ?? [] }),
    ...(bodyText === undefined ? {} : { bodyText: bodyText ?? "" }),
    ...(bylines === undefined ? {} : { bylines: await found(bylines, (byline) => bylineOf(desk, byline)) }),
    ...(topics === undefined ? {} : { topics: await found(topics, (name) => idOf(findTopic(desk, nameOf(name)))) }),
  };
}

async function bylineOf(desk: Desk, { name, role, contributor }: BylineInput) {
  const contributorId = contributor ? await idOf(findContributor(desk, nameOf(contributor))) : null;
  return { name, ...(role === undefined ? {} : { role }), contributorId };
}

/** The facts with every name in them found; null empties the list of secondary sections. */
export async function factsOf(desk: Desk, { section, secondarySections, ...facts }: FactsInput) {
  const find = (name: string) => idOf(findSection(desk, nameOf(name)));
  return {
    ...facts,
    ...(section === undefined ? {} : { sectionId: await find(section ?? "") }),
    ...(secondarySections === undefined ? {} : { secondarySections: await found(secondarySections, find) }),
  };
}

const idOf = async (thing: Promise<{ readonly id: string }>): Promise<string> => (await thing).id;

const found = <Given, Found>(all: readonly Given[] | null, find: (one: Given) => Promise<Found>): Promise<Found[]> =>
  Promise.all((all ?? []).map(find));
