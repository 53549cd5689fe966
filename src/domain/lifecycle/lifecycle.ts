/** The stored states of an article. Scheduled is not stored: the clock derives it. */
export const ArticleState = {
  DRAFT: "DRAFT",
  IN_REVIEW: "IN_REVIEW",
  APPROVED: "APPROVED",
  PUBLISHED: "PUBLISHED",
  HELD: "HELD",
  UNPUBLISHED: "UNPUBLISHED",
  KILLED: "KILLED",
  SPIKED: "SPIKED",
} as const;
/** A stored state. */
export type ArticleState = (typeof ArticleState)[keyof typeof ArticleState];

/** The nine states an editor sees: the stored ones, and scheduled. */
export const WorkflowState = { ...ArticleState, SCHEDULED: "SCHEDULED" } as const;
/** A state as the editor sees it. */
export type WorkflowState = (typeof WorkflowState)[keyof typeof WorkflowState];

/** The verbs that move an article from state to state. */
export const Verb = {
  SUBMIT: "submit",
  RETURN: "return",
  APPROVE: "approve",
  SCHEDULE: "schedule",
  UNSCHEDULE: "unschedule",
  PUBLISH: "publish",
  UPDATE: "update",
  HOLD: "hold",
  RELEASE: "release",
  UNPUBLISH: "unpublish",
  REPUBLISH: "republish",
  KILL: "kill",
  SPIKE: "spike",
  UNSPIKE: "unspike",
} as const;
/** A verb of the workflow. */
export type Verb = (typeof Verb)[keyof typeof Verb];

/**
 * The whole workflow: which verb leads from which state to which. What is not in the table cannot be done.
 * Source: the newsroom's rules on review, holds, kills and the bin. `unspike` returns to where the article was spiked
 * from; the table names DRAFT. On a published article `schedule` and `unschedule` are about its next revision.
 */
export const lifecycle = {
  DRAFT: { submit: "IN_REVIEW", schedule: "SCHEDULED", publish: "PUBLISHED", spike: "SPIKED" },
  IN_REVIEW: { return: "DRAFT", approve: "APPROVED", spike: "SPIKED" },
  APPROVED: { return: "DRAFT", schedule: "SCHEDULED", publish: "PUBLISHED", spike: "SPIKED" },
  SCHEDULED: { schedule: "SCHEDULED", unschedule: "APPROVED", publish: "PUBLISHED", kill: "KILLED" },
  PUBLISHED: {
    ...{ schedule: "PUBLISHED", unschedule: "PUBLISHED", update: "PUBLISHED" },
    ...{ hold: "HELD", unpublish: "UNPUBLISHED", kill: "KILLED" },
  },
  HELD: { release: "PUBLISHED", unpublish: "UNPUBLISHED", kill: "KILLED" },
  UNPUBLISHED: { republish: "PUBLISHED", kill: "KILLED" },
  KILLED: {},
  SPIKED: { unspike: "DRAFT" },
} as const satisfies Record<WorkflowState, Partial<Record<Verb, WorkflowState>>>;

/** Where a verb leads from a state, or null when the table does not allow it. */
export function stateAfter(state: WorkflowState, verb: Verb): WorkflowState | null {
  const exits: Partial<Record<Verb, WorkflowState>> = lifecycle[state];
  return exits[verb] ?? null;
}

/** The verbs a state allows, in the table's order. */
export const verbsFrom = (state: WorkflowState): readonly Verb[] => Object.keys(lifecycle[state]) as Verb[];

/** Every state a verb may lead to from a state: one, none, or for `unspike` each that can be spiked. */
export function statesAfter(state: WorkflowState, verb: Verb): readonly WorkflowState[] {
  const after = stateAfter(state, verb);
  if (after === null) return [];
  if (verb !== Verb.UNSPIKE) return [after];
  return Object.values(WorkflowState).filter((before) => stateAfter(before, Verb.SPIKE) !== null);
}

// What people say where the table has a more exact word.
const meanings: Partial<Record<WorkflowState, Partial<Record<Verb, Verb>>>> = {
  SCHEDULED: { unpublish: Verb.UNSCHEDULE },
  PUBLISHED: { publish: Verb.UPDATE },
  UNPUBLISHED: { publish: Verb.REPUBLISH },
};

/** The verb of the table that is meant by one said in a state: publishing what is public already is updating it. */
export const meantBy = (verb: Verb, state: WorkflowState): Verb => meanings[state]?.[verb] ?? verb;
