import type { GraphQLSchema, OperationDefinitionNode, DocumentNode } from "graphql";
import type { Log } from "../../../kernel/log.ts";
import { formatError } from "../../shared/index.ts";
import type { DeliveryContext } from "../context.ts";
import { answerQuery, type QueryAnswer } from "./answer.ts";

/** A query as it is sent. */
export interface SentQuery {
  readonly text: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface CheckedDocument {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** A query that passed every rule, and brings its variables. */
export interface KnownQuery {
  /** Answers it; null where its variables do not fit. */
  readonly answer: (context: DeliveryContext, requestId: string) => Promise<QueryAnswer | null>;
}

/** Queries whose text has been parsed and has passed every rule, by their text. */
export interface KnownQueries {
  /** Remembers a query that passed. */
  readonly remember: (sent: Pick<SentQuery, "text" | "operationName">, checked: CheckedDocument) => void;
  /** A query as it was sent, where it is known. */
  readonly find: (sent: SentQuery) => KnownQuery | null;
}

/** The most characters of query text that are kept. */
const mostCharacters = 4_000_000;

const keyOf = ({ text, operationName }: Pick<SentQuery, "text" | "operationName">): string =>
  operationName === null ? text : `${operationName}\n${text}`;

/** Keeps queries that passed, so that their text is not read twice; the oldest go when there are too many. */
export function knownQueries(log: Log): KnownQueries {
  const known = new Map<string, CheckedDocument>();
  const size = { characters: 0 };
  const forgetOldest = (): void => {
    for (const key of known.keys()) {
      if (size.characters <= mostCharacters) return;
      known.delete(key);
      size.characters -= key.length;
    }
  };
  return {
    remember: (sent, checked) => {
      const key = keyOf(sent);
      if (!known.has(key)) size.characters += key.length;
      known.set(key, checked);
      forgetOldest();
    },
    find: (sent) => {
      const checked = known.get(keyOf(sent));
      if (checked === undefined) return null;
      const { variables } = sent;
      return {
        answer: (context, requestId) =>
          answerQuery({ ...checked, variables, context, format: formatError(log, () => requestId) }),
      };
    },
  };
}
