import type { IncomingMessage} from "node:http";
import { ServerResponse } from "node:http";

/** The head of a reply, written out ahead of time but for what differs from reply to reply. */
export interface PreparedHead {
  readonly status: 200 | 304;
  /** Names and values in turn, as `writeHead` takes them. */
  readonly list: readonly string[];
  /** The same from the status line on, each line ended. */
  readonly text: string;
}

/** Spells a head out; names and values were checked when they were first sent. */
export function prepareHead(status: 200 | 304, list: readonly string[]): PreparedHead {
  const lines = [status === 200 ? "HTTP/1.1 200 OK" : "HTTP/1.1 304 Not Modified"];
  for (let index = 0; index < list.length; index += 2) lines.push(`${list[index] ?? ""}: ${list[index + 1] ?? ""}`);
  return { status, list, text: `${lines.join("\r\n")}\r\n` };
}

/** What Node keeps of a reply's head; in every version, but under no public name. */
interface Insides {
  _header?: string | null;
  _hasBody?: boolean;
  _keepAliveTimeout?: number;
}

/**
 * A reply that can take a head as text. Node writes the head of every reply anew and looks at each sign of it, which for
 * heads of some kilobytes takes as long as all the rest. Where Node does not keep its head as expected, or the connection
 * ends with the reply, the head is written in the usual way.
 */
export class PreparedResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  /** Sends a prepared head, with further headers (which must be known to be sound), and a body unless it is a 304. */
  sendPrepared({ status, list, text }: PreparedHead, more: readonly string[], body: Buffer | null): void {
    const insides = this as unknown as Insides;
    if (insides._header !== null || !this.shouldKeepAlive || typeof insides._keepAliveTimeout !== "number") {
      this.writeHead(status, [...list, ...more]).end(body);
      return;
    }
    this.statusCode = status;
    insides._hasBody = body !== null;
    const [name = "", value = "", other, its] = more;
    const last = other === undefined ? "" : `${other}: ${its ?? ""}\r\n`;
    const alive = insides._keepAliveTimeout === 0 ? "" : keepAlive(insides._keepAliveTimeout);
    insides._header = `${text}${name}: ${value}\r\n${last}${dateLine()}${alive}\r\n`;
    this.end(body);
  }
}

const keepAlive = (timeout: number): string =>
  `Connection: keep-alive\r\nKeep-Alive: timeout=${String(Math.floor(timeout / 1000))}\r\n`;

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
