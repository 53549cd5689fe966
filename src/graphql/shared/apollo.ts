import { ApolloServer, type ApolloServerPlugin, type BaseContext } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLFormattedError, GraphQLSchema } from "graphql";
import { catalogue, DatelineError } from "../../kernel/errors/index.ts";
import type { Log } from "../../kernel/log.ts";
import { asGraphQLError, formatError } from "./errors.ts";
import { keptDocuments } from "./kept-documents.ts";
import { sizeRule, usualLimits, type Limits } from "./limits.ts";
import type { PersistedQueries } from "./persisted-queries.ts";

/** What a GraphQL door is made of. */
export interface ApolloOptions<Context extends BaseContext> {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  readonly limits?: Limits;
  /** What prices this door's operations, or answers them. */
  readonly plugins: readonly ApolloServerPlugin<Context>[];
  /** Where queries are kept by their hash (automatic persisted queries); nowhere when left out. */
  readonly persistedQueries?: PersistedQueries;
}

/** A GraphQL server with every guard on: limits, masked errors, no hints, nothing reported to anybody. */
export function makeApollo<Context extends BaseContext>({
  schema,
  log,
  limits = usualLimits,
  plugins,
  persistedQueries,
}: ApolloOptions<Context>) {
  return new ApolloServer<Context>({
    schema,
    plugins: [unanswered, ...plugins, unavailable, ...disabled],
    formatError: formatError(log),
    validationRules: [sizeRule(limits)],
    parseOptions: { maxLexicalTokens: limits.tokens },
    validationOptions: { maxErrors: 20 },
    executionOptions: { maxCoercionErrors: 20 },
    maxRecursiveSelections: 100_000,
    introspection: true,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    documentStore: keptDocuments(),
    persistedQueries: persistedQueries === undefined ? false : { cache: persistedQueries },
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    nodeEnv: "production",
    logger: asLogger(log),
  });
}

const disabled = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginInlineTraceDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

// The rules of validation let an operation pass that no type of the schema stands behind.
const unanswered: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, operation: { operation } = {} }) => {
      if (operation === undefined || schema.getRootType(operation)) return;
      throw asGraphQLError(new DatelineError("QUERY_INVALID", { says: `No ${operation} is answered here.` }));
    },
  }),
};

// A cache in front may serve what it has when we fail, but only a status of 5xx tells it that we did.
const unavailable: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body, http } }) => {
      const errors = body.kind === "single" ? (body.singleResult.errors ?? []) : [];
      if (tellUnavailable(errors)) http.status = 503;
    },
  }),
};

const unavailableCodes = new Set<unknown>(
  Object.entries(catalogue).flatMap(([name, { http }]) => (http === 503 ? [name] : [])),
);

/** Whether errors say that we cannot answer at present. */
export const tellUnavailable = (errors: readonly GraphQLFormattedError[]): boolean =>
  errors.some(({ extensions }) => unavailableCodes.has(extensions?.["code"]));

const asLogger = (log: Log) => ({
  debug: (message?: unknown) => {
    log.debug({}, String(message));
  },
  info: (message?: unknown) => {
    log.info({}, String(message));
  },
  warn: (message?: unknown) => {
    log.warn({}, String(message));
  },
  error: (message?: unknown) => {
    log.error({}, String(message));
  },
});
