import type { Answer } from "../print/index.ts";
import type { Call } from "./call.ts";

/** An option of a verb, as commander spells it; `many` may be given again and again. */
export interface VerbOption {
  readonly flags: string;
  readonly help: string;
  readonly required?: true;
  readonly many?: true;
  readonly choices?: readonly string[];
}

/** A verb of the desk: what it takes and what it does. One a file, loaded only when it is called. */
export interface Verb {
  /** Positional arguments as commander spells them, each with its explanation. */
  readonly words?: readonly (readonly [usage: string, help: string])[];
  readonly options?: readonly VerbOption[];
  readonly examples: readonly [string, string];
  /** Says that it changes something, so that it can be rehearsed with --dry-run. */
  readonly writes?: true;
  /** Says that what it changes carries a version, so that --if-version makes sense. */
  readonly versioned?: true;
  /** Says that an edit made on an older version can be merged with what came since, with --merge. */
  readonly merges?: true;
  readonly run: (call: Call) => Promise<Answer>;
}

/** A verb in the table of commands: known by name at once, read from its file when it is called. */
export interface VerbEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly verb: Verb }>;
}

/** A noun of the desk with its verbs. */
export interface NounEntry {
  readonly name: string;
  readonly summary: string;
  readonly verbs: readonly VerbEntry[];
}
