export type { Section } from "./section.store.ts";
export { branchIds, breadcrumbOf, sectionAt, sectionById, sectionsBelow } from "./tree.ts";
