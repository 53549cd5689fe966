import { z } from "zod";
import { diffRevisions, type RevisionDiff } from "../../domain/revisions/index.ts";
import type { ArticleRow, RevisionRow } from "../articles/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { describeRevision } from "./describe-revision.ts";
import { findRevision } from "./find-revision.ts";

const numberInput = z.int().min(1).nullish();
const diffInput = z.strictObject({ from: numberInput, to: numberInput });

/** Which revisions to compare, by number. */
export type DiffRevisions = z.input<typeof diffInput>;

/** Two revisions and all that differs between them. */
export interface ComparedRevisions {
  readonly from: RevisionRow;
  readonly to: RevisionRow;
  readonly diff: RevisionDiff;
}

/**
 * What differs between two revisions of an article. Left out, `to` is the newest and `from` what readers have, or the
 * one before it where nothing else is live. Throws NOT_FOUND, INVALID_INPUT, FORBIDDEN.
 */
export async function compareRevisions(
  desk: Desk,
  article: ArticleRow,
  given: DiffRevisions,
): Promise<ComparedRevisions> {
  const input = checked(diffInput, given);
  const to = await findRevision(desk, article.id, input.to ?? article.headRevision.number);
  const from = await findRevision(desk, article.id, input.from ?? startFor(article, to));
  return { from, to, diff: diffBetween(from, to) };
}

/** What differs between two revisions. */
export const diffBetween = (from: RevisionRow, to: RevisionRow): RevisionDiff =>
  diffRevisions(describeRevision(from), describeRevision(to), to.language);

// What readers have is what people compare with; a revision without any before it differs in nothing from itself.
function startFor({ liveRevision }: ArticleRow, to: RevisionRow): number | string {
  if (liveRevision !== null && liveRevision.id !== to.id) return liveRevision.number;
  return to.basedOnId ?? to.number;
}
