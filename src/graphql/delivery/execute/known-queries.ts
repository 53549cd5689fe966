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

/**
 * So many queries are kept at most, and so many characters of their text. What is parsed and planned of a text takes some
 * hundred times its room, up to 300 kB for one of a few hundred characters: strangers must not fill the memory with theirs.
 */
const most = { queries: 500, characters: 500_000 } as const;

const keyOf = ({ text, operationName }: Pick<SentQuery, "text" | "operationName">): string =>
  operationName === null ? text : `${operationName}\n${text}`;

/** Keeps queries that passed, so that their text is not read twice; the oldest go when there are too many. */
export function knownQueries(log: Log): KnownQueries {
  const known = new Map<string, CheckedDocument & { readonly length: number }>();
  const size = { characters: 0 };
  const forgetOldest = (): void => {
    for (const key of known.keys()) {
      if (known.size <= most.queries && size.characters <= most.characters) return;
      known.delete(key);
      size.characters -= key.length;
    }
  };
  return {
    remember: (sent, checked) => {
      const key = keyOf(sent);
      if (!known.has(key)) size.characters += key.length;
      known.set(key, { ...checked, length: sent.text.length });
      forgetOldest();
    },
    find: (sent) => {
      const checked = known.get(keyOf(sent));
      // A name and a text put together may read like another text: "query" and "{ … }".
      if (checked?.length !== sent.text.length) return null;
      const { variables } = sent;
      return {
        answer: (context, requestId) =>
          answerQuery({ variables, context, format: formatError(log, () => requestId), ...checked }),
      };
    },
  };
}
