import type { ApolloServerPlugin } from "@apollo/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { embargoEnd } from "../domain/lifecycle/index.ts";
import { deliveryContext, planPlugin, type DeliveryContext, type DeliverySource } from "../graphql/delivery/index.ts";
import { makeApollo } from "../graphql/shared/index.ts";
import { DatelineError } from "../kernel/errors/index.ts";
import { verifyPreview, type Previewed } from "../newsroom/preview/index.ts";
import { explorerPage } from "./explorer.ts";
import { mountGraphql } from "./graphql.ts";
import type { HttpParts } from "./parts.ts";

/** Where a preview is read: never the readers' path, so nothing that keeps answers for readers looks here. */
const PREVIEW_PATH = "/preview/graphql";

/** What the preview door shares with the readers' door: the schema and where answers come from, and nothing kept. */
export interface PreviewSource extends Pick<DeliverySource, "source"> {
  readonly schema: GraphQLSchema;
  /** Asked at each request. */
  readonly site: { readonly url: string };
  readonly bodyLimit: number;
}

interface PreviewContext extends DeliveryContext {
  readonly previewed: Previewed;
}

/** What every answer of this door bears, refusals too. */
const privately = {
  "cache-control": "private, no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
} as const;

/**
 * Opens the preview door: delivery through a lens that shows one article in its newest revision, for whoever bears a
 * good token. A server of its own: it knows no query of readers, and readers' servers know none of its own.
 */
export async function openPreview(parts: HttpParts, { schema, source, site, bodyLimit }: PreviewSource) {
  const { config, log } = parts;
  const server = makeApollo<PreviewContext>({ schema, log, plugins: [noticed, planPlugin(log)] });
  await server.start();
  const mount = async (app: FastifyInstance): Promise<void> => {
    await app.register(async (open) => {
      open.addHook("onSend", async (_request, reply) => {
        reply.headers(privately);
      });
      mountGraphql(open, {
        path: PREVIEW_PATH,
        server,
        context: async (request) => {
          const { previewed } = await bearerOf(parts, request);
          const lens = { at: null, preview: previewed };
          return { ...deliveryContext({ source, siteUrl: site.url, lens }), previewed };
        },
        explorer: async (request) => {
          const { token, previewed } = await bearerOf(parts, request);
          const endpoint = `${PREVIEW_PATH}?token=${encodeURIComponent(token)}`;
          return explorerPage({ title: `${config.siteName}: preview`, endpoint, query: firstQuery(previewed) })();
        },
        cacheControl: () => privately["cache-control"],
        bodyLimit,
        vary: "Accept, Accept-Encoding, Authorization",
      });
    });
  };
  return { mount, close: () => server.stop() };
}

// What is wrong with a token is nobody's business: all bad ones are answered with the same words.
async function bearerOf({ database }: HttpParts, request: FastifyRequest) {
  const token = tokenIn(request);
  const previewed = token === null ? null : await verifyPreview(database.db, token);
  if (token === null || previewed === null)
    throw new DatelineError("UNAUTHENTICATED", {
      says: "This door wants a preview token that is good now.",
      fix: "Send it as 'Authorization: Bearer TOKEN' or '?token=TOKEN'; 'desk preview create ARTICLE' makes one.",
    });
  return { token, previewed };
}

function tokenIn({ headers, query }: FastifyRequest): string | null {
  if (headers.authorization !== undefined) return /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1] ?? null;
  const { token } = query as { readonly token?: unknown };
  return typeof token === "string" && token !== "" ? token : null;
}

const firstQuery = ({ articleId }: Previewed): string =>
  `{\n  article(by: { id: "${articleId}" }) {\n    headline\n    standfirst\n    bylineText\n    bodyText\n` +
  `    relatedLinks {\n      headline\n    }\n  }\n}\n`;

// An answer says what it is, so that no screen can show it as published by mistake.
const noticed: ApolloServerPlugin<PreviewContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ contextValue: { previewed }, response: { body } }) => {
      if (body.kind !== "single") return;
      body.singleResult.extensions = { ...body.singleResult.extensions, preview: noticeOf(previewed) };
    },
  }),
};

function noticeOf(previewed: Previewed) {
  const { articleId, state, embargoUntil, embargoHold } = previewed;
  const embargo = embargoHold || embargoUntil !== null ? ` It is under embargo ${embargoEnd(previewed)}.` : "";
  return {
    ...{ articleId, state, embargoUntil: embargoUntil?.toISOString() ?? null, embargoHold },
    notice: `A preview of an article in the state ${state}: not for publication.${embargo}`,
  };
}
