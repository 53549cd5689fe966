import { HeaderMap, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from "@apollo/server";
import type { DeliveryContext, KnownQueries, QueryAnswer, SentQuery } from "../graphql/delivery/index.ts";
import { tellUnavailable } from "../graphql/shared/index.ts";

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

/** What is accepted that Apollo Server answers with plain JSON. */
const plain = new Set([
  undefined,
  "",
  "*/*",
  "application/json",
  "application/json, */*",
  "application/json, text/plain, */*",
]);
const type = "application/json; charset=utf-8";

const isPlain = ({ method, headers }: HTTPGraphQLRequest): boolean =>
  method === "POST" &&
  plain.has(headers.get("accept")) &&
  /^application\/json\b/.test(headers.get("content-type") ?? "");

/** The query a request brings; null for one that is no plain POST of a text. */
function sentIn(request: HTTPGraphQLRequest): SentQuery | null {
  if (!isPlain(request) || !isBag(request.body)) return null;
  const { query: text, operationName, variables, extensions } = request.body;
  const isNamed = isAbsent(operationName) || typeof operationName === "string";
  const isGiven = isAbsent(variables) || isBag(variables);
  if (typeof text !== "string" || !isAbsent(extensions) || !isNamed || !isGiven) return null;
  return { text, operationName: operationName ?? null, variables: variables ?? {} };
}

/**
 * Answers a plain POST of a query that has passed every rule before, as Apollo Server would and without having its text
 * read and checked again. Null for every other request: then the server is to be asked.
 */
export async function answerKnown(
  known: KnownQueries,
  request: HTTPGraphQLRequest,
  context: DeliveryContext,
  requestId: string,
): Promise<HTTPGraphQLResponse | null> {
  const sent = sentIn(request);
  const answer = sent === null ? null : await known.answer(sent, context, requestId);
  return answer === null ? null : responseOf(answer);
}

function responseOf({ data, errors, refusedWith }: QueryAnswer): HTTPGraphQLResponse {
  const told = errors === undefined ? {} : { errors };
  const string = `${JSON.stringify(data === undefined ? told : { ...told, data })}\n`;
  const headers = new HeaderMap([
    ["content-type", type],
    ["content-length", String(Buffer.byteLength(string))],
  ]);
  const status = refusedWith ?? (tellUnavailable(errors ?? []) ? 503 : 200);
  return { status, headers, body: { kind: "complete", string } };
}
