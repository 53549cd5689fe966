import stringWidth from "string-width";
import type { Table } from "./answer.ts";
import { cellOf } from "./cell.ts";
import type { Look } from "./look.ts";
import { cut, pad } from "./text.ts";
import type { Head } from "./view.ts";

const GAP = "  ";

/** Who gives way when a table is wider than the terminal, in this order, and down to how many columns. */
const rounds: readonly { readonly gives: (head: Head) => boolean; readonly floor: number }[] = [
  { gives: ({ cut: when }) => when === "first", floor: 24 },
  { gives: ({ cut: when }) => when === "next", floor: 8 },
  { gives: ({ cut: when }) => when === "first", floor: 16 },
  { gives: ({ cut: when }) => when !== undefined, floor: 8 },
  { gives: () => true, floor: 3 },
];

/** A table for a person, fitted to the terminal. */
export function tableText({ heads, rows }: Table, look: Look): string {
  const lines = [
    heads.map((head) => head.name.replace(/([a-z])([A-Z])/g, "$1 $2").toUpperCase()),
    ...rows.map((row) => heads.map((head) => cellOf(row, head.name, look.zone))),
  ];
  const natural = heads.map((_, column) => Math.max(...lines.map((line) => stringWidth(line[column] ?? ""))));
  const widths = look.width === null ? natural : fitted(heads, natural, look.width);
  return lines
    .map((line) => line.map((cell, column) => pad(cut(cell, widths[column] ?? 0), widths[column] ?? 0)))
    .map((cells) => cells.join(GAP).trimEnd())
    .map((line, index) => `${index === 0 ? look.bold(line) : line}\n`)
    .join("");
}

function fitted(heads: readonly Head[], natural: readonly number[], width: number): number[] {
  const widths = [...natural];
  for (const { gives, floor } of rounds) {
    const giving = heads.map(gives);
    while (sum(widths) + GAP.length * (widths.length - 1) > width) {
      const widest = widestOf(widths, (column) => giving[column] === true, floor);
      if (widest < 0) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
  return widths;
}

function widestOf(widths: readonly number[], gives: (column: number) => boolean, floor: number): number {
  let widest = -1;
  for (const [column, width] of widths.entries()) {
    if (gives(column) && width > floor && width > (widths[widest] ?? 0)) widest = column;
  }
  return widest;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
