import type { IncomingMessage } from "node:http";
import { ServerResponse } from "node:http";
import { unshared } from "./lifetime.ts";

/** A reply written out ahead of time, but for what differs from one time to the next. */
export interface PreparedReply {
  readonly status: 200 | 304;
  /** Headers: names and values in turn, as `writeHead` takes them. */
  readonly list: readonly string[];
  /** The same headers and the empty line written out, where they do not stand in the rest. */
  readonly head: string;
  /** The body, with all that stands before it where it is kept: what lies in one piece is read and sent faster. */
  readonly rest: Buffer | null;
  /** Where in it the body begins. */
  readonly bodyAt: number;
}

/** The head of replies nobody keeps, but for what differs from one to the next. */
export interface PreparedHead {
  readonly list: readonly string[];
  readonly text: string;
}

const linesOf = (list: readonly string[]): string => {
  let lines = "";
  for (let index = 0; index < list.length; index += 2) lines += `${list[index] ?? ""}: ${list[index + 1] ?? ""}\r\n`;
  return lines;
};

/** Writes out the head of replies of a type that nobody keeps. Names and values must be sound. */
export function prepareHead(others: readonly string[], type: string): PreparedHead {
  const list = [...others, "cache-control", unshared, "content-type", type];
  return { list, text: linesOf(list) };
}

/** A reply with an answer that has just been made. */
export function prepareText({ list, text }: PreparedHead, answer: string): PreparedReply {
  const rest = Buffer.from(answer);
  const length = String(rest.length);
  const head = `${text}content-length: ${length}\r\n\r\n`;
  return { status: 200, list: [...list, "content-length", length], head, rest, bodyAt: 0 };
}

/** The headers of a reply that tells what went wrong. */
export const failedHead = (others: readonly string[], told: { type: string; requestId: string; body: string }) => [
  ...others,
  ...["x-request-id", told.requestId, "cache-control", "private, no-store"],
  ...["content-type", told.type, "content-length", String(Buffer.byteLength(told.body))],
];

/** Writes a reply with a body out. Names and values must be sound: they are not looked at again. */
export function prepareReply(list: readonly string[], body: Buffer): PreparedReply {
  const head = `${linesOf(list)}\r\n`;
  const bodyAt = Buffer.byteLength(head);
  // Of its own, not a slice of a pool: it is kept for long, and the pool with it.
  const rest = Buffer.allocUnsafeSlow(bodyAt + body.length);
  rest.write(head);
  body.copy(rest, bodyAt);
  return { status: 200, list, head: "", rest, bodyAt };
}

/** Writes a reply without a body out (304). Names and values must be sound. */
export const prepareUnchanged = (list: readonly string[]): PreparedReply => ({
  ...{ status: 304, list, head: `${linesOf(list)}\r\n`, rest: null, bodyAt: 0 },
});

const statusLines = { 200: "HTTP/1.1 200 OK\r\n", 304: "HTTP/1.1 304 Not Modified\r\n" } as const;

/** What Node keeps of a reply's head; in every version, but under no public name. */
interface Insides {
  _header?: string | null;
  _keepAliveTimeout?: number;
}

/**
 * A reply that can be sent as it was written out. Node writes the head of every reply anew and looks at each sign of it,
 * which for heads of some kilobytes takes as long as all the rest. Where Node does not keep its head as expected, the
 * connection ends with the reply, or only the head is wanted, it is written in the usual way.
 */
export class PreparedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Sends a prepared reply with further headers, names and values in turn, which must be known to be sound. */
  sendPrepared({ status, list, head, rest, bodyAt }: PreparedReply, more: readonly string[]): void {
    const insides = this as unknown as Insides;
    const usual = insides._header !== null || !this.shouldKeepAlive || this.req.method === "HEAD";
    if (usual || typeof insides._keepAliveTimeout !== "number") {
      this.writeHead(status, [...list, ...more]).end(rest?.subarray(bodyAt));
      return;
    }
    this.statusCode = status;
    const once = `${linesOf(more)}${dateLine()}${keepAlive(insides._keepAliveTimeout)}`;
    insides._header = statusLines[status] + once + head;
    this.end(rest);
  }
}

const keepAlive = (timeout: number): string =>
  timeout === 0 ? "" : `Connection: keep-alive\r\nKeep-Alive: timeout=${String(Math.floor(timeout / 1000))}\r\n`;

const clock = { until: 0, line: "" };

// As in every reply of Node's, to the second.
function dateLine(): string {
  const now = Date.now();
  if (now >= clock.until || now < clock.until - 1_000) {
    clock.line = `Date: ${new Date(now).toUTCString()}\r\n`;
    clock.until = now - (now % 1_000) + 1_000;
  }
  return clock.line;
}
