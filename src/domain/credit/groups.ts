import type { Span } from "./view.ts";
import { placeWords } from "./vocabulary.ts";

const semicolon = /(?<!&(?:amp|quot|apos|lt|gt|nbsp|#\d\d));/gi;
const places = new RegExp(`(?<=^|[\\s,.;/()])(?:${[...placeWords].join("|")}) ?:`, "gi");

/** The groups of a line: between semicolons, and from each "Right:" or its like after a first such word. */
export function groupsOf(view: string, from: number): readonly Span[] {
  const text = view.slice(from);
  const stops = [...text.matchAll(semicolon)].map((match) => ({ end: match.index, start: match.index + 1 }));
  const inner = [...text.matchAll(places)].slice(1).map((match) => ({ end: match.index, start: match.index }));
  const cuts = [...stops, ...inner].sort((one, other) => one.start - other.start);
  const groups: Span[] = [];
  let start = 0;
  for (const cut of [...cuts, { end: text.length, start: text.length }]) {
    groups.push({ start: from + start, end: from + cut.end });
    start = cut.start;
  }
  return groups;
}
