import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, isListType, isNonNullType, Kind, type GraphQLOutputType } from "graphql";
import { getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity/cjs";
import { asGraphQLError } from "./errors.ts";
import { tooComplex, usualLimits } from "./limits.ts";

/** The length of a list that takes no arguments. */
const usualLength = 5;
/** The page a connection answers with when no size is given, and the largest it ever answers with. */
const usualPage = 20;
/** Reading the whole schema, and one type of it. */
const introspection: Readonly<Record<string, number>> = { __schema: 3_000, __type: 200 };

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

// A page size that will be refused anyway still counts in full: nothing may be made cheap by being wrong.
function pageSize({ first, last }: ComplexityEstimatorArgs["args"]): number {
  const sizes = [first, last].filter((size) => typeof size === "number").map(Math.abs);
  return sizes.length === 0 ? usualPage : Math.max(...sizes);
}

function times({ field, args, type }: ComplexityEstimatorArgs): number {
  if (field.args.some(({ name }) => name === "first")) return pageSize(args);
  const ids: unknown = args["ids"];
  if (Array.isArray(ids)) return ids.length;
  // The edges of a connection were counted with the connection; marks of a text come with the text.
  const alone = !isList(field.type) || type.name.endsWith("Connection") || field.name === "spans";
  return alone ? 1 : usualLength;
}

/** One for a field, and what is below it as often as it can come. */
const estimator = (field: ComplexityEstimatorArgs): number =>
  introspection[field.field.name] ?? 1 + times(field) * field.childComplexity;

/**
 * Refuses operations whose worst case costs too much, before anything is fetched. Page sizes and lists of ids count
 * with the values the variables bring. The cost is told with the refusal.
 */
export const costPlugin = (limit: number = usualLimits.cost): ApolloServerPlugin => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, request, operation }) => {
      // Without an operation of that name nothing is fetched: the execution tells so.
      if (operation === undefined) return;
      const cost = costOf(() =>
        getComplexity({
          schema,
          query: document,
          estimators: [estimator],
          ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
          ...(request.variables === undefined ? {} : { variables: request.variables }),
        }),
      );
      if (cost !== null && cost > limit) throw asGraphQLError(tooComplex("points of cost", cost, limit));
    },
  }),
});

// Variables that do not fit are told by the execution, which names all of them and then fetches nothing. Any other fault
// (a null where an argument takes none) would cost there only the field it stands at, and leave the rest uncounted.
function costOf(calculate: () => number): number | null {
  try {
    return calculate();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION) return null;
    throw new GraphQLError(error.message, { extensions: { code: "QUERY_INVALID", http: { status: 400 } } });
  }
}
