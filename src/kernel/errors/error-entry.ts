/** One row of the error catalogue: the same row serves GraphQL, HTTP, the desk command and the docs. */
export interface ErrorEntry {
  /** One sentence for a person. */
  readonly says: string;
  /** The way out: what to do next. */
  readonly fix: string;
  /** HTTP status where the error is the whole answer. */
  readonly http: number;
  /** Exit code of the desk command (0 is never an error). */
  readonly exit: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}
