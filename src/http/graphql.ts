import { createHash } from "node:crypto";
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { inRequest } from "../graphql/shared/index.ts";
import { DatelineError } from "../kernel/errors/index.ts";
import type { Explorer } from "./explorer.ts";

/** One GraphQL door: where it is, who answers, what a request's resolvers get, and its explorer. */
export interface GraphqlDoor<Context extends object> {
  readonly path: string;
  readonly server: ApolloServer<Context>;
  /** Makes the context of one request; throws UNAUTHENTICATED where the door wants a token. */
  readonly context: (request: FastifyRequest) => Promise<Context>;
  /** What the explorer shows first. */
  readonly explorer: () => Promise<Explorer>;
  /** How long and by whom the answers of this request may be kept, errors excepted: they never are. */
  readonly cacheControl: (request: FastifyRequest) => string;
  /** The largest request body, in bytes. */
  readonly bodyLimit: number;
}

const methods = ["GET", "POST"] as const;

/** Opens a GraphQL door (GraphQL over HTTP): GET and POST, one operation a request; a browser gets the explorer. */
export function mountGraphql<Context extends object>(app: FastifyInstance, door: GraphqlDoor<Context>): void {
  app.route({
    url: door.path,
    method: [...methods],
    bodyLimit: door.bodyLimit,
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      reply.header("vary", "Accept, Authorization");
      if (wantsExplorer(request)) return sendExplorer(reply, await door.explorer());
      return send(request, reply.header("cache-control", door.cacheControl(request)), await answer(door, request));
    },
  });
  app.route({
    url: door.path,
    // Where foreign pages may ask, their preflight has been answered before; elsewhere it must not be.
    method: ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"],
    handler: async (_request, reply) => {
      reply.header("allow", methods.join(", "));
      throw new DatelineError("METHOD_NOT_ALLOWED");
    },
  });
}

const wantsExplorer = ({ method, headers, query }: FastifyRequest): boolean =>
  method === "GET" && (headers.accept ?? "").includes("text/html") && !("query" in (query as object));

function sendExplorer(reply: FastifyReply, { page, policy }: Explorer): FastifyReply {
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("content-encoding", "gzip")
    .header("cache-control", "no-cache")
    .header("content-security-policy", policy)
    .send(page);
}

function answer<Context extends object>(
  door: GraphqlDoor<Context>,
  request: FastifyRequest,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const search = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "";
  return inRequest(request.id, async () => {
    const context = await door.context(request);
    return door.server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: request.method, headers, search, body: request.body ?? "" },
      context: async () => context,
    });
  });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, headers, body }: HTTPGraphQLResponse,
): Promise<FastifyReply> {
  for (const [name, value] of headers) if (name !== "cache-control") reply.header(name, value);
  const text = body.kind === "complete" ? body.string : await joined(body.asyncIterator);
  // Apollo writes errors first. An answer with errors is no answer to keep.
  if (status !== 200 || text.startsWith('{"errors"')) reply.header("cache-control", "private, no-store");
  else if (request.method === "GET") return sendTagged(request, reply, text);
  return reply.status(status).send(text);
}

// A strong validator: the same bytes bear the same tag, so what a client has kept need not be sent again.
function sendTagged({ headers }: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const known = (headers["if-none-match"] ?? "").split(",").map((one) => one.trim());
  reply.header("etag", tag);
  if (!known.includes(tag)) return reply.status(200).send(text);
  return reply.removeHeader("content-length").removeHeader("content-type").status(304).send();
}

async function joined(parts: AsyncIterable<string>): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of parts) chunks.push(chunk);
  return chunks.join("");
}
