import type { IncomingMessage } from "node:http";
import { ServerResponse } from "node:http";
import { unshared } from "./lifetime.ts";

/** A reply written out ahead of time, but for what differs from one time to the next. */
export interface PreparedReply {
  readonly status: 200 | 304;
  /** Headers: names and values in turn, as `writeHead` takes them. */
  readonly list: readonly string[];
  /** The same headers written out, the empty line and the body: what lies in one piece is read and sent faster. */
  readonly rest: Buffer;
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
  const length = Buffer.byteLength(answer);
  const rest = Buffer.from(`${text}content-length: ${String(length)}\r\n\r\n${answer}`);
  return { status: 200, list: [...list, "content-length", String(length)], rest, bodyAt: rest.length - length };
}

/** The headers of a reply that tells what went wrong. */
export const failedHead = (others: readonly string[], told: { type: string; requestId: string; body: string }) => [
  ...others,
  ...["x-request-id", told.requestId, "cache-control", "private, no-store"],
  ...["content-type", told.type, "content-length", String(Buffer.byteLength(told.body))],
];

/** Writes a reply out. Names and values must be sound: they are not looked at again. */
export function prepareReply(status: 200 | 304, list: readonly string[], body: Buffer): PreparedReply {
  const head = Buffer.from(`${linesOf(list)}\r\n`);
  return { status, list, rest: Buffer.concat([head, body]), bodyAt: head.length };
}

const statusLines = { 200: "HTTP/1.1 200 OK\r\n", 304: "HTTP/1.1 304 Not Modified\r\n" } as const;

/** What Node keeps of a reply's head; in every version, but under no public name. */
interface Insides {
  _header?: string | null;
  _keepAliveTimeout?: number;
}

/**
 * A reply that can be sent as it was written out. Node writes the head of every reply anew and looks at each sign of it,
 * which for heads of some kilobytes takes as long as all the rest. Where Node does not keep its head as expected, or the
 * connection ends with the reply, the head is written in the usual way.
 */
export class PreparedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Sends a prepared reply with further headers, names and values in turn, which must be known to be sound. */
  sendPrepared({ status, list, rest, bodyAt }: PreparedReply, more: readonly string[]): void {
    const insides = this as unknown as Insides;
    if (insides._header !== null || !this.shouldKeepAlive || typeof insides._keepAliveTimeout !== "number") {
      this.writeHead(status, [...list, ...more]).end(rest.subarray(bodyAt));
      return;
    }
    this.statusCode = status;
    insides._header = `${statusLines[status]}${linesOf(more)}${dateLine()}${keepAlive(insides._keepAliveTimeout)}`;
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
