import { catalogue } from "./catalogue.ts";
import { DatelineError } from "./dateline-error.ts";

/** One line for whoever started us: what happened, why, and what to do. */
export function errorLine(error: unknown): string {
  if (error instanceof DatelineError) return `error: ${error.message} ${error.fix}`;
  const why = error instanceof Error ? error.message : String(error);
  return `error: ${catalogue.INTERNAL.says} (${why.split("\n")[0] ?? ""}) LOG_LEVEL=debug shows where.`;
}
