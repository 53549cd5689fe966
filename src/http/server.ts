import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import { fastify, type FastifyInstance } from "fastify";
import type { Database } from "../database/client.ts";
import { deliveryContext, deliverySchema, type DeliveryContext } from "../graphql/delivery/index.ts";
import { deskContext, deskSchema, type DeskContext } from "../graphql/desk/index.ts";
import { makeApollo } from "../graphql/shared/index.ts";
import type { Config } from "../kernel/config/index.ts";
import { newId } from "../kernel/ids.ts";
import type { Log } from "../kernel/log.ts";
import { deskOf, isAuthenticated } from "./auth.ts";
import { tellErrors } from "./errors.ts";
import { explorerPage } from "./explorer.ts";
import { mountGraphql } from "./graphql.ts";
import { mountHealth } from "./health.ts";
import { mountMedia } from "./media.ts";

/** What the server stands on. */
export interface HttpParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
}

/** A server that answers. */
export interface HttpServer {
  /** Where it listens, e.g. "http://127.0.0.1:4000". */
  readonly url: string;
  /** Takes no more requests, finishes those under way, then stops. */
  close(): Promise<void>;
}

const BODY_LIMIT = 4 * 1024 * 1024;

/** Opens every door. Throws the system's EADDRINUSE when the port is taken. */
export async function startHttp(parts: HttpParts): Promise<HttpServer> {
  const { config, log } = parts;
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    genReqId: () => newId(),
    logger: false,
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
  });
  tellErrors(app, log);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  await app.register(helmet, { contentSecurityPolicy: false, crossOriginResourcePolicy: false, hsts: false });
  mountHealth(app, parts.database);
  await mountMedia(app, config.dataDir);
  const site = { url: config.publicUrl ?? "" };
  const stop = await mountDoors(app, parts, site);
  await app.listen({ port: config.port, host: config.host });
  const url = addressOf(app, config.host);
  site.url ||= url;
  return {
    url,
    close: async () => {
      await app.close();
      await stop();
    },
  };
}

async function mountDoors(
  app: FastifyInstance,
  { config, database, log }: HttpParts,
  site: { readonly url: string },
): Promise<() => Promise<void>> {
  const delivery = makeApollo<DeliveryContext>({ schema: await deliverySchema(), log });
  const desk = makeApollo<DeskContext>({ schema: await deskSchema(), log });
  await Promise.all([delivery.start(), desk.start()]);
  await app.register(async (open) => {
    // Anybody's page may read what is public; no credentials travel with it.
    await open.register(cors, { origin: "*", methods: ["GET", "POST"], maxAge: 86_400 });
    mountGraphql(open, {
      path: "/graphql",
      server: delivery,
      context: async () => deliveryContext({ db: database.db, siteUrl: site.url }),
      explorer: explorerPage({
        title: `${config.siteName}: delivery`,
        endpoint: "/graphql",
        operation: "reader/HomeScreen.graphql",
      }),
      cacheControl: (request) =>
        isAuthenticated(request) ? "private, no-store" : "public, max-age=0, must-revalidate",
    });
  });
  mountGraphql(app, {
    path: "/desk/graphql",
    server: desk,
    context: async (request) => deskContext(await deskOf(request, database, config.zone)),
    explorer: explorerPage({
      title: `${config.siteName}: desk`,
      endpoint: "/desk/graphql",
      operation: "desk/DeskOverview.graphql",
      headers: JSON.stringify({ Authorization: "Bearer DESK_TOKEN" }, null, 2),
    }),
    cacheControl: () => "private, no-store",
  });
  return async () => {
    await Promise.all([delivery.stop(), desk.stop()]);
  };
}

function addressOf(app: FastifyInstance, host: string): string {
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
