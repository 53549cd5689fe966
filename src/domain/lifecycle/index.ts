export { ArticleState, lifecycle, stateAfter, verbsFrom, WorkflowState, type Verb } from "./lifecycle.ts";
export { isLive, isNextDue, liveRevisionId, readersUpdatedAt, workflowState, type ArticleClock } from "./live.ts";
