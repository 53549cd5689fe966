import { createHash } from "node:crypto";
import { HeaderMap, type HTTPGraphQLRequest } from "@apollo/server";
import type { KnownQuery } from "../../graphql/delivery/index.ts";
import { isAbsent, isBag, type Bag } from "../bag.ts";

/** A question that may be answered from kept bytes. */
export interface Question {
  /** The same for every spelling of one question: operation, variables and the kind of answer. */
  readonly key: string;
  /** How it was put. A refusal is only shared among questions put in one manner, for it may speak of that. */
  readonly manner: string;
  /** As the GraphQL server takes it. */
  readonly request: HTTPGraphQLRequest;
  /** The content type of its answer. */
  readonly type: string;
  /** Its query, where that passed every rule before. */
  readonly known: KnownQuery | null;
  /** Bytes it takes in memory, roughly. */
  readonly size: number;
}

/** What a request brings, as far as answers depend on it. */
export interface Asked {
  readonly method: string;
  /** The query part of its address, with the question mark. */
  readonly search: string;
  readonly body: unknown;
  readonly headers: Iterable<readonly [string, string]>;
  /** The type of the answer, as negotiated. */
  readonly type: string;
  /** Its query, where that is known to have passed every rule. */
  readonly known?: KnownQuery;
}

interface Parts {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** Variables nested deeper are not compared. */
const DEEPEST = 32;

/** The question a request puts; null where it is not one plain query, and the GraphQL server has to tell. */
export function questionOf(asked: Asked): Question | null {
  const parts = asked.method === "GET" ? fromSearch(asked.search) : asked.body;
  if (!isBag(parts)) return null;
  const text = textOf(parts, asked.type);
  if (text === null) return null;
  const key = createHash("sha256").update(text).digest("base64url");
  const { method, search, type, known = null } = asked;
  const headers = new HeaderMap();
  for (const [name, value] of asked.headers) headers.set(name, value);
  const manner = [
    method,
    isAbsent(parts["query"]) ? "hash" : "text",
    isAbsent(parts["extensions"]) ? "" : "known",
  ].join();
  const body = method === "GET" ? "" : plainly(parts);
  const size = search.length + 2 * (text.length + (typeof body === "string" ? 0 : lengthOf(body.query)));
  return { key, manner, type, known, request: { method, search, headers, body }, size };
}

const lengthOf = (query: unknown): number => (typeof query === "string" ? query.length : 0);

/** What of a body the GraphQL server reads: the rest may be of any size and depth, and would be kept with the answer. */
function plainly({ extensions, ...parts }: Parts): Parts {
  const persisted = isBag(extensions) ? extensions["persistedQuery"] : undefined;
  const { version, sha256Hash } = isBag(persisted) ? persisted : {};
  // What is absent must not be there at all: the server refuses what is there without a value.
  const given = (["query", "operationName", "variables"] as const).filter((name) => name in parts);
  return {
    ...Object.fromEntries(given.map((name) => [name, parts[name]])),
    ...(version === undefined ? {} : { extensions: { persistedQuery: { version, sha256Hash } } }),
  };
}

/** Tells one question from every other. */
function textOf({ query, operationName, variables, extensions }: Parts, type: string): string | null {
  const hash = hashOf(query, extensions);
  if (hash === null || !(isAbsent(operationName) || typeof operationName === "string")) return null;
  const given = isAbsent(variables) ? {} : variables;
  const values = isBag(given) ? canonical(given) : null;
  if (values === null) return null;
  return [type, hash, JSON.stringify(operationName ?? null), values].join("\n");
}

/** The SHA-256 of the query, given or worked out; null where the two do not agree, or there is neither. */
function hashOf(query: unknown, extensions: unknown): string | null {
  if (!(isAbsent(query) || typeof query === "string") || query === "") return null;
  const own = typeof query === "string" ? createHash("sha256").update(query).digest("hex") : null;
  const given = persistedHash(extensions);
  if (given === null || own === null) return given ?? null;
  return given === undefined || own === given ? own : null;
}

/** The hash a query is called by; undefined where there is none, null where it is not one the GraphQL server takes. */
function persistedHash(extensions: unknown): string | null | undefined {
  if (isAbsent(extensions)) return undefined;
  if (!isBag(extensions)) return null;
  const persisted = extensions["persistedQuery"];
  // The GraphQL server takes whatever is falsy for nothing.
  if (!persisted) return undefined;
  if (!isBag(persisted) || persisted["version"] !== 1) return null;
  const given = persisted["sha256Hash"];
  return typeof given === "string" && /^[0-9a-f]{64}$/.test(given) ? given : null;
}

function fromSearch(search: string): Parts | null {
  const found = new URLSearchParams(search);
  const names = ["query", "operationName", "variables", "extensions"] as const;
  if (names.some((name) => found.getAll(name).length > 1)) return null;
  const [query, operationName, variables, extensions] = names.map((name) => found.get(name));
  try {
    return {
      query,
      operationName,
      variables: parsed(variables),
      extensions: parsed(extensions),
    };
  } catch {
    return null;
  }
}

// A parameter that says null is refused by the GraphQL server, so it is not the same as none.
function parsed(text: string | null | undefined): unknown {
  return isAbsent(text) ? null : ((JSON.parse(text) as unknown) ?? "");
}

/** JSON with the names of objects in order, so that one value has one text; null where it is nested too deeply. */
function canonical(value: unknown, depth = 0): string | null {
  if (depth > DEEPEST) return null;
  // JSON.stringify would make null of a number too large for it.
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const list = Array.isArray(value);
  const names = list ? [] : Object.keys(value).sort();
  const parts = list
    ? value.map((one) => canonical(one, depth + 1))
    : names.map((name) => labelled(name, canonical((value as Bag)[name], depth + 1)));
  if (parts.includes(null)) return null;
  return list ? `[${parts.join()}]` : `{${parts.join()}}`;
}

const labelled = (name: string, value: string | null): string | null =>
  value === null ? null : `${JSON.stringify(name)}:${value}`;
