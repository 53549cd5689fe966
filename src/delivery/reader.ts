import type { Lens } from "./lens.ts";
import type { Provenance } from "./provenance.ts";

/** Where statements are answered. */
export interface Source {
  /**
   * Runs a statement of the plan. Gives the moment it saw, in milliseconds since 1970, and what it found. Rejects with
   * an error of ours.
   */
  ask(text: string, values: readonly unknown[]): Promise<readonly [at: number, found: unknown]>;
}

/** One reading of the newspaper. */
export interface Reader {
  readonly source: Source;
  readonly lens: Lens;
  /** The address of the site, without a slash at its end: canonical addresses and pictures begin with it. */
  readonly siteUrl: string;
  /** What the answer is made of, filled as it is read. */
  readonly provenance: Provenance;
}
