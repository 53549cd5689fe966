import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { rootFolder } from "../kernel/host/index.ts";

const compressed = promisify(gzip);

/** What an explorer opens on. */
export interface ExplorerPage {
  readonly title: string;
  readonly endpoint: string;
  /** File below schema/operations that holds the ready query, unless it is given. */
  readonly operation?: string;
  readonly query?: string;
  /** Headers the editor starts with, as JSON. */
  readonly headers?: string;
}

/** A page ready to be sent. */
export interface Explorer {
  /** The page, compressed with gzip. */
  readonly page: Buffer;
  /** The content security policy that lets this page run and nothing else. */
  readonly policy: string;
}

/**
 * GraphiQL as one page that loads nothing from anywhere else; made when it is first asked for, because it is large.
 * The answer is kept.
 */
export function explorerPage(wanted: ExplorerPage): () => Promise<Explorer> {
  const made: { page?: Promise<Explorer> } = {};
  return () => (made.page ??= make(wanted));
}

async function make({ title, endpoint, operation = "", query, headers }: ExplorerPage): Promise<Explorer> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const defaultQuery = query ?? (await readFile(join(rootFolder, "schema/operations", operation), "utf8"));
  const options = { title, endpoint, defaultQuery, shouldPersistHeaders: true, ...(headers ? { headers } : {}) };
  const html = renderGraphiQL(options);
  return { page: await compressed(html), policy: policyFor(html) };
}

// The page's own script runs because its hash is known; its workers are made from it; it talks to this server only.
function policyFor(html: string): string {
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")} blob:`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src data:",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
