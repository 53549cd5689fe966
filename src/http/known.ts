import { HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { QueryAnswer, SentQuery } from "../graphql/delivery/index.ts";
import { tellUnavailable } from "../graphql/shared/index.ts";

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The query in the parsed body of a plain POST; null where it is none, or brings anything else. */
export function sentIn(body: unknown): SentQuery | null {
  if (!isBag(body)) return null;
  const { query: text, operationName, variables, extensions } = body;
  const isNamed = isAbsent(operationName) || typeof operationName === "string";
  const isGiven = isAbsent(variables) || isBag(variables);
  if (typeof text !== "string" || !isAbsent(extensions) || !isNamed || !isGiven) return null;
  return { text, operationName: operationName ?? null, variables: variables ?? {} };
}

/** The answer to a known query as Apollo Server would send it, with a content type it would have. */
export function responseOf({ data, errors, refusedWith }: QueryAnswer, type: string): HTTPGraphQLResponse {
  const told = errors === undefined ? {} : { errors };
  const string = `${JSON.stringify(data === undefined ? told : { ...told, data })}\n`;
  const headers = new HeaderMap([
    ["content-type", type],
    ["content-length", String(Buffer.byteLength(string))],
  ]);
  const status = refusedWith ?? (tellUnavailable(errors ?? []) ? 503 : 200);
  return { status, headers, body: { kind: "complete", string } };
}
