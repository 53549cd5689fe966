import { z } from "zod";
import { invalid } from "../../kernel/errors/index.ts";
import { lineInput, nameInput, proseInput, slugInput, versionInput } from "../input.ts";

/** Sections stand at most so many levels deep; the database keeps to it as well. */
const deepest = 4;

const positionInput = z.int().min(0);
const sectionName = lineInput(120);

/** A new section: below `parent` or at the top, at `position` among its siblings or last. */
export const createSectionInput = z.strictObject({
  name: sectionName,
  slug: slugInput.optional(),
  parent: nameInput.nullable().default(null),
  description: proseInput(2000).nullable().default(null),
  position: positionInput.optional(),
  visible: z.boolean().default(true),
});
/** What `createSection` wants. */
export type CreateSection = z.input<typeof createSectionInput>;

/** What to change of a section; a field left out stays, null empties the description. */
export const renameSectionInput = z.strictObject({
  section: nameInput,
  name: sectionName.optional(),
  slug: slugInput.optional(),
  description: proseInput(2000).nullish(),
  visible: z.boolean().optional(),
  expectedVersion: versionInput,
});
/** What `renameSection` wants. */
export type RenameSection = z.input<typeof renameSectionInput>;

/** Where to move a section: below another, to the top (null) or where it is (left out), at a position or last. */
export const moveSectionInput = z.strictObject({
  section: nameInput,
  under: nameInput.nullish(),
  position: positionInput.optional(),
  expectedVersion: versionInput,
});
/** What `moveSection` wants. */
export type MoveSection = z.input<typeof moveSectionInput>;

/** The ids of siblings with one of them put at a position (last when none is given), each once. */
export function arrange(siblings: readonly string[], id: string, position: number | undefined): readonly string[] {
  const others = siblings.filter((other) => other !== id);
  return others.toSpliced(Math.min(position ?? others.length, others.length), 0, id);
}

/** Refuses a place too deep in the tree; `height` counts the levels that move along, itself included. */
export function expectRoom(parentPath: string | null, height: number, field: string): void {
  const above = parentPath === null ? 0 : levelsOf(parentPath);
  if (above + height > deepest) throw invalid([{ path: [field], message: "sections stand at most four levels deep" }]);
}

/** How many levels a branch has, given the paths of its top and of everything below. */
export const heightOf = (top: string, below: readonly string[]): number =>
  Math.max(...[top, ...below].map(levelsOf)) - levelsOf(top) + 1;

const levelsOf = (path: string): number => path.split("/").length;
