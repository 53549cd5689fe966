import { Readable } from "node:stream";
import { HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Computed } from "./answers.ts";
import type { AnswerCache } from "./cache.ts";
import { Entry } from "./entry.ts";
import { isOpenTo, readFacts, type Facts } from "./facts.ts";
import type { Front } from "./front.ts";
import { headersBorne } from "./headers-borne.ts";
import { PreparedResponse } from "./prepared-response.ts";
import { questionOf, type Question } from "./question.ts";

/** Gives the framework the bodies that the front has read already. */
export function takeBodies(app: FastifyInstance, front: Front): void {
  app.addHook("preParsing", async ({ raw }, _reply, payload) => {
    const body = front.takenOf(raw)?.body;
    return body ? Readable.from([body], { objectMode: false }) : payload;
  });
}

/**
 * Answers a request the front did not know by its spelling: from kept bytes, or by computing the answer, or by waiting
 * for whoever computes it. Null when the reply has been sent; otherwise what the GraphQL server says, to be sent as ever.
 */
export async function answerKept(
  { front, direct, kept }: AnswerCache,
  {
    request,
    reply,
    fresh,
  }: { request: FastifyRequest; reply: FastifyReply; fresh: () => Promise<HTTPGraphQLResponse> },
): Promise<HTTPGraphQLResponse | null> {
  const { raw, id: requestId } = request;
  const response = preparedIn(reply);
  if (direct.others === null) direct.wear(headersBorne(reply));
  if (response === null) return fresh();
  const facts = readFacts(raw.rawHeaders);
  const question = facts !== null && isOpenTo(request.method, facts) ? await asked(direct.types, request, facts) : null;
  if (facts === null || question === null || kept === null) return fresh();
  const answer = await kept.answers.ask(question, requestId);
  if (!(answer instanceof Entry)) return computedFor(request, reply, { ...answer, type: question.type });
  direct.sendKept(answer, { request: raw, response, facts }, { taken: front.takenOf(raw), requestId, kept });
  reply.hijack();
  return null;
}

const preparedIn = ({ raw }: FastifyReply): PreparedResponse | null =>
  raw instanceof PreparedResponse ? (raw as PreparedResponse) : null;

async function asked(
  types: AnswerCache["direct"]["types"],
  request: FastifyRequest,
  { accept }: Facts,
): Promise<Question | null> {
  const type = await types.learn(accept);
  if (type === null) return null;
  const { method, url, body } = request;
  const search = url.includes("?") ? url.slice(url.indexOf("?")) : "";
  const headers = ["accept", "content-type", "x-apollo-operation-name", "apollo-require-preflight"].flatMap((name) => {
    const value = request.headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return questionOf({ method, search, body, headers, type: type.name });
}

// A refusal that was worked out for another request names that one; so does the reply, then.
function computedFor(
  { id }: FastifyRequest,
  reply: FastifyReply,
  { status, body, type, ...answer }: Computed & { readonly type: string },
): HTTPGraphQLResponse {
  if (answer.failed && answer.requestId !== id) reply.header("x-request-id", answer.requestId);
  const headers = answer.headers ?? new HeaderMap([["content-type", type]]);
  return { status, headers, body: { kind: "complete", string: body } };
}
