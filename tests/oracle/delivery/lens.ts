/** The moment the newspaper is looked at; null means the database's own time. */
export interface Lens {
  readonly at: Date | null;
}
