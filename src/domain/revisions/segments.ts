import { diffArrays } from "diff";

/** Which of two texts a stretch stands in. */
export const SegmentKind = { SAME: "SAME", ADDED: "ADDED", REMOVED: "REMOVED" } as const;
/** Which of two texts a stretch stands in. */
export type SegmentKind = (typeof SegmentKind)[keyof typeof SegmentKind];

/** A stretch of two texts: in both, only in the new one, or only in the old one. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly text: string;
}

/** More words than this between two texts make one a rewriting of the other. */
const mostEdits = 300;

/**
 * How one text became the other, by words as the language parts them. SAME and REMOVED joined give the old text,
 * SAME and ADDED the new one, character for character.
 */
export function segmentsOf(from: string, to: string, language: string): readonly Segment[] {
  if (from === to) return from === "" ? [] : [{ kind: "SAME", text: from }];
  const parts = diffArrays(wordsOf(from, language), wordsOf(to, language), { maxEditLength: mostEdits });
  if (parts === undefined) return rewritten(from, to);
  return joined(parts.map(({ value, added, removed }) => ({ kind: kindOf(added, removed), text: value.join("") })));
}

const kindOf = (added: boolean, removed: boolean): Segment["kind"] => (added ? "ADDED" : removed ? "REMOVED" : "SAME");

const rewritten = (from: string, to: string): readonly Segment[] =>
  (
    [
      { kind: "REMOVED", text: from },
      { kind: "ADDED", text: to },
    ] as const
  ).filter(({ text }) => text !== "");

function wordsOf(text: string, language: string): string[] {
  return [...segmenterFor(language).segment(text)].map(({ segment }) => segment);
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: "word" });
  } catch {
    return new Intl.Segmenter("en", { granularity: "word" });
  }
}

// Space that stayed between two changed words belongs to both: people read "was late" → "is early", not four changes.
function joined(parts: readonly Segment[]): readonly Segment[] {
  const told: Segment[] = [];
  let [removed, added] = ["", ""];
  const tell = (): void => {
    told.push(...rewritten(removed, added));
    [removed, added] = ["", ""];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const between = kind === "SAME" && text.trim() === "" && removed + added !== "" && index < parts.length - 1;
    if (kind === "SAME" && !between) {
      tell();
      told.push({ kind, text });
    }
    if (kind === "REMOVED" || between) removed += text;
    if (kind === "ADDED" || between) added += text;
  }
  tell();
  return told;
}
