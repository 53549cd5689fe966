import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { GraphQLEnumType, GraphQLSchema, isInputObjectType, lexicographicSortSchema } from "graphql";
import { errorCode } from "./error-code.ts";

const roots = {
  query: "What can be asked.",
  mutation: "What can be done.",
} as const;

/**
 * What TypeGraphQL cannot say itself: the named inputs take exactly one of their fields (`@oneOf`, GraphQL September
 * 2025), the roots are described, and the error codes are part of the published schema.
 */
export function finishSchema(schema: GraphQLSchema, oneOf: readonly string[] = []): GraphQLSchema {
  for (const name of oneOf) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) throw new Error(`There is no input type ${name} to take exactly one field.`);
    type.isOneOf = true;
  }
  const { types, ...rest } = schema.toConfig();
  for (const [root, description] of Object.entries(roots)) {
    const type = root === "query" ? rest.query : rest.mutation;
    if (type) type.description ??= description;
  }
  // TypeGraphQL only shows the enum where a field returns it.
  const known = types.some(({ name }) => name === errorCode.name);
  return new GraphQLSchema({ ...rest, types: known ? types : [...types, new GraphQLEnumType(errorCode)] });
}

/** The schema as it is published: sorted, with descriptions and directives. */
export const printed = (schema: GraphQLSchema): string =>
  `${printSchemaWithDirectives(lexicographicSortSchema(schema)).trim()}\n`;
