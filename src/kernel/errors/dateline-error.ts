import { catalogue, type ErrorCode } from "./catalogue.ts";
import type { ErrorEntry } from "./error-entry.ts";

/** A single fault inside a rejected input. */
export interface Fault {
  /** Where: keys and indexes from the root of the input, e.g. `["blocks", 2, "level"]`. */
  readonly path: readonly (string | number)[];
  /** What is wrong there, as a sentence. */
  readonly message: string;
  /** The way out of this one, where it is another than the error's. */
  readonly fix?: string;
}

/** Facts that go with an error; must be safe to show to whoever asked. */
export interface ErrorDetails {
  readonly faults?: readonly Fault[];
  readonly [fact: string]: unknown;
}

/** The one error family: every refusal anywhere in Dateline is one of these. Anything else is a bug and is masked. */
export class DatelineError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** The way out; the catalogue's unless the thrower knows a better one. */
  readonly fix: string;

  constructor(code: ErrorCode, options: { says?: string; fix?: string; details?: ErrorDetails; cause?: unknown } = {}) {
    super(options.says ?? catalogue[code].says, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "DatelineError";
    this.code = code;
    this.details = options.details ?? {};
    this.fix = options.fix ?? catalogue[code].fix;
  }

  /** The catalogue row: HTTP status and exit code. */
  get entry(): ErrorEntry {
    return catalogue[this.code];
  }
}

/** Throws INVALID_INPUT with the faults, or returns when there are none. */
export function expectNone(faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalid(faults);
}

/** An INVALID_INPUT error whose sentence names the first fault. */
export function invalid(faults: readonly Fault[]): DatelineError {
  const says = faults.map((fault) => `${fault.path.join(".") || "input"}: ${fault.message}`).join("; ");
  return new DatelineError("INVALID_INPUT", { says, details: { faults } });
}

/** A NOT_FOUND error that names what was looked for, e.g. `notFound("article", "no-such-slug")`. */
export function notFound(noun: string, name: string): DatelineError {
  return new DatelineError("NOT_FOUND", { says: `There is no ${noun} "${name}".`, details: { noun, name } });
}
