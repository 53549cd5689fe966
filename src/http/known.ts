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

/** A reply to a query, before it is known how it is sent. */
interface Told {
  readonly status: number;
  readonly body: string;
  /** Whether it tells of errors. */
  readonly failed: boolean;
}

/** What Apollo Server would send as the answer to a known query. */
export function toldOf({ data, errors, refusedWith }: QueryAnswer): Told {
  const status = refusedWith ?? (errors !== undefined && tellUnavailable(errors) ? 503 : 200);
  // Errors come first, as the specification advises (GraphQL, section 7.1).
  const faults = errors === undefined ? "" : `"errors":${JSON.stringify(errors)}`;
  const found = data === undefined ? "" : `"data":${data}`;
  const between = faults === "" || found === "" ? "" : ",";
  return { status, body: `{${faults}${between}${found}}\n`, failed: errors !== undefined };
}
