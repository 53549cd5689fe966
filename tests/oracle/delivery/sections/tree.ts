import { normalisePath } from "../../../../src/domain/slug/index.ts";
import { asked, manyEach, once, type Reader } from "../reader.ts";
import { allSections, type Section } from "./section.store.ts";

/** The sections of the newspaper, read once for a reader. */
interface SectionTree {
  readonly byId: ReadonlyMap<string, Section>;
  readonly byPath: ReadonlyMap<string, Section>;
  /** Sections that stand in lists, by the id of the one above; null for the top. */
  readonly listedBelow: ReadonlyMap<string | null, readonly Section[]>;
}

const treeOf = once(async (reader: Reader): Promise<SectionTree> => {
  const sections = await asked(() => allSections(reader.db));
  const parents = [null, ...sections.map(({ id }) => id)];
  const listed = sections.filter(({ visible }) => visible);
  const below = manyEach(parents, listed, ({ parentId }) => parentId);
  return {
    byId: new Map(sections.map((section) => [section.id, section])),
    byPath: new Map(sections.map((section) => [section.path, section])),
    listedBelow: new Map(parents.map((parent, index) => [parent, below[index] ?? []])),
  };
});

/** The section with an id, or null. */
export async function sectionById(reader: Reader, id: string): Promise<Section | null> {
  return (await treeOf(reader)).byId.get(id) ?? null;
}

/** The section at a path as people write it ("/world/europe", a full address), or null. */
export async function sectionAt(reader: Reader, path: string): Promise<Section | null> {
  const plain = normalisePath(path)?.slice(1);
  return plain === undefined ? null : ((await treeOf(reader)).byPath.get(plain) ?? null);
}

/** The listed sections below one, in order; below null are those at the top. */
export async function sectionsBelow(reader: Reader, parentId: string | null): Promise<readonly Section[]> {
  return (await treeOf(reader)).listedBelow.get(parentId) ?? [];
}

/** The ids of a section and of all listed sections below it. */
export async function branchIds(reader: Reader, id: string): Promise<readonly string[]> {
  const below = await sectionsBelow(reader, id);
  const branches = await Promise.all(below.map((section) => branchIds(reader, section.id)));
  return [id, ...branches.flat()];
}

/** The way from the top down to a section, which is the last. */
export async function breadcrumbOf(reader: Reader, section: Section): Promise<readonly Section[]> {
  const above = section.parentId === null ? null : await sectionById(reader, section.parentId);
  return above === null ? [section] : [...(await breadcrumbOf(reader, above)), section];
}
