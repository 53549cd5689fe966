import { createServer, type IncomingMessage, type Server } from "node:http";
import helmet from "@fastify/helmet";
import { fastify, type FastifyInstance } from "fastify";
import type { Config } from "../kernel/config/index.ts";
import { newRequestId } from "../kernel/ids.ts";
import { PreparedResponse, type Counters, type PreparedListener } from "./cache/index.ts";
import { bodyLimits, mountDesk, openDelivery, type Delivery } from "./doors.ts";
import { refuseAddress, tellErrors } from "./errors.ts";
import { mountHealth } from "./health.ts";
import { mountMedia } from "./media.ts";
import type { HttpParts } from "./parts.ts";

/** A server that answers. */
export interface HttpServer {
  /** Where it listens, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /** Takes no more requests, finishes those under way, then stops. */
  close(): Promise<void>;
  /** What the cache has done so far; null where there is none. */
  readonly counters: Counters | null;
}

/** Milliseconds a request may take to come in, and a connection may stay open without one. */
const timeouts = { requestTimeout: 60_000, keepAliveTimeout: 72_000 } as const;

/**
 * Opens every door. Readers' queries run on connections of their own (see connection-shares.ts), where no statement
 * may take long. Throws the system's EADDRINUSE when the port is taken.
 */
export async function startHttp(parts: HttpParts): Promise<HttpServer> {
  const { config } = parts;
  const site = { url: config.publicUrl ?? "" };
  const delivery = await openDelivery(parts, site);
  const { app, stop } = await openHouse(parts, delivery).catch(async (error: unknown) => {
    await delivery.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    await closeServer(app);
    await Promise.all([delivery.close(), stop()]);
  };
  const url = await listen(app, config).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  // People and the README say localhost; canonical addresses do as well.
  site.url ||= url.replace("//127.0.0.1:", "//localhost:");
  return {
    url,
    close,
    get counters() {
      return delivery.counters;
    },
  };
}

interface House {
  readonly app: FastifyInstance;
  /** Stops what answers the desk. */
  readonly stop: () => Promise<void>;
}

async function openHouse(parts: HttpParts, delivery: Delivery): Promise<House> {
  const { config, database, log } = parts;
  const app = fastify({
    ...timeouts,
    bodyLimit: bodyLimits.delivery,
    genReqId: () => newRequestId(),
    logger: false,
    forceCloseConnections: "idle",
    // Whoever asks while we stop is answered once more, and told to come back by another connection.
    return503OnClosing: false,
    frameworkErrors: refuseAddress,
    serverFactory: (handler) => serverOf(delivery.before(handler)),
  });
  tellErrors(app, log);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: false, hsts: false });
  mountHealth(app, database);
  await mountMedia(app, config.dataDir, database);
  await delivery.mount(app);
  return { app, stop: await mountDesk(app, parts) };
}

function serverOf(listener: PreparedListener): Server<typeof IncomingMessage, typeof PreparedResponse> {
  const server = createServer({ ...timeouts, ServerResponse: PreparedResponse }, (request, response) => {
    // Clients that keep asking would hold up a server that stops: each connection ends with its next reply.
    if (!server.listening) response.shouldKeepAlive = false;
    listener(request, response);
  });
  return server;
}

/** Milliseconds between two looks for connections that have had their last reply. */
const LEAVING_EVERY = 50;

// Node ends those that are idle once, when it begins to stop; one that gets its reply after that would stay open for as
// long as its client likes.
async function closeServer(app: FastifyInstance): Promise<void> {
  const leaving = setInterval(() => {
    app.server.closeIdleConnections();
  }, LEAVING_EVERY);
  await app.close().finally(() => {
    clearInterval(leaving);
  });
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  await app.listen({ port, host });
  const address = app.server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${String(open)}`;
}
