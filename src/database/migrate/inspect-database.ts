import type pg from "pg";
import { connectToServer } from "./check-server.ts";
import { readMigrations } from "./migrations.ts";
import { standingOf, type Standing } from "./standing.ts";

/** How a database stands to this version of ours. */
export interface DatabaseState extends Standing {
  /** The server's version as it says it. */
  readonly server: string;
  /** Tables, constraints, triggers … that differ from what the migrations make; only told of a migrated database. */
  readonly differing: readonly string[];
}

/**
 * Looks at a database without changing anything. Throws DATABASE_UNREACHABLE, and DATABASE_UNFIT for an old server or a
 * history that contradicts ours.
 */
export async function inspectDatabase(url: string): Promise<DatabaseState> {
  const client = await connectToServer(url);
  try {
    const standing = await standingOf(client, readMigrations());
    const { rows } = await client.query<{ name: string }>("select current_setting('server_version') as name");
    const migrated = standing.missing.length === 0 && standing.unfinished.length === 0;
    const differing = migrated ? await differences(client) : [];
    return { ...standing, server: rows[0]?.name ?? "unknown", differing };
  } finally {
    await client.end();
  }
}

type ByKind = Readonly<Record<string, Readonly<Record<string, string>>>>;

async function differences(client: pg.Client): Promise<string[]> {
  // Only the doctor asks, so nobody else waits until these are read.
  const { readCatalogue, readSnapshot } = await import("./authoring/index.ts");
  const found: ByKind = await readCatalogue(client);
  const wanted: ByKind = readSnapshot()?.catalogue ?? found;
  return Object.keys({ ...wanted, ...found }).flatMap((kind) => {
    const [ours, theirs] = [wanted[kind] ?? {}, found[kind] ?? {}];
    const names = Object.keys({ ...ours, ...theirs }).filter((name) => ours[name] !== theirs[name]);
    return names.map((name) => `${kind}: ${name}`);
  });
}
