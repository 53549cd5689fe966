import { batched, manyEach, type Reader } from "../reader.ts";
import { sectionById, type Section } from "../sections/index.ts";
import type { LiveArticle } from "./article.store.ts";
import * as store from "./children.store.ts";

const bylines = batched<string, readonly store.Byline[]>(async ({ db }, ids) =>
  manyEach(ids, await store.bylines(db, ids), ({ revisionId }) => revisionId),
);

const topics = batched<string, readonly store.Topic[]>(async ({ db }, ids) => {
  const rows = manyEach(ids, await store.topics(db, ids), ({ revisionId }) => revisionId);
  return rows.map((row) => row.map(({ topic }) => topic));
});

const secondarySections = batched<string, readonly string[]>(async ({ db }, ids) => {
  const rows = manyEach(ids, await store.secondarySectionIds(db, ids), ({ articleId }) => articleId);
  return rows.map((row) => row.map(({ sectionId }) => sectionId));
});

const corrections = batched<string, readonly store.Correction[]>(async ({ db }, ids, at) =>
  manyEach(ids, await store.corrections(db, ids, at), ({ articleId }) => articleId),
);

/** The byline, name by name, in order. */
export const bylinesOf = (reader: Reader, { revisionId }: LiveArticle): Promise<readonly store.Byline[]> =>
  bylines(reader).load(revisionId);

/** The topics, the most important first. */
export const topicsOf = (reader: Reader, { revisionId }: LiveArticle): Promise<readonly store.Topic[]> =>
  topics(reader).load(revisionId);

/** The corrections published so far, oldest first. */
export const correctionsOf = (reader: Reader, { id }: LiveArticle): Promise<readonly store.Correction[]> =>
  corrections(reader).load(id);

/** The section the article stands in. */
export async function sectionOf(reader: Reader, { sectionId }: LiveArticle): Promise<Section> {
  const section = await sectionById(reader, sectionId);
  if (section === null) throw new Error("An article stands in a section that came after the sections were read.");
  return section;
}

/** The other sections the article also stands in, by path. */
export async function secondarySectionsOf(reader: Reader, { id }: LiveArticle): Promise<readonly Section[]> {
  const ids = await secondarySections(reader).load(id);
  const sections = await Promise.all(ids.map((sectionId) => sectionById(reader, sectionId)));
  return sections.filter((section) => section !== null);
}
