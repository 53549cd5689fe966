import type { SectionBranch, SectionRecord } from "../../src/newsroom/sections/index.ts";
import type { Look, View } from "../print/index.ts";
import { safe } from "../print/index.ts";

/** How a section is printed. */
export const sectionView: View<SectionRecord> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "path", of: ({ path }) => path, cut: "last" },
  { name: "name", of: ({ name }) => name, cut: "first" },
  { name: "slug", of: ({ slug }) => slug, quiet: true },
  { name: "position", of: ({ position }) => position + 1 },
  { name: "listed", of: ({ visible }) => visible },
  { name: "version", of: ({ version }) => version },
  { name: "description", of: ({ description }) => description, quiet: true },
];

/** The sections as a tree of lines, each with its path. */
export function treeText(branches: readonly SectionBranch[], look: Look): string {
  return branches.map((branch) => branchText(branch, look, { here: "", below: "" })).join("");
}

function branchText({ section, children }: SectionBranch, look: Look, edge: { here: string; below: string }): string {
  const unlisted = section.visible ? "" : "  unlisted";
  const line = `${edge.here}${safe(section.name)}  ${look.dim(`${section.path}${unlisted}`)}\n`;
  const below = children.map((child, index) => {
    const last = index === children.length - 1;
    const next = { here: `${edge.below}${last ? "└─ " : "├─ "}`, below: `${edge.below}${last ? "   " : "│  "}` };
    return branchText(child, look, next);
  });
  return [line, ...below].join("");
}
