import { z } from "zod";
import { listNames, type RevisionDiff } from "../../domain/revisions/index.ts";
import { must } from "../access/index.ts";
import { revisionOf, revisionPage, type ArticleRow, type RevisionRow } from "../articles/index.ts";
import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { diffBetween } from "./diff-revisions.ts";

const listInput = z.strictObject({
  first: z.int().min(1).max(100).default(20),
  /** The id of the last revision of the page before. */
  after: z.uuid().optional(),
});

/** Which page of the history. */
export type ListRevisions = z.input<typeof listInput>;

/** What points at a revision. */
export const RevisionMark = { HEAD: "HEAD", LIVE: "LIVE", NEXT: "NEXT" } as const;
/** What points at a revision. */
export type RevisionMark = (typeof RevisionMark)[keyof typeof RevisionMark];

/** A revision as a line of the history. */
export interface RevisionLine {
  readonly id: string;
  readonly revision: RevisionRow;
  readonly marks: readonly RevisionMark[];
  /** What differs from the revision before it, in short; empty for the first one. */
  readonly changed: readonly string[];
}

/** A page of the history, newest first, and whether more follow. */
export interface RevisionPage {
  readonly lines: readonly RevisionLine[];
  readonly hasMore: boolean;
}

/** The revisions of an article, newest first. Throws NOT_FOUND (of `after`), INVALID_INPUT, FORBIDDEN. */
export const listRevisions = (desk: Desk, article: ArticleRow, given: ListRevisions): Promise<RevisionPage> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const { first, after } = checked(listInput, given);
    if (after !== undefined) await revisionOf(desk.db, article.id, after);
    const rows = await revisionPage(desk.db, article.id, { take: first + 1, after });
    const lines = rows.slice(0, first).map((row, index) => lineOf(article, row, rows[index + 1]));
    return { lines, hasMore: rows.length > first };
  });

function lineOf(article: ArticleRow, revision: RevisionRow, before: RevisionRow | undefined): RevisionLine {
  const { id } = revision;
  const pointers = { HEAD: article.headRevisionId, LIVE: article.liveRevisionId, NEXT: article.nextRevisionId };
  return {
    ...{ id, revision },
    marks: Object.values(RevisionMark).filter((mark) => pointers[mark] === id),
    changed: before === undefined ? [] : inShort(diffBetween(before, revision)),
  };
}

const nouns = { blocks: "block", bylines: "byline", media: "medium", relatedLinks: "link", topics: "topic" } as const;

/** What differs, in a few words: "headline", "2 blocks", "1 link". */
function inShort({ texts, lists }: RevisionDiff): readonly string[] {
  const counted = listNames.flatMap((name) => {
    const { length } = lists[name];
    const noun = length === 1 ? nouns[name] : name === "media" ? "media" : `${nouns[name]}s`;
    return length === 0 ? [] : [`${length} ${noun}`];
  });
  return [...texts.map(({ name }) => name), ...counted];
}
