import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { receive, send } from "./messages.ts";

const STOP_WITHIN = 45_000;

/** Takes leave of a guard: resolves when its database is down, or when others are known to need it still. */
export async function goodbye(socket: Socket, say: "bye" | "stop"): Promise<void> {
  if (socket.destroyed) return;
  const over = new Promise<void>((resolve) => {
    socket.once("close", () => {
      resolve();
    });
    receive(socket, (message) => message.say === "shared" && socket.destroy());
  });
  socket.ref();
  send(socket, { say });
  await Promise.race([over, sleep(STOP_WITHIN, undefined, { ref: false })]);
  socket.destroy();
}
