import type { ArticlePicture, Place } from "./picture.ts";

/** How much a finding weighs. */
export const Severity = { ERROR: "ERROR", WARNING: "WARNING", NOTE: "NOTE" } as const;
/** An error stops a publication, a warning stops it until somebody accepts it with a reason, a note never does. */
export type Severity = (typeof Severity)[keyof typeof Severity];

/** Something a check found, before it knows its name. */
export interface Spot {
  readonly place: Place;
  /** One sentence for a person. */
  readonly says: string;
}

/** A check: what it looks for, how much that weighs, why so, and the way out. */
export interface Check {
  readonly severity: Severity;
  /** What it finds, for the table of checks. */
  readonly finds: string;
  /** Why it weighs what it weighs, where somebody may ask. */
  readonly because?: string;
  /** The way out: what to do next. */
  readonly fix: string;
  readonly find: (article: ArticlePicture) => readonly Spot[];
}

/** One spot when something is wrong, none otherwise. */
export const spot = (wrong: boolean, place: Place, says: string): readonly Spot[] => (wrong ? [{ place, says }] : []);
