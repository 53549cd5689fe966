import { describe, expect, it } from "@jest/globals";
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
} from "graphql";
import { publishedSchemas } from "../../src/graphql/published.ts";

interface Described {
  readonly description?: string | null | undefined;
}

/** Everything of a type that clients read about, by its place in the schema. */
function* partsOf(type: GraphQLNamedType): Generator<readonly [string, Described]> {
  yield [type.name, type];
  if (isEnumType(type)) for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value];
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const field of Object.values(type.getFields())) {
    const place = `${type.name}.${field.name}`;
    yield [place, field];
    for (const argument of field.args) yield [`${place}(${argument.name})`, argument];
  }
}

describe("The published contracts", () => {
  it.each(["delivery.graphql", "desk.graphql"])("describe everything in schema/%s", async (name) => {
    const schema = buildSchema((await publishedSchemas())[name] ?? "");
    const own = Object.values(schema.getTypeMap()).filter(
      (type) => !/^(?:__|(?:String|Int|Float|Boolean|ID)$)/.test(type.name),
    );
    const undescribed = own.flatMap((type) => [...partsOf(type)]).filter(([, part]) => !part.description?.trim());
    expect(undescribed.map(([place]) => place)).toEqual([]);
  });

  it("take exactly one field where they say so", async () => {
    const sdl = (await publishedSchemas())["delivery.graphql"];
    expect(sdl).toMatch(/input ArticleBy @oneOf/);
    expect(sdl).toMatch(/input SectionBy @oneOf/);
    expect(sdl).toMatch(/scalar DateTime @specifiedBy/);
  });
});
