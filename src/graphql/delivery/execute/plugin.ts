import type { ApolloServerPlugin } from "@apollo/server";
import { HeaderMap } from "@apollo/server";
import type { OperationDefinitionNode } from "graphql";
import type { Log } from "../../../kernel/log.ts";
import { formatError } from "../../shared/index.ts";
import type { DeliveryContext } from "../context.ts";
import { answerQuery } from "./answer.ts";
import type { KnownQueries } from "./known-queries.ts";

type Data = Record<string, unknown> | null;

/**
 * Lets Apollo Server answer queries from plans; its parsing, its rules and its spelling of answers stay in force. What
 * has passed them is remembered.
 */
export function planPlugin(log: Log, known?: KnownQueries): ApolloServerPlugin<DeliveryContext> {
  const format = formatError(log);
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ schema, document, request, source, contextValue, ...resolved }) => {
        const { variables = {}, operationName = null } = request;
        // Absent, whatever its type says, where the document has no operation of that name: graphql-js tells so.
        const operation = resolved.operation as OperationDefinitionNode | undefined;
        if (operation === undefined) return null;
        const answer = await answerQuery({ schema, document, operation, variables, context: contextValue, format });
        if (answer === null) return null;
        known?.remember({ text: source, operationName }, { schema, document, operation });
        const { refusedWith: status, data, ...told } = answer;
        const singleResult = { ...told, ...(data === undefined ? {} : { data: JSON.parse(data) as Data }) };
        const http = { headers: new HeaderMap(), ...(status === undefined ? {} : { status }) };
        return { http, body: { kind: "single", singleResult } };
      },
    }),
  };
}
