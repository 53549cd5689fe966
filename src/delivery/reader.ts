import type { Lens } from "./lens.ts";
import type { Provenance } from "./provenance.ts";

/** A statement with its values: what the readers' connections take as `Asked`, and mean by `together`. */
export interface Bound {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How it goes together with others of its kind; left out where it goes alone. */
  readonly together?: Together | undefined;
}

/** A statement for many who ask the same of other values. */
export interface Together {
  /** Each parameter is a list of texts, each row one answer `j` and its number `n`, from 1. */
  readonly text: string;
  /** The most rows one answer can bring. */
  readonly rows: number;
}

/** Where statements are answered. */
export interface Source {
  /**
   * Runs a statement of the plan. Gives the JSON text of an array: the moment it saw, in milliseconds since 1970, and
   * what it found. Rejects with an error of ours.
   */
  ask(statement: Bound): Promise<string>;
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
