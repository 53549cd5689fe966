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
  const held = { now: first, released: false };
  stayAttached(held, order, options.log);
  return {
    url: `postgresql://${OWNER}:${password}@127.0.0.1:${first.port}/${OWNER}`,
    location: dataDir,
    release: ({ wait = false } = {}) => {
      held.released = true;
      if (wait) return goodbye(held.now.socket, "bye");
      held.now.socket.destroy();
      return Promise.resolve();
    },
  };
}

interface Held {
  now: Attachment;
  released: boolean;
}

// When the guard is killed its database stops; whoever still lives brings both back.
function stayAttached(held: Held, order: GuardOrder, log: Log): void {
  const { socket, port } = held.now;
  socket.unref();
  socket.once("close", () => {
    if (held.released) return;
    log.warn({}, "the guard of the database is gone; starting another");
    attach(order, (note) => log.info({}, note)).then(
      (again) => {
        held.now = again;
        if (again.port !== port) log.error({ port: again.port }, "the database came back on another port; start again");
        stayAttached(held, order, log);
      },
      (error: unknown) => log.error({ error: String(error) }, "the database could not be brought back"),
    );
  });
}
