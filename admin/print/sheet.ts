import type { Answer } from "./answer.ts";
import { cellOf } from "./cell.ts";
import type { Look } from "./look.ts";
import { pad, wrap } from "./text.ts";
import type { Head, Row } from "./view.ts";

/** One record for a person: a line for each field that holds something, long ones folded under themselves. */
export function sheetText(heads: readonly Head[], row: Row, look: Look): string {
  const filled = heads
    .map(({ name }) => [name, cellOf(row, name, look.zone)] as const)
    .filter(([, cell]) => cell !== "");
  return linesText(filled, look);
}

/** What an act changed: the fields that differ, old and new; of a new thing, all that it holds. */
export function changesText(heads: readonly Head[], { before, table }: Answer, look: Look): string {
  const after = table.rows[0];
  if (!after) return "";
  if (!before) return sheetText(heads, after, look);
  const differing = heads.flatMap(({ name }) => {
    const [old, now] = [cellOf(before, name, look.zone), cellOf(after, name, look.zone)];
    return old === now ? [] : [[name, `${old || "nothing"} → ${now || "nothing"}`] as const];
  });
  return linesText(differing, look);
}

function linesText(pairs: readonly (readonly [string, string])[], look: Look): string {
  const label = Math.max(0, ...pairs.map(([name]) => name.length)) + 2;
  return pairs
    .flatMap(([name, text]) => {
      const lines = look.width === null ? [text] : wrap(text, Math.max(look.width - label, 20));
      return lines.map((line, index) => `${look.dim(pad(index === 0 ? name : "", label))}${line}\n`);
    })
    .join("");
}
