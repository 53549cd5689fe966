import type { Answer } from "./answer.ts";
import { formats, type Format } from "./format.ts";
import { written } from "./formats.ts";
import { lookOf } from "./look.ts";
import { spoken } from "./spoken.ts";

/** What was asked about the printing. */
interface Wishes {
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
}

/** Prints data on stdout and what there is to say about it on stderr. */
export async function printAnswer(answer: Answer, wishes: Wishes): Promise<void> {
  const look = lookOf(process.stdout, { zone: answer.zone ?? "UTC", colour: wishes.flag("color") });
  process.stdout.write(await written(answer, formatOf(wishes), fieldsOf(wishes), look));
  answer.notes.forEach(note);
}

/** Says something to the person, beside the data. */
export function note(text: string): void {
  process.stderr.write(`${spoken(text)}\n`);
}

function formatOf({ text, flag }: Wishes): Format {
  if (flag("json")) return "json";
  return formats.find((format) => format === text("format")) ?? "table";
}

function fieldsOf({ text }: Wishes): readonly string[] | null {
  const names = text("fields")
    ?.split(",")
    .map((name) => name.trim());
  return names ? names.filter(Boolean) : null;
}
