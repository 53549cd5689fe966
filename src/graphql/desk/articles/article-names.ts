import { paragraphsToBlocks } from "../../../domain/blocks/index.ts";
import { invalid } from "../../../kernel/errors/index.ts";
import { findArticle } from "../../../newsroom/articles/index.ts";
import { findContributor } from "../../../newsroom/contributors/index.ts";
import type { Desk } from "../../../newsroom/desk.ts";
import { findSection } from "../../../newsroom/sections/index.ts";
import { findTopic } from "../../../newsroom/topics/index.ts";
import { nameOf } from "../shared/naming.ts";
import type { FactsInput, WordsInput } from "./article.input.ts";

/** Which article an edit means, as use cases want it. */
export const editOf = async (desk: Desk, given: { article: string; expectedVersion: number }) => ({
  id: (await findArticle(desk, nameOf(given.article))).id,
  expectedVersion: given.expectedVersion,
});

/** The words with every name in them found. */
export async function wordsOf(desk: Desk, { bylines, topics, bodyText, ...words }: WordsInput) {
  if (bodyText !== undefined && words.blocks !== undefined) {
    throw invalid([{ path: ["words", "bodyText"], message: "stands beside blocks; give one of them" }]);
  }
  return {
    ...words,
    ...(bodyText === undefined ? {} : { blocks: paragraphsToBlocks(bodyText.split(/\n\s*\n/u)) }),
    ...(bylines === undefined ? {} : { bylines: await Promise.all(bylines.map((byline) => bylineOf(desk, byline))) }),
    ...(topics === undefined ? {} : { topics: await idsOf(topics, (name) => findTopic(desk, name)) }),
  };
}

async function bylineOf(desk: Desk, { name, role, contributor }: NonNullable<WordsInput["bylines"]>[number]) {
  const found = contributor ? await findContributor(desk, nameOf(contributor)) : null;
  return { name, ...(role === undefined ? {} : { role }), contributorId: found?.id ?? null };
}

/** The facts with every name in them found. */
export async function factsOf(desk: Desk, { section, secondarySections, ...facts }: FactsInput) {
  const find = (name: string) => findSection(desk, name);
  return {
    ...facts,
    ...(section === undefined ? {} : { sectionId: (await find(nameOf(section))).id }),
    ...(secondarySections === undefined ? {} : { secondarySections: await idsOf(secondarySections, find) }),
  };
}

const idsOf = (names: readonly string[], find: (name: string) => Promise<{ readonly id: string }>) =>
  Promise.all(names.map(async (name) => (await find(nameOf(name))).id));
