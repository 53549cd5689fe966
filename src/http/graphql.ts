import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { inRequest } from "../graphql/shared/index.ts";
import { DatelineError } from "../kernel/errors/index.ts";

/** One GraphQL door: where it is, who answers, what a request's resolvers get, and its explorer. */
export interface GraphqlDoor<Context extends object> {
  readonly path: string;
  readonly server: ApolloServer<Context>;
  /** Makes the context of one request; throws UNAUTHENTICATED where the door wants a token. */
  readonly context: (request: FastifyRequest) => Promise<Context>;
  /** What the explorer shows first. */
  readonly explorer: () => Promise<Buffer>;
  /** How long and by whom the answers of this request may be kept. */
  readonly cacheControl: (request: FastifyRequest) => string;
}

const methods = ["GET", "POST"] as const;

/** Opens a GraphQL door (GraphQL over HTTP): GET and POST, one operation a request; a browser gets the explorer. */
export function mountGraphql<Context extends object>(app: FastifyInstance, door: GraphqlDoor<Context>): void {
  app.route({
    url: door.path,
    method: [...methods],
    handler: async (request, reply) => {
      reply.header("vary", "Accept, Authorization");
      if (wantsExplorer(request)) return sendExplorer(reply, await door.explorer());
      reply.header("cache-control", door.cacheControl(request));
      return send(reply, await answer(door, request));
    },
  });
  app.route({
    url: door.path,
    method: ["PUT", "DELETE", "PATCH"],
    handler: async (_request, reply) => {
      reply.header("allow", `${methods.join(", ")}, OPTIONS`);
      throw new DatelineError("METHOD_NOT_ALLOWED");
    },
  });
}

const wantsExplorer = ({ method, headers, query }: FastifyRequest): boolean =>
  method === "GET" && (headers.accept ?? "").includes("text/html") && !("query" in (query as object));

function sendExplorer(reply: FastifyReply, page: Buffer): FastifyReply {
  return reply
    .header("content-type", "text/html; charset=utf-8")
    .header("content-encoding", "gzip")
    .header("cache-control", "no-cache")
    .header("content-security-policy", explorerPolicy)
    .send(page);
}

// The explorer carries all it needs: it may run itself and talk to this server, and nothing else.
const explorerPolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
  "worker-src blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "font-src data:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

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

async function send(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): Promise<FastifyReply> {
  for (const [name, value] of headers) if (name !== "cache-control") reply.header(name, value);
  reply.status(status ?? 200);
  if (body.kind === "complete") return reply.send(body.string);
  const chunks: string[] = [];
  for await (const chunk of body.asyncIterator) chunks.push(chunk);
  return reply.send(chunks.join(""));
}
