import { sectionTree, type SectionBranch } from "../../../src/newsroom/sections/index.ts";
import { listOf, type Value, type View } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { treeText } from "../../views/section.ts";

const branchView: View<SectionBranch> = [
  { name: "id", of: ({ section }) => section.id },
  { name: "path", of: ({ section }) => section.path },
  { name: "name", of: ({ section }) => section.name },
  { name: "children", of: ({ children }) => children.map(nested) },
];

const nested = (branch: SectionBranch): Value =>
  Object.fromEntries(branchView.map(({ name, of }) => [name, of(branch)]));

/** `desk section tree` */
export const verb: Verb = {
  examples: ["desk section tree", "desk section tree --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const branches = await sectionTree(desk);
      const notes = branches.length > 0 ? [] : ["No sections yet: desk section create NAME"];
      return { ...listOf(branchView, branches, notes), page: (look) => treeText(branches, look) };
    }),
};
