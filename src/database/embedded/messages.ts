import type { Socket } from "node:net";

/** What a guard tells the processes that use its database. */
export type FromGuard =
  | { readonly say: "welcome"; readonly proof: string }
  | { readonly say: "note"; readonly text: string }
  | { readonly say: "ready"; readonly port: number }
  | { readonly say: "failed"; readonly reason: string; readonly fix: string }
  | { readonly say: "shared" };

/** What those processes tell the guard. Falling silent (a closed connection) means the process has ended. */
export type ToGuard =
  { readonly say: "hello"; readonly secret: string } | { readonly say: "bye" } | { readonly say: "stop" };

/** How to find and greet a guard; kept in a private file. */
export interface GuardAddress {
  readonly pid: number;
  readonly port: number;
  readonly secret: string;
  /** What the guard answers, so that nobody else who took its port is believed. */
  readonly proof: string;
}

const LONGEST_LINE = 10_000;

/** Sends one message, a JSON document on a line of its own. */
export function send(socket: Socket, message: FromGuard | ToGuard): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls `take` with each message that comes in; whoever sends what is not one is cut off. */
export function receive(socket: Socket, take: (message: FromGuard | ToGuard) => void): void {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    try {
      if (rest.length > LONGEST_LINE) throw new Error("too long");
      for (const line of lines) take(JSON.parse(line) as FromGuard | ToGuard);
    } catch {
      socket.destroy();
    }
  });
}
