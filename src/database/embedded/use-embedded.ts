import type { Log } from "../../kernel/log.ts";
import { attach, type Attachment } from "./attach.ts";
import { OWNER } from "./cluster.ts";
import { prepareDataFolder } from "./data-folder.ts";
import { readIfThere } from "./files.ts";
import { goodbye } from "./goodbye.ts";
import type { GuardOrder } from "./order.ts";
import { placesIn } from "./places.ts";

/** The embedded database, for as long as we use it. */
export interface Embedded {
  readonly url: string;
  /** The folder its data lies in. */
  readonly location: string;
  /**
   * Says that we need it no more. It stops a moment later if nobody else uses it; with `wait`, at once, and this
   * resolves when it is down.
   */
  release(options?: { wait?: boolean }): Promise<void>;
}

/** What to open and whom to tell about it. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Hears what is being done while a first start takes its time. */
  readonly tell?: (note: string) => void;
  /** For tests: quick, forgetful, and removed when the process with this number ends. */
  readonly throwaway?: { readonly ownerPid: number };
}

/**
 * Opens the embedded Postgres of a data folder, starting it when it does not run. It stays up while any process
 * uses it, whichever came first, and ends when the last one has ended, however suddenly.
 * Throws DATABASE_UNFIT, CONFIG_INVALID.
 */
export async function useEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, tell = () => undefined } = options;
  const places = placesIn(dataDir);
  const order: GuardOrder = { dataDir, throwaway: options.throwaway ?? null };
  prepareDataFolder(places);
  const first = await attach(order, tell);
  const password = readIfThere(places.password)?.trim() ?? "";
  const held: Held = { now: first, returning: Promise.resolve(), released: false };
  stayAttached(held, order, options.log);
  return {
    url: `postgresql://${OWNER}:${password}@127.0.0.1:${first.port}/${OWNER}`,
    location: dataDir,
    release: async ({ wait = false } = {}) => {
      held.released = true;
      if (wait) await held.returning;
      if (wait) return goodbye(held.now.socket, "bye");
      held.now.socket.destroy();
    },
  };
}

interface Held {
  now: Attachment;
  /** Resolves when a lost guard has been replaced; at once when none was lost. */
  returning: Promise<void>;
  released: boolean;
}

// When the guard is killed its database stops; whoever still lives brings both back.
function stayAttached(held: Held, order: GuardOrder, log: Log): void {
  held.now.socket.unref();
  held.now.socket.once("close", () => {
    if (held.released) return;
    log.warn({}, "the guard of the database is gone; starting another");
    held.returning = reattach(held, order, log).catch((error: unknown) => {
      log.error({ error: String(error) }, "the database could not be brought back");
    });
  });
}

async function reattach(held: Held, order: GuardOrder, log: Log): Promise<void> {
  const { port } = held.now;
  held.now = await attach(order, (note) => {
    log.info({}, note);
  });
  if (held.now.port !== port) log.error({ port: held.now.port }, "the database came back on another port; start again");
  stayAttached(held, order, log);
}
