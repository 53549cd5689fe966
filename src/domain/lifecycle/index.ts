export { embargoEnd, underEmbargo, type Embargo } from "./embargo.ts";
export {
  ArticleState,
  lifecycle,
  meantBy,
  stateAfter,
  statesAfter,
  Verb,
  verbsFrom,
  WorkflowState,
} from "./lifecycle.ts";
export { openings } from "./openings.ts";
export {
  isAsPublished,
  isLive,
  isNextDue,
  liveRevisionId,
  readersUpdatedAt,
  workflowState,
  type ArticleClock,
} from "./live.ts";
