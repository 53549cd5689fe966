import type { QueryAnswer, SentQuery } from "../graphql/delivery/index.ts";
import { tellUnavailable } from "../graphql/shared/index.ts";
import { isAbsent, isBag } from "./bag.ts";

/** The query in the parsed body of a plain POST; null where it is none, or brings anything else. */
export function sentIn(body: unknown): SentQuery | null {
  if (!isBag(body)) return null;
  const { query: text, operationName, variables, extensions } = body;
  const isNamed = isAbsent(operationName) || typeof operationName === "string";
  const isGiven = isAbsent(variables) || isBag(variables);
  if (typeof text !== "string" || !isAbsent(extensions) || !isNamed || !isGiven) return null;
  return { text, operationName: operationName ?? null, variables: variables ?? {} };
}

/** The text and the status of an answer to a known query, as Apollo Server would send it. */
export function toldOf({ data, errors, refusedWith }: QueryAnswer): { readonly status: number; readonly body: string } {
  const told = errors === undefined ? { data } : data === undefined ? { errors } : { errors, data };
  const status = refusedWith ?? (errors !== undefined && tellUnavailable(errors) ? 503 : 200);
  return { status, body: `${JSON.stringify(told)}\n` };
}
