import type { Lens } from "../lens.ts";
import type { Tags } from "../provenance.ts";
import type { Fault } from "./fault.ts";
import type { Json } from "./json.ts";
import type { Row } from "./row.ts";
import type { Args, Variables } from "./selection.ts";

/** One answering of one root field. */
export interface Run {
  readonly lens: Lens;
  /** The address of the site, without a slash at its end. */
  readonly siteUrl: string;
  /** The tags of everything the answer rests on. */
  readonly tags: Tags;
  /** What went wrong at places that may be null. */
  readonly faults: Fault[];
  /** What the root field was asked with. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly variables: Variables;
  /** Argument values already worked out. */
  readonly known: Map<Args, Readonly<Record<string, unknown>>>;
}

/** Reads out of a row what the answer shows of it. */
export type Read = (row: Row, run: Run) => Json;

const none: Readonly<Record<string, unknown>> = {};

/** The values of a field's arguments in this run, worked out once. */
export function argsIn(run: Run, args: Args | null): Readonly<Record<string, unknown>> {
  if (args === null) return none;
  const known = run.known.get(args);
  if (known !== undefined) return known;
  const values = args.of(run.variables);
  run.known.set(args, values);
  return values;
}
