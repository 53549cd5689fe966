import type { DatelineError, ErrorDetails } from "../../src/kernel/errors/index.ts";
import { spoken } from "./spoken.ts";
import { safe } from "./text.ts";

/** An error as a program reads it. */
export interface ErrorFacts {
  readonly code: DatelineError["code"];
  readonly message: string;
  readonly fix: string;
  readonly details: ErrorDetails;
}

/** An error as a person reads it, in one line: what and why, then what to do. */
export const lineOfError = ({ message, fix }: ErrorFacts): string =>
  `error: ${ended(safe(message))} ${spoken(safe(fix))}`;

const ended = (text: string): string => (/\p{Sentence_Terminal}["”»)]?$/u.test(text) ? text : `${text}.`);
