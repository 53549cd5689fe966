import { connect, createServer, type Socket } from "node:net";

/** A wire to Postgres on which the connection that listens for changes can be made to say nothing, without ending it. */
export interface SilentWire {
  /** The address of the database through this wire. */
  readonly url: string;
  /** From now on no byte of a listening connection gets through, of old ones or new ones; others are not touched. */
  mute(): void;
  /** Lets bytes through again; what was held back is lost, so connections that were muted are cut. */
  restore(): void;
  close(): Promise<void>;
}

/** How a connection that listens introduces itself, in the first packet it sends. */
const LISTENER = "dateline-changes";

/** Lays a wire to the database behind an address. */
export async function layWire(to: string): Promise<SilentWire> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  const muted = new Set<Socket>();
  const state = { mute: false };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let listens = false;
    for (const [from, other] of [[near, far] as const, [far, near] as const]) {
      sockets.add(from);
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        other.destroy();
      });
      from.on("data", (bytes) => {
        listens ||= from === near && bytes.includes(LISTENER);
        if (listens && state.mute) muted.add(near);
        else other.write(bytes);
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const own = typeof address === "object" && address !== null ? String(address.port) : "";
  const cut = (some: Set<Socket>): void => {
    for (const socket of some) socket.destroy();
    some.clear();
  };
  return {
    url: Object.assign(new URL(to), { port: own }).href,
    mute: () => {
      state.mute = true;
    },
    restore: () => {
      state.mute = false;
      cut(muted);
    },
    close: async () => {
      cut(sockets);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
