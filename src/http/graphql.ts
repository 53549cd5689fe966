import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { inRequest } from "../graphql/shared/index.ts";
import { DatelineError } from "../kernel/errors/index.ts";
import { entityTag, fingerprint, knownTag } from "./cache/index.ts";
import type { Explorer } from "./explorer.ts";

/** One GraphQL door: where it is, who answers, what a request's resolvers get, and its explorer. */
export interface GraphqlDoor<Context extends object> {
  readonly path: string;
  readonly server: ApolloServer<Context>;
  /** Makes the context of one request; throws UNAUTHENTICATED where the door wants a token. */
  readonly context: (request: FastifyRequest) => Promise<Context>;
  /** What the explorer shows first. */
  readonly explorer: (request: FastifyRequest) => Promise<Explorer>;
  /** How long and by whom the answers of this request may be kept, errors excepted: they never are. */
  readonly cacheControl: (request: FastifyRequest) => string;
  /** The largest request body, in bytes. */
  readonly bodyLimit: number;
  /** Which headers of a request its answer depends on; `Accept, Authorization` when left out. */
  readonly vary?: string;
  /** Answers in place of the GraphQL server, which `fresh` asks; null when it has sent the reply itself. */
  readonly kept?: (asked: KeptRequest) => Promise<HTTPGraphQLResponse | null>;
}

/** A request that may be answered without asking the GraphQL server. */
export interface KeptRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly fresh: () => Promise<HTTPGraphQLResponse>;
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
      reply.header("vary", door.vary ?? "Accept, Authorization");
      if (wantsExplorer(request)) return sendExplorer(reply, await door.explorer(request));
      const fresh = () => answer(door, request);
      const response = await (door.kept?.({ request, reply, fresh }) ?? fresh());
      if (response === null) return reply;
      return send(request, reply.header("cache-control", door.cacheControl(request)), response);
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

async function answer<Context extends object>(
  door: GraphqlDoor<Context>,
  request: FastifyRequest,
): Promise<HTTPGraphQLResponse> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const search = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")) : "";
  const asked = { method: request.method, headers, search, body: request.body ?? "" };
  return inRequest(request.id, async () => {
    const contextValue = await door.context(request);
    return door.server.executeHTTPGraphQLRequest({ httpGraphQLRequest: asked, context: async () => contextValue });
  });
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, headers, body }: HTTPGraphQLResponse,
): Promise<FastifyReply> {
  for (const [name, value] of headers) if (name !== "cache-control") reply.header(name, value);
  const text = await textOf(body);
  if (isFailure(status, text)) reply.header("cache-control", "private, no-store");
  else if (request.method === "GET") return sendTagged(request, reply, text);
  return reply.status(status).send(text);
}

// A strong validator: the same bytes bear the same tag, so what a client has kept need not be sent again.
function sendTagged({ headers }: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = entityTag(fingerprint(Buffer.from(text)), "identity");
  const known = headers["if-none-match"];
  reply.header("etag", tag);
  if (known === undefined || knownTag(known, [tag], tag) === null) return reply.status(200).send(text);
  return reply.removeHeader("content-length").removeHeader("content-type").status(304).send();
}

/** Whether an answer tells of errors, which Apollo writes first: then it is no answer to keep. */
export const isFailure = (status: number, text: string): boolean => status !== 200 || text.startsWith('{"errors"');

/** The whole text of an answer. */
export const textOf = async (body: HTTPGraphQLResponse["body"]): Promise<string> =>
  body.kind === "complete" ? body.string : joined(body.asyncIterator);

async function joined(parts: AsyncIterable<string>): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of parts) chunks.push(chunk);
  return chunks.join("");
}
