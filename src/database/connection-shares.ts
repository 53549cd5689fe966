/** How the connections one process may hold are shared out. */
export interface ConnectionShares {
  /** For the readers' statements. */
  readonly readers: number;
  /** For everything else. */
  readonly desk: number;
  /** For hearing what changes. */
  readonly changes: 1;
}

/** Shares out the connections one process may hold, of which there must be three at least. */
export function connectionShares(total: number): ConnectionShares {
  const shared = Math.max(2, total - 1);
  const readers = Math.ceil(shared / 2);
  return { readers, desk: shared - readers, changes: 1 };
}
