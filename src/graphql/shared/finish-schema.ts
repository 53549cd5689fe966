import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { GraphQLEnumType, GraphQLSchema, isInputObjectType, lexicographicSortSchema } from "graphql";
import { catalogue } from "../../kernel/errors/index.ts";

// Named like the enum of src/graphql/shared/error-code.ts, which TypeGraphQL only shows where a field returns it.
const errorCode = new GraphQLEnumType({
  name: "ErrorCode",
  description: "Every code an error can bear in `extensions.code`. Codes are only ever added.",
  values: Object.fromEntries(
    Object.entries(catalogue).map(([code, { says, fix }]) => [code, { description: `${says} ${fix}` }]),
  ),
});

/**
 * What TypeGraphQL cannot say itself: the named inputs take exactly one of their fields (`@oneOf`, GraphQL September
 * 2025), and the error codes are part of the published schema.
 */
export function finishSchema(schema: GraphQLSchema, oneOf: readonly string[]): GraphQLSchema {
  for (const name of oneOf) {
    const type = schema.getType(name);
    if (!isInputObjectType(type)) throw new Error(`There is no input type ${name} to take exactly one field.`);
    type.isOneOf = true;
  }
  const { types, ...rest } = schema.toConfig();
  const known = schema.getType(errorCode.name) !== undefined;
  return new GraphQLSchema({ ...rest, types: known ? types : [...types, errorCode] });
}

/** The schema as it is published: sorted, with descriptions and directives. */
export const printed = (schema: GraphQLSchema): string =>
  `${printSchemaWithDirectives(lexicographicSortSchema(schema)).trim()}\n`;
