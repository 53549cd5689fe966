import { tmpdir } from "node:os";
import { join } from "node:path";
import { closedFolder, runsAsRoot, serverAccount } from "../../kernel/host/index.ts";

/** Where a process keeps its throwaway database: in a place the account that runs Postgres can reach. */
export function throwawayFolder(purpose: string, pid: number = process.pid): string {
  const name = `dateline-${purpose}-${pid}`;
  const candidates = [tmpdir(), "/tmp", "/var/tmp", "/var/lib"];
  const account = runsAsRoot() ? serverAccount() : null;
  const open = candidates.find((base) => !account || closedFolder(join(base, name), account) === null);
  return join(open ?? tmpdir(), name);
}
