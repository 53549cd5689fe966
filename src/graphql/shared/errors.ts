import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { catalogue, DatelineError, type ErrorCode } from "../../kernel/errors/index.ts";
import type { Log } from "../../kernel/log.ts";
import { currentRequestId } from "./request-scope.ts";

/** One error as clients get it; everywhere the same shape. */
interface PublicError {
  readonly message: string;
  readonly extensions: {
    readonly code: ErrorCode;
    readonly fix: string;
    readonly requestId: string | null;
    readonly details?: Readonly<Record<string, unknown>>;
  };
}

/** What Apollo Server calls the faults it finds itself, in our words. Its messages tell nothing but the client's own text. */
const apolloCodes: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: "QUERY_INVALID",
  GRAPHQL_VALIDATION_FAILED: "QUERY_INVALID",
  OPERATION_RESOLUTION_FAILURE: "QUERY_INVALID",
  BAD_USER_INPUT: "INVALID_INPUT",
  BAD_REQUEST: "BAD_REQUEST",
};

/** An error of ours as clients get it. */
const publicError = ({ code, message, fix, details }: DatelineError, requestId: string | null): PublicError => ({
  message,
  extensions: {
    code,
    fix,
    requestId,
    ...(Object.keys(details).length === 0 ? {} : { details }),
  },
});

/** Gives our error the HTTP status of its catalogue row, for the cases where it is the whole answer. */
export const asGraphQLError = (error: DatelineError): GraphQLError =>
  new GraphQLError(error.message, {
    originalError: error,
    extensions: { code: error.code, http: { status: error.entry.http } },
  });

/**
 * Makes any error fit to leave the process: ours as they are, GraphQL's own faults under our codes and without the
 * values that were sent, anything else masked as INTERNAL and logged under the request's id.
 */
export function formatError(log: Log, requestId: () => string | null = currentRequestId) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, extensions } = publicError(
      known(formatted, error) ?? masked(log, error, requestId()),
      requestId(),
    );
    const { path, locations } = formatted;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  };
}

function known(formatted: GraphQLFormattedError, error: unknown): DatelineError | null {
  const original = unwrapResolverError(error);
  if (original instanceof DatelineError) return original;
  if (error instanceof GraphQLError && error.originalError instanceof DatelineError) return error.originalError;
  if (tooManyTokens.test(formatted.message)) return new DatelineError("TOO_COMPLEX");
  if (badHash.test(formatted.message)) return new DatelineError("BAD_REQUEST", { says: formatted.message });
  const given = String(formatted.extensions?.["code"]);
  const code = given in catalogue && given !== "INTERNAL" ? (given as ErrorCode) : apolloCodes[given];
  return code === undefined ? null : new DatelineError(code, { says: withoutValues(formatted.message) });
}

function masked(log: Log, error: unknown, requestId: string | null): DatelineError {
  const original = unwrapResolverError(error);
  const { message, stack } = original instanceof Error ? original : new Error(String(original));
  log.error({ requestId, reason: message, stack }, "a request failed on our side");
  return new DatelineError("INTERNAL");
}

/** How graphql-js says that it stopped reading. */
const tooManyTokens = /^Syntax Error: Document contains more tha[nt] \d+ tokens/;

/** How Apollo Server refuses a hash, without a code of its own. */
const badHash = /^(provided sha does not match query|Unsupported persisted query version)$/;

/** What graphql-js repeats of the values sent, and what is said instead. */
const echoes: readonly (readonly [RegExp, string])[] = [
  [
    /^(Variable "\$\w+") (?:got|has) invalid value .*?( at "[\w.[\]]+")?; (Field "\w+" (?:of required type "[\w![\]]+" was not provided|is not defined by type "\w+"))\b.*$/s,
    "$1$2 does not fit its type: $3.",
  ],
  [/^(Variable "\$\w+") (?:got|has) invalid value .*?( at "[\w.[\]]+")?; .*$/s, "$1$2 does not fit its type."],
  [/^(Variable "\$\w+") (?:got|has) invalid value .*$/s, "$1 does not fit its type."],
  [/^(Argument "\w+") has invalid value .*$/s, "$1 does not fit its type."],
  [/^(\w+ cannot represent [\w -]+): .*$/s, "$1."],
  [/^(Expected value of type "[\w![\]]+"), found .*$/s, "$1."],
  [/^Value .* does not exist in ("\w+" enum)\..*$/s, "The value does not exist in $1."],
];

function withoutValues(message: string): string {
  const found = echoes.find(([pattern]) => pattern.test(message));
  return found === undefined ? message : message.replace(found[0], found[1]);
}
