import pg from "pg";
import { DatelineError } from "../../kernel/errors/index.ts";

const OLDEST = 150_000;
const CONNECT_TIMEOUT = 10_000;

/** Connects for housekeeping. Throws DATABASE_UNREACHABLE with the reason, DATABASE_UNFIT for a server before version 15. */
export async function connectToServer(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT });
  // A connection that breaks later fails the statement under way; it must not take the process down as well.
  client.on("error", () => undefined);
  try {
    await client.connect();
    await refuseOld(client);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error instanceof DatelineError ? error : unreachable(error);
  }
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  const version = rows[0];
  if (version && version.number >= OLDEST) return;
  throw new DatelineError("DATABASE_UNFIT", { says: `The database is Postgres ${version?.name ?? "of unknown age"}.` });
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/ECONNREFUSED/, "nothing listens there"],
  [/ENOTFOUND|EAI_AGAIN/, "no machine has that name"],
  [/timeout|ETIMEDOUT/i, "it does not answer"],
  [/28P01|28000/, "it refuses that user or password"],
  [/3D000/, "it has no database of that name"],
];

function unreachable(error: unknown): DatelineError {
  const { code = "", message } = error as { code?: string; message: string };
  const known = reasons.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  const why = known ?? (message || code);
  return new DatelineError("DATABASE_UNREACHABLE", { says: `The database cannot be reached: ${why}.`, cause: error });
}
