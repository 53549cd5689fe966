import { randomUUID } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PrismaClient } from "../../database/generated/client.ts";
import { authenticate, createToken, revokeToken } from "../access/index.ts";
import { withTransaction, type OpenDesk } from "../desk.ts";
import { localAdmin } from "./prepare-newsroom.ts";
import { setupDesk } from "./setup-desk.ts";
import { openTokens, takeSetupTurn } from "./setup.store.ts";

const tokenName = "development";

/**
 * The local admin's token for trying the desk API, the same from start to start: it lies in the file "desk-token" of
 * the folder, which only its owner may read. When that one is lost or ended, a new one is made and others like it end.
 * The caller answers for it that the database is embedded, prepared, and served on a loopback address only.
 */
export const developmentToken = ({ db, folder }: { db: PrismaClient; folder: string }): Promise<string> =>
  withTransaction(setupDesk(db), async (desk) => {
    await takeSetupTurn(desk.db);
    const path = join(folder, "desk-token");
    const kept = await contentOf(path);
    if (kept !== null && (await authenticate(desk.db, kept, desk.now)) !== null) return kept;
    const token = await freshToken(desk);
    await writeSecret(path, token);
    return token;
  });

async function freshToken(desk: OpenDesk): Promise<string> {
  for (const token of await openTokens(desk.db, localAdmin, tokenName)) await revokeToken(desk, { token });
  return (await createToken(desk, { user: localAdmin, name: tokenName })).token;
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    return null;
  }
}

async function writeSecret(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, `${text}\n`, { mode: 0o600, flag: "wx" });
  await rename(unfinished, path);
}
