import { expect } from "@jest/globals";
import {
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type pg from "pg";
import { readersOn } from "../../src/database/readers.ts";
import { listsOf } from "../../src/database/together.ts";
import { liveAt, liveLens, type Lens, type Source } from "../../src/delivery/index.ts";
import { answerQuery, deliveryContext, deliverySchema } from "../../src/graphql/delivery/index.ts";
import { formatError } from "../../src/graphql/shared/index.ts";
import { createLog } from "../../src/kernel/log.ts";
import type { TestDatabase } from "./database.ts";

const made: { schema?: Promise<GraphQLSchema> } = {};

/** A query that fits the schema. */
interface Checked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

// Checking a large query takes longer than answering it, and tests ask the same ones over and over.
const checked = new Map<string, Checked>();

function check(schema: GraphQLSchema, query: string): Checked {
  const document = parse(query);
  const faults = validate(schema, document);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join("\n"));
  const operation = getOperationAST(document);
  if (!operation) throw new Error("The document has not exactly one operation.");
  checked.set(query, { document, operation });
  return { document, operation };
}

/** An answer as readers get it, and what it is made of. */
export interface Told {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
  readonly tags: readonly string[];
}

/** The address of the site in tests. */
export const siteUrl = "https://news.example";

/** How a test asks, where that is not as readers do now. */
export interface Asking {
  readonly lens?: Lens;
  readonly source?: Source;
}

/** Answers every statement that may go together as one of three. */
export const amongOthers = (pool: pg.Pool): Source => ({
  ask: async ({ text, values, together }) => {
    if (together === undefined) return readersOn(pool).ask({ text, values });
    const lists = listsOf([values, values, values]);
    const { rows } = await pool.query<{ n: number; j: string }>(together.text, lists);
    const [first, ...others] = rows.map(({ j }) => j);
    if (first === undefined || others.length !== 2) throw new Error("Not everybody was answered.");
    expect(others).toEqual([first, first]);
    return first;
  },
});

/** Asks the public schema without HTTP. */
export async function ask(
  { pool }: Pick<TestDatabase, "pool">,
  query: string,
  variables: Record<string, unknown> = {},
  { lens = liveLens, source = readersOn(pool) }: Asking = {},
): Promise<Told> {
  const schema = await (made.schema ??= deliverySchema());
  const { document, operation } = checked.get(query) ?? check(schema, query);
  const context = deliveryContext({ source, siteUrl, lens });
  const format = formatError(createLog("error"));
  // What a test may ask for is bounded by the test.
  const answer = await answerQuery({
    ...{ schema, document, operation, variables, context, format, mostRows: Infinity },
  });
  if (answer === null) throw new Error("The variables do not fit.");
  // What is put together of pieces is spelled as if it had been written whole.
  if (answer.data !== undefined) expect(JSON.stringify(JSON.parse(answer.data))).toBe(answer.data);
  return {
    data: JSON.parse(answer.data ?? "null") as Told["data"],
    errors: answer.errors ?? [],
    tags: [...context.provenance.tags],
  };
}

/** Asks the public schema without HTTP, at a moment if one is given. Throws what any field refused. */
export async function read<Data = Record<string, unknown>>(
  house: Pick<TestDatabase, "pool">,
  query: string,
  variables: Record<string, unknown> = {},
  at?: Date,
): Promise<Data> {
  const { data, errors } = await ask(house, query, variables, at === undefined ? {} : { lens: liveAt(at) });
  if (errors.length > 0) throw new Error(JSON.stringify(errors.map(({ message, path }) => ({ message, path }))));
  return JSON.parse(JSON.stringify(data)) as Data;
}
