import { mapSchema, MapperKind } from "@graphql-tools/utils";
import {
  defaultFieldResolver,
  execute,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLUnionType,
  parse,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from "graphql";
import type { Db } from "../../src/database/db.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { openReader, type Reader } from "./delivery/reader.ts";
import { resolvers } from "./resolvers.ts";
import { typeNames } from "./type-names.ts";

/** An answer as two ways of answering are compared: the data, and where which codes stand. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly { readonly path: readonly (string | number)[]; readonly code: string }[];
}

/** A question as a client puts it, about a moment. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The address the oracle's newspaper stands at. */
export const siteUrl = "https://news.example";

/** The types of a schema, every field answered by an obvious resolver of its own that asks the base tables. */
export function oracleSchema(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => new GraphQLObjectType({ ...type.toConfig(), isTypeOf: null }),
    [MapperKind.INTERFACE_TYPE]: (type) =>
      new GraphQLInterfaceType({ ...type.toConfig(), resolveType: typeNames[type.name] ?? null }),
    [MapperKind.UNION_TYPE]: (type) =>
      new GraphQLUnionType({ ...type.toConfig(), resolveType: typeNames[type.name] ?? null }),
    [MapperKind.OBJECT_FIELD]: (field, name, type) => {
      const resolve = resolvers[`${type}.${name}`];
      return {
        ...field,
        resolve:
          resolve === undefined
            ? defaultFieldResolver
            : (source, args, reader) => resolve(source as never, args as never, reader as Reader),
      };
    },
  });
}

/** Answers a valid query with the schema of `oracleSchema`, at a moment. */
export async function askOracle(schema: GraphQLSchema, db: Db, { query, variables, at }: Asked): Promise<Told> {
  const contextValue = openReader({ db, lens: { at }, siteUrl });
  const variableValues = variables ?? {};
  return told(await execute({ schema, document: parse(query), contextValue, variableValues }));
}

const told = ({ data, errors = [] }: ExecutionResult): Told => ({
  data: data ?? null,
  errors: errors.map((error) => ({ path: error.path ?? [], code: codeOf(error) })),
});

const codeOf = ({ originalError }: GraphQLError): string =>
  originalError instanceof DatelineError ? originalError.code : "INTERNAL";
