import type { FastifyReply } from "fastify";

/** Headers that differ from reply to reply, or are written with the bytes. */
const varying = new Set([
  "x-request-id",
  "cache-control",
  "etag",
  "content-type",
  "content-length",
  "content-encoding",
]);

/** The headers the web framework puts on every reply with an answer, names and values in turn. */
export const headersBorne = (reply: FastifyReply): readonly string[] =>
  Object.entries(reply.getHeaders())
    .filter(([name]) => !varying.has(name))
    .flatMap(([name, value]) => [name, String(value)]);
