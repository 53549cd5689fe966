import type { PrismaClient } from "../../src/database/generated/client.ts";
import { meantBy, statesAfter, Verb, WorkflowState } from "../../src/domain/lifecycle/index.ts";
import { permissions, Role } from "../../src/newsroom/access/index.ts";
import { minutes, plant, type Planted, type Seedling } from "./newspaper.ts";

/** How an article comes to stand in a state, written straight into the tables. */
const seedlings: Readonly<Record<WorkflowState, Omit<Seedling, "sectionId">>> = {
  DRAFT: { publishedAt: null },
  IN_REVIEW: { publishedAt: null, facts: { state: "IN_REVIEW" } },
  APPROVED: { publishedAt: null, facts: { state: "APPROVED" } },
  SCHEDULED: { publishedAt: minutes(60) },
  // A next revision waits, so that there is something to unschedule.
  PUBLISHED: { next: {}, facts: { nextAt: minutes(90) } },
  HELD: { facts: { state: "HELD" } },
  UNPUBLISHED: { facts: { state: "UNPUBLISHED" } },
  KILLED: { facts: { state: "KILLED" } },
  SPIKED: { publishedAt: null, facts: { state: "IN_REVIEW" } },
};

/** An article in a state, at version 1. */
export async function standing(db: PrismaClient, sectionId: string, state: WorkflowState): Promise<Planted> {
  const planted = await plant(db, { sectionId, ...seedlings[state] });
  if (state === "SPIKED") await db.article.update({ where: { id: planted.id }, data: { state } });
  return planted;
}

/** The verbs that have a name of their own at a door; `update` is what publishing a published article means. */
export const doorVerbs = Object.values(Verb).filter((verb) => verb !== Verb.UPDATE);
export const states = Object.values(WorkflowState);
export const roles = Object.values(Role);

/** What must come of a verb, by the two tables alone: the states it may lead to, or the code of the refusal. */
export function expected(role: Role, verb: Verb, state: WorkflowState): readonly string[] {
  const meant = meantBy(verb, state);
  const unreviewed = state === "DRAFT" && (meant === "publish" || meant === "schedule");
  const asked = [`article:${meant}` as const, ...(unreviewed ? (["article:skip-review"] as const) : [])];
  const short = asked.some((permission) => roles.indexOf(role) < roles.indexOf(permissions[permission]));
  if (short) return ["FORBIDDEN"];
  const after = statesAfter(state, meant);
  return after.length > 0 ? after : ["WRONG_STATE"];
}

/** The outcomes themselves where they are among those that must come, else those that must. */
export const likeExpected = (outcomes: readonly string[], role: Role, verb: Verb): readonly unknown[] =>
  outcomes.map((outcome, index) => {
    const due = expected(role, verb, states[index] ?? "DRAFT");
    return due.includes(outcome) ? outcome : due;
  });
