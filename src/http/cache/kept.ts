import { Readable } from "node:stream";
import type { HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Computed } from "./answers.ts";
import type { AnswerType } from "./answer-types.ts";
import type { AnswerCache } from "./cache.ts";
import { Entry, type Dress } from "./entry.ts";
import { isOpenTo, readFacts, type Facts } from "./facts.ts";
import { PreparedResponse } from "./prepared-response.ts";
import { questionOf, type Question } from "./question.ts";
import { sendEntry } from "./send.ts";

/** Gives the framework the bodies that the front has read already. */
export function takeBodies(app: FastifyInstance, { front }: AnswerCache): void {
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
  cache: AnswerCache,
  {
    request,
    reply,
    fresh,
  }: { request: FastifyRequest; reply: FastifyReply; fresh: () => Promise<HTTPGraphQLResponse> },
): Promise<HTTPGraphQLResponse | null> {
  const response = reply.raw;
  if (!(response instanceof PreparedResponse)) return fresh();
  const facts = readFacts(request.raw.rawHeaders);
  const found = facts !== null && isOpenTo(request.method, facts) ? await asked(cache, request, facts) : null;
  if (facts === null || found === null) return fresh();
  const answer = await cache.answers.ask(found.question, request.id);
  if (!(answer instanceof Entry)) return computedFor(request, reply, answer);
  if (answer.dressed === null) answer.dress(dressOf(reply, found.type));
  const taken = cache.front.takenOf(request.raw);
  if (taken !== undefined) {
    const seen = taken.body === null ? found.type.get : found.type.post;
    cache.store.alias(answer, { seen, spelling: taken.spelling });
  }
  reply.hijack();
  const sending = { method: request.method, facts, requestId: request.id, response };
  sendEntry(answer, sending, cache.books);
  return null;
}

interface Found {
  readonly type: AnswerType;
  readonly question: Question;
}

async function asked({ types }: AnswerCache, request: FastifyRequest, { accept }: Facts): Promise<Found | null> {
  const type = await types.learn(accept);
  if (type === null) return null;
  const { method, url, body } = request;
  const search = url.includes("?") ? url.slice(url.indexOf("?")) : "";
  const headers = ["accept", "content-type", "x-apollo-operation-name", "apollo-require-preflight"].flatMap((name) => {
    const value = request.headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  const question = questionOf({ method, search, body, headers, type: type.name });
  return question === null ? null : { type, question };
}

// A refusal that was worked out for another request names that one; so does the reply, then.
function computedFor(request: FastifyRequest, reply: FastifyReply, answer: Computed): HTTPGraphQLResponse {
  if (answer.failed && answer.requestId !== request.id) reply.header("x-request-id", answer.requestId);
  return answer.response;
}

/** Headers that differ from reply to reply, or are written with the bytes. */
const varying = new Set([
  "x-request-id",
  "cache-control",
  "etag",
  "content-type",
  "content-length",
  "content-encoding",
]);

function dressOf(reply: FastifyReply, { name }: AnswerType): Dress {
  const others = Object.entries(reply.getHeaders()).filter(([header]) => !varying.has(header));
  return { type: name, others: others.flatMap(([header, value]) => [header, String(value)]) };
}
