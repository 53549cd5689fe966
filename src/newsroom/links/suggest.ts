import { z } from "zod";
import { stateOf } from "../articles/index.ts";
import type { WorkflowState } from "../../domain/lifecycle/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { suggestionRows, type SuggestionRow } from "./suggest.store.ts";

const suggestInput = z.strictObject({
  articleId: z.uuid(),
  /** True to look among drafts and scheduled articles too. */
  drafts: z.boolean().default(false),
  limit: z.int().min(1).max(20).default(8),
});

/** Which article to find related ones for. */
export type SuggestLinks = z.input<typeof suggestInput>;

/** An article worth linking to, and why. */
export interface LinkSuggestion extends Omit<SuggestionRow, "state"> {
  readonly state: WorkflowState;
  /** What speaks for it, in a sentence. */
  readonly why: string;
}

/**
 * Articles worth linking to from the newest revision: by the topics both have, the telling words both use, and how
 * recent they are. Never itself, never one it links to already; only what readers can read unless drafts are asked for.
 * Throws INVALID_INPUT, FORBIDDEN.
 */
export const suggestLinks = (desk: Desk, given: SuggestLinks): Promise<readonly LinkSuggestion[]> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const rows = await suggestionRows(desk.db, { ...checked(suggestInput, given), at: desk.now() });
    return rows.map((row) => ({ ...row, state: stateOf(row, desk.now()), why: whyOf(row) }));
  });

function whyOf({ topics, words }: SuggestionRow): string {
  const common = topics.length === 1 ? "1 topic in common" : `${topics.length} topics in common`;
  return [
    ...(topics.length > 0 ? [`${common}: ${topics.join(", ")}`] : []),
    ...(words.length > 0 ? [`similar words: ${words.join(", ")}`] : []),
  ].join("; ");
}
