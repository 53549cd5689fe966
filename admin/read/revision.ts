import { DatelineError } from "../../src/kernel/errors/index.ts";

/** The number of a revision, as a person writes it. Throws BAD_USAGE. */
export function revisionNumber(word: string): number {
  if (/^[1-9]\d{0,8}$/.test(word)) return Number(word);
  throw new DatelineError("BAD_USAGE", {
    says: `"${word}" is not the number of a revision.`,
    fix: "See desk article history for the numbers.",
  });
}
