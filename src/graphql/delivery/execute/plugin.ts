import type { ApolloServerPlugin } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Log } from "../../../kernel/log.ts";
import { formatError } from "../../shared/index.ts";
import type { DeliveryContext } from "../context.ts";
import { answerQuery } from "./answer.ts";

/** Lets Apollo Server answer queries from plans; its parsing, its rules and its spelling of answers stay in force. */
export function planPlugin(log: Log): ApolloServerPlugin<DeliveryContext> {
  const format = formatError(log) as (formatted: GraphQLFormattedError, error: GraphQLError) => GraphQLFormattedError;
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, document, operation, request: { variables = {} }, contextValue }) => {
        const answer = await answerQuery({ schema, document, operation, variables, context: contextValue, format });
        if (answer === null) return null;
        const { refusedWith: status, ...singleResult } = answer;
        const http = { headers: new HeaderMap(), ...(status === undefined ? {} : { status }) };
        return { http, body: { kind: "single", singleResult } };
      },
    }),
  };
}
