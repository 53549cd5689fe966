import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { mapDatabaseError } from "../../database/errors.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import type { Log } from "../../kernel/log.ts";

/** Codes of GraphQL itself, which Apollo gives to requests it cannot run. */
const ofRequests: ReadonlySet<unknown> = new Set([
  ...["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE", "BAD_REQUEST"],
  ...["PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_SUPPORTED"],
]);

/**
 * The last word on every error of a GraphQL answer: ours are told with code, way out and details, those of the request
 * keep their sentence, everything else is logged and masked.
 */
export const maskErrors =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = mapDatabaseError(unwrapResolverError(error));
    const place = placeOf(formatted);
    if (cause instanceof DatelineError && cause.entry.http !== 500) return { ...place, ...told(cause) };
    const code = formatted.extensions?.["code"];
    if (cause instanceof GraphQLError && ofRequests.has(code)) return requestFault(formatted, place, code);
    if (code === "BAD_USER_INPUT") return { ...place, ...told(inputFault(formatted.message)) };
    log.error({ reason: cause instanceof Error ? cause.stack : String(cause) }, "a query failed");
    return { ...place, ...told(new DatelineError("INTERNAL")) };
  };

const placeOf = ({ path, locations }: GraphQLFormattedError) => ({
  ...(path === undefined ? {} : { path }),
  ...(locations === undefined ? {} : { locations }),
});

const told = ({ code, message, fix, details }: DatelineError) => ({
  message,
  extensions: { code, fix, ...(Object.keys(details).length > 0 ? { details } : {}) },
});

const requestFault = ({ message }: GraphQLFormattedError, place: object, code: unknown): GraphQLFormattedError => ({
  ...place,
  message: withoutValues(message),
  extensions: { code },
});

const inputFault = (message: string): DatelineError =>
  new DatelineError("INVALID_INPUT", { says: withoutValues(message) });

// GraphQL repeats the value it could not read; a value may be a secret typed into the wrong place.
const withoutValues = (message: string): string =>
  message
    .replace(/got invalid value .*?(?= at "|; |$)/su, "got an invalid value")
    .replace(/cannot represent .*?: .*/su, "cannot represent that value.");
