import { mkdtemp, rm } from "node:fs/promises";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHttp, type HttpServer } from "../../../src/http/index.ts";
import { readConfig } from "../../../src/kernel/config/index.ts";
import { silentLog } from "../../../src/kernel/log.ts";
import type { TestDatabase } from "../../support/database.ts";
import { siteUrl } from "../../support/delivery.ts";

/** What came back over the wire. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

/** What to send. */
export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request as it is described, and nothing else. */
export const send = (url: string, { method = "POST", path = "/graphql", body, headers = {} }: Sent): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = request(`${url}${path}`, { method, headers: { ...length, ...headers } }, (got) => {
      const chunks: Buffer[] = [];
      got.on("data", (chunk: Buffer) => chunks.push(chunk));
      got.on("end", () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: got.statusCode ?? 0, headers: got.headers, body: whole, text: whole.toString() });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });

export const json = { "content-type": "application/json" } as const;
export const preflighted = { "apollo-require-preflight": "yes" } as const;

/** Asks by POST. */
export const post = (url: string, query: object, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  send(url, { body: JSON.stringify(query), headers: { ...json, ...headers } });

/** Asks by GET. */
export const get = (
  url: string,
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
) =>
  send(url, { method: "GET", path: `/graphql?${new URLSearchParams(query)}`, headers: { ...preflighted, ...headers } });

/** A server with a cache, to be closed by whoever opened it; it has heard the database when it is handed over. */
export async function openServer(house: Pick<TestDatabase, "database">, cacheMegabytes = 16): Promise<HttpServer> {
  const server = await openPlain(house, cacheMegabytes);
  await until(async () => {
    await post(server.url, { query: "{ sections { name } }" });
    return (server.counters?.entries ?? 0) > 0;
  });
  return server;
}

/** A server as soon as it listens, without a cache unless one is asked for; to be closed by whoever opened it. */
export async function openPlain({ database }: Pick<TestDatabase, "database">, cacheMegabytes = 0): Promise<HttpServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "dateline-cache-"));
  const config = { ...readConfig({}), port: 0, dataDir, cacheMegabytes, publicUrl: siteUrl };
  const server = await startHttp({ config, database, log: silentLog });
  const close = async (): Promise<void> => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return Object.defineProperty({ ...server, close }, "counters", { get: () => server.counters });
}

/** Waits for something to become true; says what was waited for when it does not. */
export async function until(holds: () => boolean | Promise<boolean>, within = 10_000): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > within) throw new Error(`Waited in vain: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - began;
}
