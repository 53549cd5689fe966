export { createSection } from "./create-section.ts";
export { findSection } from "./find-section.ts";
export { listSections, sectionTree, type SectionBranch } from "./list-sections.ts";
export { moveSection } from "./move-section.ts";
export { renameSection } from "./rename-section.ts";
export type { CreateSection, MoveSection, RenameSection } from "./sections.rules.ts";
export type { SectionRecord } from "./sections.store.ts";
