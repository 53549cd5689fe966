import {
  isEmptyDiff,
  listNames,
  type ListName,
  type PartChange,
  type Segment,
  type TextChange,
} from "../../src/domain/revisions/index.ts";
import type { ArticleRow, RevisionRow } from "../../src/newsroom/articles/index.ts";
import type { ComparedRevisions } from "../../src/newsroom/revisions/index.ts";
import { folded, momentIn, paintedLines, type Look, type Value, type View } from "../print/index.ts";

// Plain records of texts and numbers, though their types say more than a value's does.
const plain = (value: unknown): Value => value as Value;

/** Two revisions and their difference, for programs. */
export const diffSheet: View<ComparedRevisions> = [
  { name: "from", of: ({ from }) => from.number },
  { name: "to", of: ({ to }) => to.number },
  { name: "isEmpty", of: ({ diff }) => isEmptyDiff(diff) },
  { name: "texts", of: ({ diff }) => plain(diff.texts) },
  ...listNames.map((name) => ({ name, of: ({ diff }: ComparedRevisions) => plain(diff.lists[name]) })),
];

const titles: Readonly<Record<ListName, string>> = {
  ...{ blocks: "Body", bylines: "Byline", media: "Media", relatedLinks: "Related links", topics: "Topics" },
};

/** Two revisions and their difference, as a person reads it. */
export function diffPage(article: ArticleRow, { from, to, diff }: ComparedRevisions, look: Look): string {
  const head = [`--- ${standing(article, from, look)}`, `+++ ${standing(article, to, look)}`]
    .flatMap((line) => folded(line, look, 4))
    .map(look.dim)
    .join("\n");
  const texts = diff.texts.map((change) => [look.bold(change.name), ...textLines(change, look, "  ")].join("\n"));
  const lists = listNames.flatMap((name) => {
    const changes = diff.lists[name];
    return changes.length === 0
      ? []
      : [[look.bold(titles[name]), ...changes.flatMap((one) => part(one, look))].join("\n")];
  });
  const nothing = isEmptyDiff(diff) ? ["They say the same."] : [];
  return `${[head, ...texts, ...lists, ...nothing].join("\n\n")}\n`;
}

function standing(article: ArticleRow, row: RevisionRow, { zone }: Look): string {
  const pointers = { newest: article.headRevisionId, live: article.liveRevisionId, next: article.nextRevisionId };
  const marks = Object.entries(pointers).flatMap(([mark, id]) => (id === row.id ? [mark] : []));
  const named = marks.length > 0 ? ` (${marks.join(", ")})` : "";
  const by = row.author?.displayName ?? "Dateline";
  return `revision ${row.number}${named}, ${momentIn(zone, row.createdAt)} by ${by}`;
}

const signs = { ADDED: "+", REMOVED: "-", CHANGED: "~", MOVED: ">" } as const;

/** A thing in a list: its sign and place, then what it says or how that changed. */
function part({ change, from, to, moved, label, fields }: PartChange, look: Look): readonly string[] {
  const place = String((to ?? from ?? 0) + 1);
  const sign = `${signs[change]} ${place.padEnd(4)}`;
  const where = moved ? [look.dim(`      moved from ${(from ?? 0) + 1}`)] : [];
  if (change === "MOVED") return [...beside(sign, folded(label, look, sign.length)), ...where];
  const [first, ...others] = spoken(change, fields);
  if (first === undefined) return beside(sign, painted(label, change, look, sign.length));
  const lines = beside(sign, textLines(first, look, "", sign.length));
  const more = others.flatMap((field) => beside("      ", textLines(field, look, "", 6, `${field.name}: `)));
  return [...lines, ...more, ...where];
}

// Of a thing that came or went its words say enough; of one that changed, whatever did.
function spoken(change: PartChange["change"], fields: readonly TextChange[]): readonly TextChange[] {
  if (change === "CHANGED") return fields;
  const telling = fields.filter(({ name }) => ["text", "headline", "name", "medium", "target"].includes(name));
  return telling.slice(0, 2);
}

const beside = (sign: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${index === 0 ? sign : " ".repeat(sign.length)}${line}`);

function painted(text: string, change: PartChange["change"], look: Look, margin: number): readonly string[] {
  const kind = change === "ADDED" ? "ADDED" : change === "REMOVED" ? "REMOVED" : "SAME";
  return segmentLines([{ kind, text }], look, margin);
}

function textLines(
  { segments }: TextChange,
  look: Look,
  indent: string,
  margin = indent.length,
  before = "",
): readonly string[] {
  const named = before === "" ? segments : [{ kind: "SAME" as const, text: before }, ...segments];
  return segmentLines(named, look, margin).map((line) => `${indent}${line}`);
}

function segmentLines(segments: readonly Segment[], look: Look, margin: number): readonly string[] {
  const paints = { SAME: (text: string) => text, ADDED: look.added, REMOVED: look.removed };
  if (look.coloured)
    return paintedLines(
      segments.map(({ kind, text }) => ({ text, paint: paints[kind] })),
      look,
      margin,
    );
  return folded(segments.map(({ kind, text }) => paints[kind](text)).join(""), look, margin);
}
