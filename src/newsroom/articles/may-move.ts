import { verbsFrom, workflowState, type Verb, type WorkflowState } from "../../domain/lifecycle/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { may, must, type Permission } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import type { ArticleRow } from "./articles.store.ts";
import { hasAnotherAuthor } from "./revisions.store.ts";

// Past the review: what besides the verb's own permission it takes to go from a state.
const shortCuts: Partial<Record<WorkflowState, Partial<Record<Verb, Permission>>>> = {
  DRAFT: { publish: "article:skip-review", schedule: "article:skip-review" },
};

// Where somebody says that the text is good: nobody does of what they alone have written, if the newsroom wants it so.
const judging: Partial<Record<WorkflowState, readonly Verb[]>> = {
  DRAFT: ["publish", "schedule"],
  IN_REVIEW: ["approve"],
};

/** Every permission a verb takes in a state. */
const permissionsFor = (verb: Verb, state: WorkflowState): readonly Permission[] => {
  const besides = shortCuts[state]?.[verb];
  return [`article:${verb}` as const, ...(besides === undefined ? [] : [besides])];
};

/** Throws FORBIDDEN unless the actor may do this to the article in the state it is in. */
export async function mustMove(desk: Desk, article: ArticleRow, verb: Verb): Promise<void> {
  const state = workflowState(article, desk.now());
  for (const permission of permissionsFor(verb, state)) must(desk.actor, permission);
  if (judging[state]?.includes(verb) && (await judgesOwn(desk, article))) {
    throw new DatelineError("FORBIDDEN", {
      says: "You alone have written this article, and this newsroom wants a second pair of eyes (FOUR_EYES).",
      fix: `Let a colleague read it: desk article submit ${article.slug}, then they: desk article approve ${article.slug}.`,
      details: { verb, state },
    });
  }
}

/** Whether the newsroom wants four eyes, and the actor has only two: every revision is theirs. */
const judgesOwn = async ({ fourEyes, actor, db }: Desk, { id }: Pick<ArticleRow, "id">): Promise<boolean> =>
  fourEyes === true && actor.id !== null && !(await hasAnotherAuthor(db, id, actor.id));

type Standing = Pick<ArticleRow, "id" | "state" | "publishedAt" | "nextAt">;

/** Whether an article has something ahead that can be taken off the schedule. */
export const waits = ({ publishedAt, nextAt }: Standing, at: Date): boolean =>
  [publishedAt, nextAt].some((time) => time !== null && time > at);

/** What can be done with an article at a moment, whoever does it, in the order of the workflow's table. */
export const openVerbs = (article: Standing, at: Date): readonly Verb[] =>
  verbsFrom(workflowState(article, at)).filter((verb) => verb !== "unschedule" || waits(article, at));

/** What the actor may do with an article now, in the order of the workflow's table. */
export const allowedVerbs = (desk: Desk, article: Standing): Promise<readonly Verb[]> =>
  reading(async () => {
    const state = workflowState(article, desk.now());
    const held = openVerbs(article, desk.now()).filter((verb) =>
      permissionsFor(verb, state).every((permission) => may(desk.actor, permission)),
    );
    const judged = judging[state] ?? [];
    const own = held.some((verb) => judged.includes(verb)) && (await judgesOwn(desk, article));
    return held.filter((verb) => !own || !judged.includes(verb));
  });
