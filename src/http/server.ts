import helmet from "@fastify/helmet";
import { fastify, type FastifyInstance } from "fastify";
import type { Config } from "../kernel/config/index.ts";
import { newId } from "../kernel/ids.ts";
import { bodyLimits, mountDelivery, mountDesk, type HttpParts } from "./doors.ts";
import { refuseAddress, tellErrors } from "./errors.ts";
import { mountHealth } from "./health.ts";
import { mountMedia } from "./media.ts";

/** A server that answers. */
export interface HttpServer {
  /** Where it listens, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /** Takes no more requests, finishes those under way, then stops. */
  close(): Promise<void>;
}

/**
 * Opens every door. Readers' queries run on connections of their own (see connection-shares.ts), where no statement
 * may take long. Throws the system's EADDRINUSE when the port is taken.
 */
export async function startHttp(parts: HttpParts): Promise<HttpServer> {
  const { config, database, log } = parts;
  const app = fastify({
    bodyLimit: bodyLimits.delivery,
    genReqId: () => newId(),
    logger: false,
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
    frameworkErrors: refuseAddress,
  });
  tellErrors(app, log);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: false, hsts: false });
  mountHealth(app, database);
  await mountMedia(app, config.dataDir);
  const site = { url: config.publicUrl ?? "" };
  const stops = [await mountDelivery(app, parts, site), await mountDesk(app, parts)];
  const close = async (): Promise<void> => {
    await app.close();
    await Promise.all(stops.map((stop) => stop()));
  };
  const url = await listen(app, config).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  // People and the README say localhost; canonical addresses do as well.
  site.url ||= url.replace("//127.0.0.1:", "//localhost:");
  return { url, close };
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  await app.listen({ port, host });
  const address = app.server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${String(open)}`;
}
