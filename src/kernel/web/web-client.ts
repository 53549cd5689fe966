import type { Agent } from "undici";
import { publicOnly, RefusedAddress } from "./address-policy.ts";
import type { Guard } from "./guarded-agent.ts";

/** What asking an address came to. */
export type WebAnswer =
  | { readonly kind: "answered"; readonly status: number; readonly movedTo: string | null }
  | { readonly kind: "refused" }
  | { readonly kind: "failed"; readonly why: string };

/** Asks addresses outside whether they answer. The only way out of the house. */
export interface WebClient {
  /** Never throws. `movedTo` is where permanent redirects (301, 308) lead, before any that is not. */
  readonly probe: (url: string) => Promise<WebAnswer>;
  readonly close: () => Promise<void>;
}

/** What a client may be made with; the default goes to the public Internet only. */
export type WebClientOptions = Partial<Omit<Guard, "connectTimeout">> & { readonly timeout?: number };

const mostRedirects = 5;
const userAgent = "Dateline link check";
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const permanent: ReadonlySet<number> = new Set([301, 308]);

/** An outbound client. It sends no cookies, follows five redirects at most and reads no body. */
export function webClient({ allows = publicOnly, lookup, timeout = 10_000 }: WebClientOptions = {}): WebClient {
  const made: { agent?: Promise<Agent> } = {};
  // A hundred files that nobody needs who never asks the web.
  const open = async (): Promise<Agent> => {
    const { guardedAgent } = await import("./guarded-agent.ts");
    return guardedAgent({ allows, connectTimeout: timeout, ...(lookup && { lookup }) });
  };
  return {
    probe: async (url) => {
      const agent = await (made.agent ??= open());
      return probe({ agent, signal: AbortSignal.timeout(timeout) }, url);
    },
    close: async () => (await made.agent)?.destroy(),
  };
}

interface Way {
  readonly agent: Agent;
  /** Ends the whole probe, all its redirects included. */
  readonly signal: AbortSignal;
}

async function probe(way: Way, url: string): Promise<WebAnswer> {
  try {
    return await follow(way, url);
  } catch (error) {
    if (isRefusal(error)) return { kind: "refused" };
    return { kind: "failed", why: reasonOf(error) };
  }
}

async function follow(way: Way, start: string): Promise<WebAnswer> {
  let here = new URL(start);
  let movedTo: string | null = null;
  let lasting = true;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const { status, location } = await ask(way, here);
    if (!redirects.has(status) || location === null) return { kind: "answered", status, movedTo };
    here = onward(location, here);
    lasting &&= permanent.has(status);
    if (lasting) movedTo = here.href;
  }
  return { kind: "failed", why: "too many redirects" };
}

function onward(location: string, from: URL): URL {
  const to = new URL(location, from);
  if (to.protocol !== "http:" && to.protocol !== "https:") throw new RefusedAddress();
  to.hash = "";
  to.username = "";
  to.password = "";
  return to;
}

interface Heard {
  readonly status: number;
  readonly location: string | null;
}

// Some servers know no HEAD, or answer it wrongly. What is plainly gone, or asks us to stop, is not asked twice.
async function ask(way: Way, url: URL): Promise<Heard> {
  const heard = await once(way, url, "HEAD");
  return heard.status < 400 || heard.status === 410 || heard.status === 429 ? heard : once(way, url, "GET");
}

async function once({ agent, signal }: Way, url: URL, method: "HEAD" | "GET"): Promise<Heard> {
  const headers = { "user-agent": userAgent, accept: "*/*" };
  const { request } = await import("undici");
  const { statusCode, headers: said, body } = await request(url, { method, dispatcher: agent, signal, headers });
  // The status is all we want: hanging up is cheaper for both sides than reading on.
  body.on("error", () => undefined).destroy();
  const { location } = said;
  return { status: statusCode, location: typeof location === "string" ? location : null };
}

const isRefusal = (error: unknown): boolean =>
  error instanceof RefusedAddress || (error instanceof Error && error.cause instanceof RefusedAddress);

function reasonOf(error: unknown): string {
  const { name, code } = error as Partial<NodeJS.ErrnoException>;
  if (name === "TimeoutError" || name === "AbortError") return "timed out";
  return typeof code === "string" ? code : "no answer";
}
