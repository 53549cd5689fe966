/** How the connections one process may hold are shared out: the readers' statements and everything else. */
export function connectionShares(total: number): { readonly readers: number; readonly desk: number } {
  const readers = Math.max(1, Math.floor(total / 2));
  return { readers, desk: Math.max(1, total - readers) };
}
