/** Exit codes of commands that no single error decides; those of errors stand in the catalogue. */
export const exits = {
  /** Looked, and found something wrong. */
  wrong: 1,
  /** Of several, some failed. */
  someFailed: 7,
  /** The database cannot be used. */
  database: 8,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;
