import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DatelineError } from "../../kernel/errors/index.ts";
import { accountOf, closedFolder, runsAsRoot, serverAccount, type Account } from "../../kernel/host/index.ts";
import { readIfThere, writePrivate } from "./files.ts";
import type { GuardOrder } from "./order.ts";
import { placesIn, type Places } from "./places.ts";
import { preparePrograms, type Programs } from "./programs.ts";

/** A Postgres cluster that is ready to be started. */
export interface Cluster {
  readonly places: Places;
  readonly programs: Programs;
  /** The account Postgres runs as; null means our own. */
  readonly account: Account | null;
  readonly password: string;
}

/** The superuser of an embedded cluster; its database bears the same name (see create-database). */
export const OWNER = "dateline";

// Unicode rules built into Postgres: the same order of letters on every machine.
const locale = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];

/** Makes the cluster on the first start, and finds what is needed to run it on every one. */
export async function prepareCluster(order: GuardOrder, tell: (note: string) => void): Promise<Cluster> {
  const places = placesIn(order.dataDir);
  const account = accountFor(places);
  const programs = preparePrograms(order.dataDir, account);
  clearLeftovers(places);
  const password = passwordIn(places);
  const cluster = { places, programs, account, password };
  if (!existsSync(places.cluster)) {
    tell("making the database (only the first time)");
    await makeCluster(cluster, order.throwaway ? ["--no-sync"] : ["--data-checksums"]);
  }
  return cluster;
}

/** What a child process needs to run as that account; nothing when it is our own. */
export function asAccount(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

function accountFor(places: Places): Account | null {
  if (!runsAsRoot()) return null;
  const account = ownerOf(places.cluster) ?? serverAccount();
  if (!account)
    throw unfit("Postgres refuses to run as root and this machine has no other account", "Add one named postgres.");
  const closed = closedFolder(places.cluster, account);
  if (!closed) return account;
  const fix = `Open that folder (chmod o+x), or set DATELINE_DATA to a folder others may pass through.`;
  throw unfit(`the database runs as "${account.name}", which may not enter ${closed}`, fix);
}

function ownerOf(path: string): Account | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats && stats.uid !== 0 ? accountOf(stats.uid, stats.gid) : null;
}

function unfit(why: string, fix: string): DatelineError {
  return new DatelineError("DATABASE_UNFIT", { says: `The embedded database cannot start: ${why}.`, fix });
}

function passwordIn(places: Places): string {
  const known = readIfThere(places.password)?.trim();
  if (known) return known;
  if (existsSync(places.cluster)) {
    throw unfit(
      `its password file ${places.password} is gone`,
      "Put the file back, or start afresh with 'npm run reset'.",
    );
  }
  const password = randomBytes(24).toString("base64url");
  writePrivate(places.password, `${password}\n`);
  return password;
}

function clearLeftovers({ dataDir, cluster }: Places): void {
  const unfinished = readdirSync(dataDir).filter((name) => name.startsWith(`${basename(cluster)}.making-`));
  for (const name of unfinished) rmSync(join(dataDir, name), { recursive: true, force: true });
}

// Made beside its place and then moved there: a start that dies half way leaves no half a database.
async function makeCluster({ places, programs, account, password }: Cluster, extra: readonly string[]): Promise<void> {
  const draft = `${places.cluster}.making-${process.pid}`;
  const secret = `${draft}.pw`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) for (const path of [draft, secret]) chownSync(path, account.uid, account.gid);
  const args = ["-D", draft, "-U", OWNER, `--pwfile=${secret}`, "--auth=scram-sha-256", ...locale, ...extra];
  try {
    await run(programs.initdb, args, account);
    renameSync(draft, places.cluster);
  } finally {
    rmSync(secret, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], cwd: "/", ...asAccount(account) });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(unfit(`initdb failed: ${complaint.trim().split("\n").slice(0, 3).join(" ")}`, "Look at the reason."));
    });
  });
}
