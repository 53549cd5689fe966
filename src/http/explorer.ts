import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rootFolder } from "../kernel/host/index.ts";

const compressed = promisify(gzip);

/** What an explorer opens on. */
export interface ExplorerPage {
  readonly title: string;
  readonly endpoint: string;
  /** File below schema/operations that holds the ready query. */
  readonly operation: string;
  /** Headers the editor starts with, as JSON. */
  readonly headers?: string;
}

/**
 * GraphiQL as one compressed page that loads nothing from anywhere else; made when it is first asked for, because it
 * is large. The answer is kept.
 */
export function explorerPage({ title, endpoint, operation, headers }: ExplorerPage): () => Promise<Buffer> {
  const made: { page?: Promise<Buffer> } = {};
  const make = async (): Promise<Buffer> => {
    const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
    const defaultQuery = await readFile(join(rootFolder, "schema/operations", operation), "utf8");
    const options = { title, endpoint, defaultQuery, shouldPersistHeaders: true, ...(headers ? { headers } : {}) };
    return compressed(renderGraphiQL(options));
  };
  return () => (made.page ??= make());
}
