import type { ErrorDetails } from "../../src/kernel/errors/index.ts";
import { folded, pad } from "./text.ts";

/** A place of a conflict as an error carries it. */
interface Place {
  readonly part: string;
  readonly key: string | null;
  readonly base: string | null;
  readonly theirs: string | null;
  readonly yours: string | null;
  readonly clashes: boolean;
}

const sides = ["base", "theirs", "yours"] as const;
const label = 10;

/** The places of a conflict below its error, for a person: what stood, what stands, what was to be saved; "" for others. */
export function conflictText({ places, yours }: ErrorDetails, width: number | null): string {
  if (!Array.isArray(places)) return "";
  // Whoever had no words of their own only wants to know what changed since.
  const told = yours === null ? (["base", "theirs"] as const) : sides;
  return (places as readonly Place[])
    .flatMap((place) => [titleOf(place), ...told.flatMap((side) => sideLines(side, place[side], width))])
    .map((line) => `${line}\n`)
    .join("");
}

const titleOf = ({ part, key, clashes }: Place): string =>
  `  ${part}${key === null ? "" : ` ${key}`}${clashes ? "  (both changed it)" : ""}`;

function sideLines(side: string, text: string | null, width: number | null): readonly string[] {
  return folded(text ?? "nothing", { width }, label + 4).map(
    (line, index) => `    ${pad(index === 0 ? side : "", label)}${line}`,
  );
}
