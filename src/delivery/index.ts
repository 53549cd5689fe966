export { ArticleKind, BylineRole, ContributorKind, CorrectionKind, LinkKind, MediaKind, TopicType } from "./kinds.ts";
export { liveAt, liveLens, type Lens } from "./lens.ts";
export { expectFewRows, Fault, jsonNull, jsonOf, statementNames } from "./plan/index.ts";
export type { Answer, Args, Json, Planned, Selection, Shape, Variables, Wanted } from "./plan/index.ts";
export { openProvenance, type Provenance } from "./provenance.ts";
export type { Reader, Source } from "./reader.ts";
export {
  articleBy,
  correctionsFor,
  nodeById,
  nodesById,
  railsFor,
  resolved,
  searchFor,
  sectionBy,
  topSections,
  type ArticleKey,
  type SectionKey,
  type ShownRail,
  type Wish,
} from "./roots/index.ts";
