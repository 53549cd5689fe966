export { sectionNoun, sectionsBelow } from "./section.noun.ts";
