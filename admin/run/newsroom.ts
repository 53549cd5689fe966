import { openDatabase, type Database } from "../../src/database/client.ts";
import { readersOn } from "../../src/database/readers.ts";
import { useEmbedded } from "../../src/database/embedded/index.ts";
import { migrate } from "../../src/database/migrate/index.ts";
import type { Source } from "../../src/delivery/index.ts";
import type { Config } from "../../src/kernel/config/index.ts";
import { silentLog } from "../../src/kernel/log.ts";
import { prepareNewsroom } from "../../src/newsroom/setup/index.ts";
import { note } from "../print/index.ts";

/** The newsroom's database, open. */
export interface Newsroom {
  readonly db: Database["db"];
  /** What readers see, asked for as they ask. */
  readonly readers: Source;
  /** Whether it is the one we run ourselves, in our data folder. */
  readonly embedded: boolean;
  readonly close: () => Promise<void>;
}

const connections = 4;

/** Opens the database a server beside us would use: the one DATABASE_URL names, else our own, which starts if it must. */
export async function openNewsroom({ databaseUrl, dataDir }: Config): Promise<Newsroom> {
  const tell = (text: string): void => {
    note(`${text} …`);
  };
  const own = databaseUrl === null ? await useEmbedded({ dataDir, log: silentLog, tell }) : null;
  const url = own?.url ?? databaseUrl ?? "";
  try {
    await migrate(url, { tell });
    const database = openDatabase(url, { log: silentLog, connections });
    const { db } = database;
    const embedded = own !== null;
    await prepareNewsroom({ database, embedded });
    return {
      db,
      readers: readersOn(database.pool),
      embedded,
      close: () => database.close().finally(() => own?.release()),
    };
  } catch (error) {
    await own?.release();
    throw error;
  }
}
