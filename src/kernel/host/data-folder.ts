import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { runsAsRoot, serverAccount, type Account } from "./account.ts";
import { closedFolder } from "./reach.ts";

/** Where our data lies. */
export interface DataFolder {
  readonly path: string;
  /** Set when it is not in the usual place: a sentence for the person who starts us. */
  readonly why: string | null;
}

/**
 * The data folder of a checkout: `.dateline` inside it, unless we are root and the account that runs the
 * database could not get there; then a folder of its own below `/var/lib/dateline`.
 */
export function defaultDataFolder(root: string, account: Account | null = rootsHelper()): DataFolder {
  const inside = join(root, ".dateline");
  const closed = account && !existsSync(join(inside, "pgdata")) ? closedFolder(inside, account) : null;
  if (!account || !closed) return { path: inside, why: null };
  const name = createHash("sha256").update(realpathSync(root)).digest("hex").slice(0, 12);
  const path = join("/var/lib/dateline", name);
  const reason = `the database runs as "${account.name}", which may not enter ${closed}`;
  return { path, why: `Data and database programs lie in ${path}, because ${reason}.` };
}

function rootsHelper(): Account | null {
  return runsAsRoot() ? serverAccount() : null;
}
