import { createHash } from "node:crypto";
import type pg from "pg";
import { queries, type CatalogueKind } from "./catalogue.queries.ts";

/** Everything the migrations make, by kind and name, each with its definition: what the database says it is. */
export type Catalogue = Readonly<Record<CatalogueKind, Readonly<Record<string, string>>>>;

/** Reads the catalogue of a migrated database. Bodies of functions are given as a hash: they are long. */
export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  // With an empty search path Postgres writes every name in full, however the server is set up.
  await client.query("set search_path to ''");
  const kinds = Object.keys(queries) as CatalogueKind[];
  const entries: [CatalogueKind, Record<string, string>][] = [];
  for (const kind of kinds) entries.push([kind, await readKind(client, kind)]);
  await client.query("reset search_path");
  return Object.fromEntries(entries) as Catalogue;
}

async function readKind(client: pg.Client, kind: CatalogueKind): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(queries[kind]);
  const named = rows.map(
    ({ name, definition }) => [name, kind === "functions" ? hash(definition) : definition] as const,
  );
  // Sorted here and not by the database, whose order of letters is its own business.
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
