import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { DatelineError } from "../../kernel/errors/index.ts";
import { readIfThere } from "./files.ts";
import { receive, send, type GuardAddress } from "./messages.ts";
import type { GuardOrder } from "./order.ts";
import { placesIn } from "./places.ts";
import { spawnGuard } from "./spawn-guard.ts";

/** A connection to a guard whose database is ready. */
export interface Attachment {
  readonly socket: Socket;
  readonly port: number;
}

const PATIENCE = 120_000;
const WELCOME_WITHIN = 3_000;

/** Finds the guard of the data folder, or starts one, and waits for its database. Throws DATABASE_UNFIT. */
export async function attach(order: GuardOrder, tell: (note: string) => void): Promise<Attachment> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const found = (await tryAttach(order, tell)) ?? (await spawnGuard(order, () => tryAttach(order, tell)));
    if (found) return found;
    await sleep(50);
  }
  throw new DatelineError("DATABASE_UNFIT", {
    says: "The embedded database does not come up.",
    fix: `Look at guard.log and postgres.log in ${order.dataDir}.`,
  });
}

/** Uses the guard that runs, if one does. */
export async function tryAttach(order: GuardOrder, tell: (note: string) => void): Promise<Attachment | null> {
  const address = readAddress(placesIn(order.dataDir).guard);
  const socket = address && (await dial(address.port));
  return socket ? untilReady(socket, address, tell) : null;
}

function readAddress(path: string): GuardAddress | null {
  try {
    return JSON.parse(readIfThere(path) ?? "null") as GuardAddress | null;
  } catch {
    return null;
  }
}

async function dial(port: number): Promise<Socket | null> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  try {
    await once(socket, "connect");
    return socket;
  } catch {
    return null;
  }
}

function untilReady(
  socket: Socket,
  { secret, proof }: GuardAddress,
  tell: (note: string) => void,
): Promise<Attachment | null> {
  return new Promise((resolve, reject) => {
    let known = false;
    socket.on("error", () => socket.destroy());
    socket.once("close", () => {
      resolve(null);
    });
    // Whoever took the port of a guard that died may not know how to answer.
    setTimeout(() => known || socket.destroy(), WELCOME_WITHIN).unref();
    receive(socket, (message) => {
      known ||= message.say === "welcome" && message.proof === proof;
      if (!known) socket.destroy();
      else if (message.say === "note") tell(message.text);
      else if (message.say === "ready") resolve({ socket, port: message.port });
      else if (message.say === "failed")
        reject(new DatelineError("DATABASE_UNFIT", { says: message.reason, fix: message.fix }));
    });
    send(socket, { say: "hello", secret });
  });
}
