import { Severity, type Check } from "./check.ts";
import { linksChecks } from "./links.checks.ts";
import { mediaChecks } from "./media.checks.ts";
import type { ArticlePicture, Place } from "./picture.ts";
import { placeChecks } from "./place.checks.ts";
import { wordsChecks } from "./words.checks.ts";

/** The name of a check. Names are stable for ever: checks are added, never renamed. */
export type PreflightCode =
  keyof typeof wordsChecks | keyof typeof placeChecks | keyof typeof mediaChecks | keyof typeof linksChecks;

/** Every check an article passes before readers have it. The only such list. */
export const preflightChecks: Readonly<Record<PreflightCode, Check>> = {
  ...placeChecks,
  ...wordsChecks,
  ...mediaChecks,
  ...linksChecks,
};

const codes = Object.keys(preflightChecks) as PreflightCode[];

/** The names of all checks, in their order. */
export const PreflightCode = Object.fromEntries(codes.map((code) => [code, code])) as {
  readonly [Code in PreflightCode]: Code;
};

/** Something to know before an article is published: which check found it, what it weighs, where, and the way out. */
export interface Finding {
  readonly code: PreflightCode;
  readonly severity: Severity;
  /** Keys and indexes from the root of the article to the place. */
  readonly path: Place;
  readonly message: string;
  readonly fix: string;
}

const weights = Object.keys(Severity);

/** Everything the checks find, errors first, then warnings, then notes; each in the order of the list. */
export function runChecks(article: ArticlePicture): readonly Finding[] {
  const found = codes.flatMap((code) => {
    const { severity, fix, find } = preflightChecks[code];
    return find(article).map(({ place, says }): Finding => ({ code, severity, path: place, message: says, fix }));
  });
  return found.toSorted((one, other) => weights.indexOf(one.severity) - weights.indexOf(other.severity));
}

/** What keeps an article from readers while nobody accepts these warnings: every error, and every other warning. */
export const stoppers = (findings: readonly Finding[], accepted: ReadonlySet<PreflightCode>): readonly Finding[] =>
  findings.filter(
    ({ code, severity }) => severity === Severity.ERROR || (severity === Severity.WARNING && !accepted.has(code)),
  );
