export {
  listNames,
  textFields,
  type ListName,
  type PlacementPart,
  type RevisionContent,
  type TextField,
} from "./content.ts";
export { describeBlock } from "./describe-block.ts";
export {
  diffRevisions,
  isEmptyDiff,
  PartChangeKind,
  type Described,
  type Part,
  type PartChange,
  type RevisionDiff,
  type TextChange,
} from "./diff.ts";
export { listsOf, same } from "./items.ts";
export { mergeRevisions, type Clash, type Merged } from "./merge.ts";
export { differencesOf, type ConflictSides, type Difference } from "./places.ts";
export { SegmentKind, type Segment } from "./segments.ts";
