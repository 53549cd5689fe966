import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Log } from "../../kernel/log.ts";
import { limits, limitsPlugin } from "./limits.ts";
import { maskErrors } from "./masking.ts";

/** An Apollo Server with every limit of the house; started before it is returned. */
export async function apolloFor<Context extends object>(
  schema: GraphQLSchema,
  { log }: { readonly log: Log },
): Promise<ApolloServer<Context>> {
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: 10_000,
    parseOptions: { maxTokens: limits.tokens },
    formatError: maskErrors(log),
    logger: quiet(log),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), limitsPlugin(schema)],
  });
  await server.start();
  return server;
}

const quiet = (log: Log) => ({
  debug: (message?: unknown) => {
    log.debug({}, String(message));
  },
  info: (message?: unknown) => {
    log.debug({}, String(message));
  },
  warn: (message?: unknown) => {
    log.warn({}, String(message));
  },
  error: (message?: unknown) => {
    log.error({}, String(message));
  },
});
