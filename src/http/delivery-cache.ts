import type { ApolloServer } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import type { DeliveryContext, KnownQueries } from "../graphql/delivery/index.ts";
import { inRequest } from "../graphql/shared/index.ts";
import { newRequestId } from "../kernel/ids.ts";
import { openCache, type AnswerCache, type Computed, type Question } from "./cache/index.ts";
import { isFailure, textOf } from "./graphql.ts";
import { sentIn, toldOf } from "./known.ts";
import type { HttpParts } from "./parts.ts";

/** Where readers ask. */
export const DELIVERY_PATH = "/graphql";

/** Who answers readers. */
export interface DeliveryServer {
  readonly server: ApolloServer<DeliveryContext>;
  /** Queries it need not check again. */
  readonly known: KnownQueries;
  /** Makes the context of one request. */
  readonly context: () => DeliveryContext;
}

/** Opens what answers readers in front of the web framework, and the cache of their answers. */
export function openDeliveryCache(
  { config, database, log }: HttpParts,
  delivery: DeliveryServer & { readonly bodyLimit: number },
): AnswerCache {
  return openCache({
    bytes: config.cacheMegabytes * 1024 * 1024,
    url: database.url,
    log,
    path: DELIVERY_PATH,
    bodyLimit: delivery.bodyLimit,
    compute: (question, requestId) => compute(delivery, question, requestId),
    negotiate: (accept) => negotiate(delivery, accept),
    knownIn: (body) => {
      const sent = sentIn(body);
      return sent === null ? null : delivery.known.find(sent);
    },
  });
}

async function compute(delivery: DeliveryServer, { known, request }: Question, requestId: string): Promise<Computed> {
  const context = delivery.context();
  const { provenance } = context;
  const answer = known === null ? null : await known.answer(context, requestId);
  if (answer !== null) {
    const { status, body, failed } = toldOf(answer);
    return { status, headers: null, body, provenance, requestId, failed };
  }
  const response = await inRequest(requestId, () =>
    delivery.server.executeHTTPGraphQLRequest({ httpGraphQLRequest: request, context: async () => context }),
  );
  const { status = 200, headers } = response;
  const body = await textOf(response.body);
  return { status, headers, body, provenance, requestId, failed: isFailure(status, body) };
}

// Asked with the smallest question there is; it needs no database.
async function negotiate({ server, context }: DeliveryServer, accept: string): Promise<string | null> {
  const headers = new HeaderMap([["content-type", "application/json"]]);
  if (accept !== "") headers.set("accept", accept);
  const httpGraphQLRequest = { method: "POST", headers, search: "", body: { query: "{ __typename }" } };
  const { status = 200, headers: told } = await inRequest(newRequestId(), () =>
    server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => context() }),
  );
  return status === 200 ? (told.get("content-type") ?? null) : null;
}
