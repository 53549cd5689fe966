import { mapSchema, MapperKind } from "@graphql-tools/utils";
import {
  defaultFieldResolver,
  execute,
  GraphQLInterfaceType,
  GraphQLList,
  GraphQLObjectType,
  GraphQLUnionType,
  isListType,
  isNonNullType,
  parse,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import type { Db } from "../../src/database/db.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { openReader, type Reader } from "./delivery/reader.ts";
import { resolvers } from "./resolvers.ts";
import { typeNames } from "./type-names.ts";

/** An answer as two ways of answering are compared: the data, and where which codes stand. The oracle tells every one. */
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
const siteUrl = "https://news.example";

/** Two ways of answering by obvious resolvers that ask the base tables. */
export interface Oracle {
  /** As the schema promises: a fault takes along whatever may not be without what could not be told. */
  readonly strict: GraphQLSchema;
  /** Nothing is promised, so every fault stays at its place and all of them are told. */
  readonly lenient: GraphQLSchema;
}

/** The oracle for the types of a schema. */
export const oracleOf = (schema: GraphQLSchema): Oracle => ({
  strict: withResolvers(schema, (type) => type),
  lenient: withResolvers(schema, nullable),
});

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullable(type.ofType);
  return isListType(type) ? new GraphQLList(nullable(type.ofType)) : type;
}

function withResolvers(schema: GraphQLSchema, promise: (type: GraphQLOutputType) => GraphQLOutputType): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => new GraphQLObjectType({ ...type.toConfig(), isTypeOf: null }),
    [MapperKind.INTERFACE_TYPE]: (type) =>
      new GraphQLInterfaceType({ ...type.toConfig(), resolveType: typeNames[type.name] ?? null }),
    [MapperKind.UNION_TYPE]: (type) =>
      new GraphQLUnionType({ ...type.toConfig(), resolveType: typeNames[type.name] ?? null }),
    [MapperKind.INTERFACE_FIELD]: (field) => ({ ...field, type: promise(field.type) }),
    [MapperKind.OBJECT_FIELD]: (field, name, type) => ({
      ...field,
      type: promise(field.type),
      resolve: resolverOf(`${type}.${name}`),
    }),
  });
}

function resolverOf(name: string): GraphQLFieldResolver<unknown, unknown> {
  const resolve = resolvers[name];
  if (resolve === undefined) return defaultFieldResolver;
  return (source, args, reader) => resolve(source as never, args as never, reader as Reader);
}

/** Answers a valid query at a moment. */
export async function askOracle({ strict, lenient }: Oracle, db: Db, asked: Asked): Promise<Told> {
  const { data, errors } = told(await run(strict, db, asked));
  if (errors.length === 0) return { data, errors };
  return { data, errors: told(await run(lenient, db, asked)).errors };
}

function run(
  schema: GraphQLSchema,
  db: Db,
  { query, variables, at }: Asked,
): ExecutionResult | Promise<ExecutionResult> {
  const contextValue = openReader({ db, lens: { at }, siteUrl });
  return execute({ schema, document: parse(query), contextValue, variableValues: variables ?? {} });
}

const told = ({ data, errors = [] }: ExecutionResult): Told => ({
  data: data ?? null,
  errors: errors.map((error) => ({ path: error.path ?? [], code: codeOf(error) })),
});

const codeOf = ({ originalError }: GraphQLError): string =>
  originalError instanceof DatelineError ? originalError.code : "INTERNAL";
