import { randomBytes, timingSafeEqual } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { writePrivate } from "./files.ts";
import { receive, send, type FromGuard, type GuardAddress, type ToGuard } from "./messages.ts";

/** The guard's door: every process that uses the database holds one connection to it for as long as it lives. */
export interface Door {
  /** Tells everyone who is here, and whoever comes later. */
  announce(message: FromGuard): void;
  /** Resolves when nobody is left, or when the owner asks for the end. */
  readonly unused: Promise<void>;
  /** Resolves when somebody has come, and has been told what was announced last. */
  readonly visited: Promise<void>;
  /** Lets nobody in any more; those inside are let go by `empty`. */
  close(): void;
  empty(): void;
}

interface Guests {
  readonly inside: Set<Socket>;
  last: FromGuard | null;
  grace: NodeJS.Timeout | null;
  readonly leave: () => unknown;
  readonly visit: () => unknown;
  /** Whether an empty house is a reason to go. */
  readonly goesWhenEmpty: boolean;
}

const FIRST_GUEST_WITHIN = 15_000;
const GRACE = 3_000;

/** Opens the door on a loopback port and writes down how to find it. */
export async function openDoor(path: string, goesWhenEmpty: boolean): Promise<Door> {
  const secret = randomBytes(24).toString("base64url");
  const proof = randomBytes(24).toString("base64url");
  const end = new EventEmitter();
  const unused = once(end, "leave").then(() => undefined);
  const visited = once(end, "visit").then(() => undefined);
  const [leave, visit] = [() => end.emit("leave"), () => end.emit("visit")];
  const guests: Guests = { inside: new Set(), last: null, grace: null, leave, visit, goesWhenEmpty };
  goSoon(guests, FIRST_GUEST_WITHIN);
  const server = createServer((socket) => {
    greet(socket, guests, { secret, proof, server });
  });
  const port = await listen(server);
  writePrivate(path, JSON.stringify({ pid: process.pid, port, secret, proof } satisfies GuardAddress));
  return {
    unused,
    visited,
    announce: (message) => {
      announce(guests, message);
    },
    close: () => {
      rmSync(path, { force: true });
      server.close();
    },
    empty: () => {
      guests.inside.forEach((socket) => socket.destroy());
    },
  };
}

function announce(guests: Guests, message: FromGuard): void {
  guests.last = message;
  for (const socket of guests.inside) send(socket, message);
}

interface House {
  readonly secret: string;
  readonly proof: string;
  readonly server: Server;
}

function greet(socket: Socket, guests: Guests, { secret, proof, server }: House): void {
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  receive(socket, (message) => {
    if (message.say === "hello" && server.listening && sameText(message.secret, secret)) admit(socket, guests, proof);
    else if (guests.inside.has(socket)) obey(message, socket, guests);
    else socket.destroy();
  });
}

function admit(socket: Socket, guests: Guests, proof: string): void {
  if (guests.grace) clearTimeout(guests.grace);
  guests.inside.add(socket);
  send(socket, { say: "welcome", proof });
  if (guests.last) send(socket, guests.last);
  guests.visit();
  socket.once("close", () => {
    guests.inside.delete(socket);
    if (guests.inside.size === 0) goSoon(guests, GRACE);
  });
}

function goSoon(guests: Guests, wait: number): void {
  if (guests.goesWhenEmpty) guests.grace = setTimeout(guests.leave, wait);
}

// A guest who says goodbye as the last one waits inside until all is down; anyone else is told that others stay.
function obey(message: FromGuard | ToGuard, socket: Socket, guests: Guests): void {
  if (message.say === "stop" || (guests.inside.size === 1 && guests.goesWhenEmpty)) guests.leave();
  else send(socket, { say: "shared" });
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}

function sameText(one: unknown, other: string): boolean {
  if (typeof one !== "string" || Buffer.byteLength(one) !== Buffer.byteLength(other)) return false;
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
