import { DatelineError } from "../../src/kernel/errors/index.ts";
import type { Answer } from "./answer.ts";
import { plainValue } from "./cell.ts";
import type { Format } from "./format.ts";
import type { Look } from "./look.ts";
import { changesText, sheetText } from "./sheet.ts";
import { tableText } from "./table.ts";
import { spelledOut } from "./text.ts";
import type { Head } from "./view.ts";

type Writer = (heads: readonly Head[], answer: Answer, look: Look) => string | Promise<string>;

const writers: Readonly<Record<Format, Writer>> = {
  table: forPeople,
  json: (heads, answer) => `${JSON.stringify(documentOf(heads, answer), null, 2)}\n`,
  ndjson: (heads, answer) =>
    objects(heads, answer)
      .map((each) => `${JSON.stringify(each)}\n`)
      .join(""),
  csv: csvText,
  yaml: async (heads, answer) => (await import("yaml")).stringify(documentOf(heads, answer)),
  ids: (_heads, answer) => answer.table.rows.map((row) => `${idOf(row.values["id"] ?? row.values["key"])}\n`).join(""),
  count: (_heads, answer) => `${answer.table.rows.length}\n`,
};

/** Writes an answer in a format; `fields` chooses and orders its fields. Throws BAD_USAGE for a field it has not. */
export async function written(
  answer: Answer,
  format: Format,
  fields: readonly string[] | null,
  look: Look,
): Promise<string> {
  const asked = fields && pick(answer.table.heads, fields);
  const heads = asked ?? answer.table.heads.filter((head) => format !== "table" || !head.quiet);
  if (answer.page && (answer.kind === "text" || (format === "table" && !asked))) return answer.page(look);
  const text = await writers[format](heads, answer, look);
  // A file or a pipe gets every sign as it is.
  return format === "table" || look.width === null ? text : spelledOut(text);
}

function forPeople(heads: readonly Head[], answer: Answer, look: Look): string {
  const [first] = answer.table.rows;
  if (answer.kind === "list") return first ? tableText({ heads, rows: answer.table.rows }, look) : "";
  return answer.before || !first ? changesText(heads, answer, look) : sheetText(heads, first, look);
}

// What a spreadsheet would take for a formula is quoted, so that nobody's headline runs there.
async function csvText(heads: readonly Head[], answer: Answer): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  return stringify([names(heads), ...objects(heads, answer).map(cells)], { escape_formulas: true });
}

function pick(heads: readonly Head[], fields: readonly string[]): readonly Head[] {
  return fields.map((name) => {
    const head = heads.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (head) return head;
    throw new DatelineError("BAD_USAGE", {
      says: `There is no field "${name}".`,
      fix: `The fields are ${heads.map((each) => each.name).join(", ")}.`,
    });
  });
}

function documentOf(heads: readonly Head[], answer: Answer): unknown {
  const all = objects(heads, answer);
  return answer.kind === "list" ? all : all[0];
}

function objects(heads: readonly Head[], { table }: Answer): Record<string, unknown>[] {
  return table.rows.map((row) => Object.fromEntries(heads.map(({ name }) => [name, plainValue(row.values[name])])));
}

const names = (heads: readonly Head[]): string[] => heads.map((head) => head.name);

function cells(object: Record<string, unknown>): string[] {
  return Object.values(object).map((value) => {
    if (value === null) return "";
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}

function idOf(id: unknown): string {
  if (typeof id === "string") return id;
  throw new DatelineError("BAD_USAGE", { says: "These have no ids.", fix: "Choose another format." });
}
