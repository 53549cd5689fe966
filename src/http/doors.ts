import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import type { Database } from "../database/client.ts";
import { connectionShares } from "../database/connection-shares.ts";
import { connectionLife, openReaders } from "../database/readers.ts";
import { statementNames } from "../delivery/index.ts";
import { deliveryContext, deliverySchema, planPlugin, type DeliveryContext } from "../graphql/delivery/index.ts";
import { deskContext, deskSchema, type DeskContext } from "../graphql/desk/index.ts";
import { costPlugin, makeApollo } from "../graphql/shared/index.ts";
import type { Config } from "../kernel/config/index.ts";
import type { Log } from "../kernel/log.ts";
import { deskOf, isAuthenticated } from "./auth.ts";
import { explorerPage } from "./explorer.ts";
import { mountGraphql } from "./graphql.ts";

/** What the server stands on. */
export interface HttpParts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
}

/** Milliseconds after which a reader's statement is ended. */
const READERS_STATEMENT_TIMEOUT = 5_000;

/** Bytes of a request: a query needs little room, an edit may bring a whole body. */
export const bodyLimits = { delivery: 100 * 1024, desk: 4 * 1024 * 1024 } as const;

/** Closes what a door opened. */
type Close = () => Promise<void>;

/** Opens the readers' door at /graphql, on connections of its own; `site.url` is asked at each request. */
export async function mountDelivery(
  app: FastifyInstance,
  { config, database, log }: HttpParts,
  site: { readonly url: string },
): Promise<Close> {
  const connections = connectionShares(config.databaseConnections).readers;
  const { nameOf } = statementNames(connectionLife);
  const statementTimeout = READERS_STATEMENT_TIMEOUT;
  const readers = openReaders(database.url, { log, connections, statementTimeout, nameOf });
  const server = makeApollo<DeliveryContext>({ schema: await deliverySchema(), log, plugins: [planPlugin(log)] });
  await server.start();
  await app.register(async (open) => {
    // Anybody's page may read what is public; no credentials travel with it.
    await open.register(cors, { origin: "*", methods: ["GET", "POST"], maxAge: 86_400 });
    mountGraphql(open, {
      path: "/graphql",
      server,
      context: async () => deliveryContext({ source: readers, siteUrl: site.url }),
      explorer: explorerPage({
        title: `${config.siteName}: delivery`,
        endpoint: "/graphql",
        operation: "reader/HomeScreen.graphql",
      }),
      cacheControl: (request) =>
        isAuthenticated(request) ? "private, no-store" : "public, max-age=0, must-revalidate",
      bodyLimit: bodyLimits.delivery,
    });
  });
  return async () => {
    await server.stop();
    await readers.close();
  };
}

/** Opens the desk's door at /desk/graphql: only for a good token, and nothing of it is ever kept. */
export async function mountDesk(app: FastifyInstance, { config, database, log }: HttpParts): Promise<Close> {
  const server = makeApollo<DeskContext>({ schema: await deskSchema(), log, plugins: [costPlugin()] });
  await server.start();
  mountGraphql(app, {
    path: "/desk/graphql",
    server,
    context: async (request) => deskContext(await deskOf(request, database, config.zone)),
    explorer: explorerPage({
      title: `${config.siteName}: desk`,
      endpoint: "/desk/graphql",
      operation: "desk/DeskOverview.graphql",
      headers: JSON.stringify({ Authorization: "Bearer DESK_TOKEN" }, null, 2),
    }),
    cacheControl: () => "private, no-store",
    bodyLimit: bodyLimits.desk,
  });
  return () => server.stop();
}
