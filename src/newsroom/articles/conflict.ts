import {
  describeBlock,
  differencesOf,
  mergeRevisions,
  type Clash,
  type Difference,
} from "../../domain/revisions/index.ts";
import type { Block } from "../../domain/blocks/index.ts";
import { DatelineError, type ErrorCode } from "../../kernel/errors/index.ts";
import type { ArticleRow } from "./articles.store.ts";
import { draftOf, type RevisionDraft } from "./revision-draft.ts";
import type { RevisionRow } from "./revisions.store.ts";

/** What stands against what: the revision both started from where it is known, the one that stands, the one to save. */
export interface Conflict {
  readonly base: RevisionRow | null;
  readonly theirs: RevisionRow;
  readonly yours: RevisionDraft | null;
}

/** One side of a conflict in short; a side that is not saved yet has no number. */
export interface ConflictSide {
  readonly revision: number | null;
  readonly headline: string;
  readonly standfirst: string | null;
}

/** A place where the sides differ, as texts; null where a side has nothing there. */
export interface ConflictPlace extends Clash {
  readonly base: string | null;
  readonly theirs: string | null;
  readonly yours: string | null;
  /** Whether both changed it, so that no merge can decide. */
  readonly clashes: boolean;
}

/** A conflict as an answer tells it. */
export interface ConflictFacts {
  readonly base: ConflictSide | null;
  readonly theirs: ConflictSide;
  readonly yours: ConflictSide | null;
  readonly places: readonly ConflictPlace[];
}

/** The three sides of a conflict and every place where they differ. */
function conflictFacts({ base, theirs, yours }: Conflict): ConflictFacts {
  const sides = { base: base && draftOf(base), theirs: draftOf(theirs), yours };
  const names = namesIn(base === null ? [theirs] : [base, theirs]);
  const clashes = sides.base && yours ? clashesOf(sides.base, sides.theirs, yours) : [];
  return {
    base: base && sideOf(base),
    theirs: sideOf(theirs),
    yours: yours && { ...sideOf(yours), revision: null },
    places: [
      ...differencesOf(sides).map((place) => placeOf(place, names, clashes)),
      ...clashes.filter(({ part, key }) => key === null && isList(part)).map(orderPlace),
    ],
  };
}

/** The error for a version that is not the one that stands, with all sides of the conflict. */
export function staleError(article: ArticleRow, expectedVersion: number, conflict: Conflict): DatelineError {
  const { version: currentVersion, changedAt, headRevision: head } = article;
  const changedBy = head.author?.displayName ?? "Dateline";
  const facts = conflictFacts(conflict);
  const clashing = namesOfClashes(facts);
  return new DatelineError("ARTICLE_STALE", {
    says: `This article is at version ${currentVersion}, you saw ${expectedVersion}; last text by ${changedBy}.${clashing}`,
    details: { expectedVersion, currentVersion, changedBy, changedAt: changedAt.toISOString(), ...facts },
  });
}

/** An error that two edits cannot both stand, naming the places. */
export function clashError(code: ErrorCode, says: string, conflict: Conflict): DatelineError {
  const facts = conflictFacts(conflict);
  return new DatelineError(code, { says: `${says}${namesOfClashes(facts)}`, details: { ...facts } });
}

function namesOfClashes({ places }: ConflictFacts): string {
  const clashing = places
    .filter(({ clashes }) => clashes)
    .map(({ part, key }) => (key === null ? part : `${part} ${key}`));
  return clashing.length === 0 ? "" : ` Both changed: ${clashing.join(", ")}.`;
}

function clashesOf(base: RevisionDraft, theirs: RevisionDraft, yours: RevisionDraft): readonly Clash[] {
  const merged = mergeRevisions(base, theirs, yours);
  return merged.ok ? [] : merged.clashes;
}

const sideOf = (side: RevisionRow | RevisionDraft): ConflictSide => ({
  revision: "number" in side ? side.number : null,
  headline: side.headline,
  standfirst: side.standfirst,
});

const isList = (part: Clash["part"]): boolean =>
  ["blocks", "bylines", "media", "relatedLinks", "topics"].includes(part);
const moved = "in another order";
const orderPlace = ({ part, key }: Clash): ConflictPlace => ({
  ...{ part, key, base: null, theirs: moved, yours: moved, clashes: true },
});

type Names = ReadonlyMap<string, string>;

function placeOf(place: Difference, names: Names, clashes: readonly Clash[]): ConflictPlace {
  const { part, key } = place;
  const text = (value: unknown): string | null => textOf(part, value, names);
  return {
    ...{ part, key, base: text(place.base), theirs: text(place.theirs), yours: text(place.yours) },
    clashes: clashes.some((clash) => clash.part === part && clash.key === key),
  };
}

function textOf(part: Clash["part"], value: unknown, names: Names): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return names.get(value) ?? value;
  if (part === "blocks") return blockText(value as Block);
  const words = Object.values(value).flatMap((word: unknown) =>
    typeof word === "string" ? [names.get(word) ?? word] : [],
  );
  return words.filter((word) => word !== (value as { readonly key?: string }).key).join(", ");
}

function blockText(block: Block): string {
  const { text, details, marks } = describeBlock(block).fields;
  return [text ?? details ?? block.type, marks].filter(Boolean).join(" — ");
}

/** What people call the things a revision names by id. */
const namesIn = (rows: readonly RevisionRow[]): Names =>
  new Map(
    rows.flatMap((row) => [
      ...row.topics.map(({ topic }) => [topic.id, topic.name] as const),
      ...row.placements.map(({ media }) => [media.id, media.caption ?? media.creditLine] as const),
      ...row.bylines.flatMap(({ contributor }) =>
        contributor ? [[contributor.id, contributor.displayName] as const] : [],
      ),
      ...row.links.flatMap(({ target }) => (target ? [[target.id, target.slug] as const] : [])),
      ...row.links.flatMap(({ externalAddress }) =>
        externalAddress ? [[externalAddress.id, externalAddress.url] as const] : [],
      ),
    ]),
  );
