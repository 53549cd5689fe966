import { verbsFrom, workflowState, type Verb, type WorkflowState } from "../../domain/lifecycle/index.ts";
import { may, must, type Actor, type Permission } from "../access/index.ts";
import type { ArticleRow } from "./articles.store.ts";

// Past the review: what besides the verb's own permission it takes to go from a state.
const shortCuts: Partial<Record<WorkflowState, Partial<Record<Verb, Permission>>>> = {
  DRAFT: { publish: "article:skip-review", schedule: "article:skip-review" },
};

/** Every permission a verb takes in a state. */
const permissionsFor = (verb: Verb, state: WorkflowState): readonly Permission[] => {
  const besides = shortCuts[state]?.[verb];
  return [`article:${verb}` as const, ...(besides === undefined ? [] : [besides])];
};

/** Throws FORBIDDEN unless the actor may do this to an article in that state. */
export function mustMove(actor: Actor, verb: Verb, state: WorkflowState): void {
  for (const permission of permissionsFor(verb, state)) must(actor, permission);
}

type Standing = Pick<ArticleRow, "state" | "publishedAt" | "nextAt">;

/** Whether an article has something ahead that can be taken off the schedule. */
export const waits = ({ nextAt }: Standing, state: WorkflowState, at: Date): boolean =>
  state === "SCHEDULED" || (nextAt !== null && nextAt > at);

/** What the actor may do with an article at a moment, in the order of the workflow's table. */
export function allowedVerbs(actor: Actor, article: Standing, at: Date): readonly Verb[] {
  const state = workflowState(article, at);
  return verbsFrom(state).filter(
    (verb) =>
      permissionsFor(verb, state).every((permission) => may(actor, permission)) &&
      (verb !== "unschedule" || waits(article, state, at)),
  );
}
