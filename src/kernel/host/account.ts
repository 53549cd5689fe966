import { readFileSync } from "node:fs";

/** An account of the operating system, by its numbers. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const preferred = ["postgres", "nobody", "daemon"];

/** Whether we run as root, whom Postgres refuses to serve. Never on Windows. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The account that runs the database when we are root: `postgres`, else another without rights, else null. */
export function serverAccount(accounts: readonly Account[] = readAccounts()): Account | null {
  const known = preferred.map((name) => accounts.find((account) => account.name === name && account.uid !== 0));
  return known.find((account) => account !== undefined) ?? null;
}

/** The account with this number; its number stands for its name where the machine knows none. */
export function accountOf(uid: number, gid: number): Account {
  return { name: readAccounts().find((account) => account.uid === uid)?.name ?? String(uid), uid, gid };
}

function readAccounts(): Account[] {
  try {
    return readFileSync("/etc/passwd", "utf8").split("\n").flatMap(parseAccount);
  } catch {
    return [];
  }
}

function parseAccount(line: string): Account[] {
  const [name, , uid, gid] = line.split(":");
  if (!name || !uid || !gid) return [];
  return [{ name, uid: Number(uid), gid: Number(gid) }];
}
