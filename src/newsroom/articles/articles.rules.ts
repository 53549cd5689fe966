import { blocksToText, type Block } from "../../domain/blocks/index.ts";
import { workflowState } from "../../domain/lifecycle/index.ts";
import { DatelineError, type Fault } from "../../kernel/errors/index.ts";
import type { ArticleRow } from "./articles.store.ts";
import type { RevisionRow } from "./revisions.store.ts";

/** What is checked before readers may see a revision; each finding names a place and what is wrong there. */
const checks: readonly ((article: ArticleRow, revision: RevisionRow, at: Date) => readonly Fault[])[] = [
  (_article, { blocks }) =>
    fault((blocks as unknown[]).length === 0, ["blocks"], "an article needs at least one block"),
  ({ section }) => fault(!section.visible, ["section"], `the section "${section.name}" is hidden`),
  (_article, revision) =>
    placeholderWords(revision).map((word) => ({
      path: ["blocks"],
      message: `the placeholder "${word}" still stands in it`,
    })),
  (_article, { placements }) =>
    placements.flatMap(({ media }) =>
      fault(media.creditLine.trim() === "", ["media", media.id], "a picture needs a credit line"),
    ),
  (_article, { placements }) =>
    placements.flatMap(({ media, altOverride }) =>
      fault(
        media.sha256 !== null && !media.decorative && !(altOverride ?? media.alt),
        ["media", media.id],
        "a picture needs alternative text",
      ),
    ),
  (_article, { placements }) =>
    placements.flatMap(({ media }) => fault(media.state === "KILLED", ["media", media.id], "the picture was killed")),
  (_article, { placements }, at) =>
    placements.flatMap(({ media }) =>
      fault(
        media.rightsExpireAt !== null && media.rightsExpireAt <= at,
        ["media", media.id],
        "the rights to the picture have run out",
      ),
    ),
  ({ expiresAt }, _revision, at) =>
    fault(expiresAt !== null && expiresAt <= at, ["expiresAt"], "it would have expired already"),
];

const fault = (wrong: boolean, path: Fault["path"], message: string): readonly Fault[] =>
  wrong ? [{ path, message }] : [];

// Words newsrooms leave where something is still to come ("to come" is written TK so that no real word matches).
const placeholder = /\b(?:TK|TKTK|XXX|LOREM IPSUM)\b/giu;

function placeholderWords({ headline, standfirst, blocks }: RevisionRow): readonly string[] {
  const text = [headline, standfirst ?? "", blocksToText(blocks as unknown as readonly Block[])].join("\n");
  const found = [...text.matchAll(placeholder)].map(([word]) => word);
  return [...new Set(found.filter((word) => word === word.toUpperCase() || word.length > 4))];
}

/** Throws ARTICLE_INCOMPLETE with everything that keeps the revision from being published at that moment. */
export function expectReady(article: ArticleRow, revision: RevisionRow, at: Date): void {
  const faults = checks.flatMap((check) => check(article, revision, at));
  if (faults.length === 0) return;
  throw new DatelineError("ARTICLE_INCOMPLETE", {
    says: `The article is not ready: ${faults.map(({ message }) => message).join("; ")}.`,
    details: { faults },
  });
}

/** Throws ARTICLE_INCOMPLETE while the newest revision has no words for an editor to read. */
export function expectWords({ headRevision: { blocks } }: ArticleRow): void {
  if ((blocks as unknown[]).length > 0) return;
  const fault = { path: ["blocks"], message: "an article needs at least one block" };
  const says = "There is nothing to review yet: the article has no text.";
  throw new DatelineError("ARTICLE_INCOMPLETE", {
    says,
    fix: "Write it, then submit it.",
    details: { faults: [fault] },
  });
}

/** Throws UNDER_EMBARGO when readers may not have the article at that moment yet. */
export function expectNoEmbargo({ embargoHold, embargoUntil }: ArticleRow, at: Date): void {
  if (!embargoHold && (embargoUntil === null || embargoUntil <= at)) return;
  const until = embargoHold ? "until it is lifted" : `until ${embargoUntil?.toISOString() ?? ""}`;
  throw new DatelineError("UNDER_EMBARGO", {
    says: `The article is under embargo ${until}.`,
    details: { embargoUntil: embargoUntil?.toISOString() ?? null, embargoHold },
  });
}

/** Throws WRONG_STATE for an article nobody may work on any more. */
export function expectNotFinal(article: ArticleRow, at: Date): void {
  const state = workflowState(article, at);
  if (state !== "KILLED" && state !== "SPIKED") return;
  throw new DatelineError("WRONG_STATE", { says: `A ${state} article cannot be changed.`, details: { state } });
}
