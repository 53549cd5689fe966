import type { RequestListener } from "node:http";
import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import { connectionShares } from "../database/connection-shares.ts";
import { connectionLife, openReaders } from "../database/readers.ts";
import { statementNames } from "../delivery/index.ts";
import {
  deliveryContext,
  deliverySchema,
  knownQueries,
  planPlugin,
  type DeliveryContext,
} from "../graphql/delivery/index.ts";
import { deskContext, deskSchema, type DeskContext } from "../graphql/desk/index.ts";
import { costPlugin, makeApollo, persistedQueries } from "../graphql/shared/index.ts";
import type { Config } from "../kernel/config/index.ts";
import { deskOf, isAuthenticated } from "./auth.ts";
import {
  answerKept,
  takeBodies,
  unshared,
  type AnswerCache,
  type Counters,
  type PreparedListener,
} from "./cache/index.ts";
import { DELIVERY_PATH, openDeliveryCache, type DeliveryServer } from "./delivery-cache.ts";
import { explorerPage } from "./explorer.ts";
import { mountGraphql } from "./graphql.ts";
import type { HttpParts } from "./parts.ts";
import { openPreview } from "./preview.ts";

/** Milliseconds after which a reader's statement is ended. */
const READERS_STATEMENT_TIMEOUT = 5_000;

/** Bytes of a request: a query needs little room, an edit may bring a whole body. */
export const bodyLimits = { delivery: 100 * 1024, desk: 4 * 1024 * 1024 } as const;

/** Closes what a door opened. */
type Close = () => Promise<void>;

/** The readers' door, before it stands anywhere. */
export interface Delivery {
  /** Puts what answers readers without the web framework before a listener. */
  readonly before: (next: RequestListener) => PreparedListener;
  readonly mount: (app: FastifyInstance) => Promise<void>;
  readonly close: Close;
  /** What the cache has done so far; null where nothing is kept. */
  readonly counters: Counters | null;
}

/** Makes the readers' door, on connections of its own; `site.url` is asked at each request. */
export async function openDelivery(parts: HttpParts, site: { readonly url: string }): Promise<Delivery> {
  const { config, database, log } = parts;
  const connections = connectionShares(config.databaseConnections).readers;
  const names = statementNames(connectionLife);
  const nameOf = (text: string) => names.nameOf(text);
  const statementTimeout = READERS_STATEMENT_TIMEOUT;
  const readers = openReaders(database.url, { log, connections, statementTimeout, nameOf });
  const known = knownQueries(log);
  const schema = await deliverySchema();
  const server = makeApollo<DeliveryContext>({
    schema,
    log,
    plugins: [planPlugin(log, known)],
    persistedQueries: persistedQueries(),
  });
  await server.start();
  const context = () => deliveryContext({ source: readers, siteUrl: site.url });
  const preview = await openPreview(parts, { schema, source: readers, site, bodyLimit: bodyLimits.delivery });
  const cache = openDeliveryCache(parts, { server, known, context, bodyLimit: bodyLimits.delivery });
  return {
    before: (next) => cache.front.before(next),
    mount: async (app) => {
      await mountDelivery(app, config, { server, known, context, cache });
      await preview.mount(app);
    },
    close: async () => {
      await Promise.all([server.stop(), preview.close(), cache.close()]);
      await readers.close();
    },
    get counters() {
      return cache.counters;
    },
  };
}

interface DeliveryParts extends DeliveryServer {
  readonly cache: AnswerCache;
}

async function mountDelivery(app: FastifyInstance, { siteName }: Config, { server, context, cache }: DeliveryParts) {
  await app.register(async (open) => {
    // Anybody's page may read what is public; no credentials travel with it.
    await open.register(cors, { origin: "*", methods: ["GET", "POST"], maxAge: 86_400 });
    takeBodies(open, cache.front);
    mountGraphql(open, {
      path: DELIVERY_PATH,
      server,
      context: async () => context(),
      explorer: explorerPage({
        title: `${siteName}: delivery`,
        endpoint: DELIVERY_PATH,
        operation: "reader/HomeScreen.graphql",
      }),
      cacheControl: (request) => (isAuthenticated(request) ? "private, no-store" : unshared),
      bodyLimit: bodyLimits.delivery,
      vary: "Accept, Accept-Encoding, Authorization, Cookie",
      kept: (asked) => answerKept(cache, asked),
    });
  });
}

/** Opens the desk's door at /desk/graphql: only for a good token, and nothing of it is ever kept. */
export async function mountDesk(app: FastifyInstance, { config, database, log }: HttpParts): Promise<Close> {
  const server = makeApollo<DeskContext>({ schema: await deskSchema(), log, plugins: [costPlugin()] });
  await server.start();
  mountGraphql(app, {
    path: "/desk/graphql",
    server,
    context: async (request) => deskContext(await deskOf(request, database, config)),
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
