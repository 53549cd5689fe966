import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { allSections, type SectionRecord } from "./sections.store.ts";

/** A section with those below it, in order. */
export interface SectionBranch {
  readonly section: SectionRecord;
  readonly children: readonly SectionBranch[];
}

/** The whole tree, unlisted sections too: the branches at the top, in order. */
export const sectionTree = (desk: Pick<Desk, "db">): Promise<readonly SectionBranch[]> =>
  reading(async () => branches(byParent(await allSections(desk.db)), null));

/** Every section, each before those below it, siblings in order. */
export const listSections = async (desk: Pick<Desk, "db">): Promise<readonly SectionRecord[]> =>
  (await sectionTree(desk)).flatMap(flatten);

type Families = ReadonlyMap<string | null, readonly SectionRecord[]>;

function byParent(sections: readonly SectionRecord[]): Families {
  const families = new Map<string | null, SectionRecord[]>();
  for (const section of sections) families.set(section.parentId, [...(families.get(section.parentId) ?? []), section]);
  return families;
}

function branches(families: Families, parent: string | null): SectionBranch[] {
  return (families.get(parent) ?? []).map((section) => ({ section, children: branches(families, section.id) }));
}

const flatten = ({ section, children }: SectionBranch): SectionRecord[] => [section, ...children.flatMap(flatten)];
