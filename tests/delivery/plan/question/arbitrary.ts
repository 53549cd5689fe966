import fc from "fast-check";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from "graphql";
import { argumentsOf } from "./args.ts";
import type { Argument, Condition, FieldPiece, FragmentPiece, Piece } from "./piece.ts";
import type { Pools } from "./pools.ts";

/** In one case of twelve. */
const seldom = <Thing>(arbitrary: fc.Arbitrary<Thing>): fc.Arbitrary<Thing | null> =>
  fc.oneof({ weight: 11, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const condition = seldom(
  fc.record<Condition>({
    directive: fc.constantFrom("include", "skip"),
    way: fc.constantFrom("literal", "given", "default"),
    value: fc.boolean(),
  }),
);

/** Response keys that mean something to JavaScript, to GraphQL or to another field. */
const oddNames = [
  "__proto__",
  "constructor",
  "toString",
  "__typename",
  "id",
  "headline",
  "a",
  "length",
  "_",
  "hasOwnProperty",
];
const alias = seldom(fc.constantFrom(...oddNames));

/** How often each root is asked. */
const rootWeights: Readonly<Record<string, number>> = { article: 5, section: 5, resolve: 3, nodes: 2, search: 2 };

/** How often fields that lead further than others are asked for. */
const weights: Readonly<Record<string, number>> = {
  node: 6,
  edges: 6,
  blocks: 5,
  articles: 4,
  credit: 4,
  spans: 4,
  image: 4,
};

/** How likely a field that leads on is, beside one that does not. */
const weightOf = (type: GraphQLCompositeType, field: string): number =>
  type.name === "Query" ? (rootWeights[field] ?? 1) : (weights[field] ?? 2);

/** Every selection that the schema allows, bounded in depth. */
export function selectionsOf(
  schema: GraphQLSchema,
  pools: Pools,
): (type: string, depth: number) => fc.Arbitrary<Piece[]> {
  const args = argumentsOf(pools);
  const made = new Map<string, fc.Arbitrary<Piece[]>>();

  function below(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Piece[]> {
    const key = `${type.name} ${String(depth)}`;
    const maxLength = isUnionType(type) ? 6 : 4;
    const pieces = made.get(key) ?? fc.array(pieceOf(type, depth), { minLength: 1, maxLength, size: "max" });
    made.set(key, pieces);
    return pieces;
  }

  function pieceOf(type: GraphQLCompositeType, depth: number): fc.Arbitrary<Piece> {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const leaves = fields.filter(({ type: of }) => !isCompositeType(getNamedType(of))).map(({ name }) => name);
    const leaf = fc.constantFrom(...leaves, ...leaves, "__typename").chain((name) => fieldOf(type, name, null));
    const leading = fields.flatMap(({ name, type: of }) => {
      const to = getNamedType(of);
      const weight = weightOf(type, name);
      return isCompositeType(to) && depth > 0 ? [{ weight, arbitrary: fieldOf(type, name, below(to, depth - 1)) }] : [];
    });
    const fragments = depth > 0 ? [{ weight: isAbstractType(type) ? 12 : 1, arbitrary: fragmentOf(type, depth) }] : [];
    return fc.oneof({ weight: Math.max(1, leaves.length), arbitrary: leaf }, ...leading, ...fragments);
  }

  function fieldOf(
    type: GraphQLCompositeType,
    name: string,
    pieces: fc.Arbitrary<Piece[]> | null,
  ): fc.Arbitrary<FieldPiece> {
    const given: fc.Arbitrary<readonly Argument[]> = args[`${type.name}.${name}`] ?? fc.constant([]);
    const parts = { alias, condition, args: given, below: pieces ?? fc.constant([]) };
    return fc.record(parts).map((found) => ({ is: "field", name, ...found }));
  }

  function fragmentOf(type: GraphQLCompositeType, depth: number): fc.Arbitrary<FragmentPiece> {
    const one = (on: GraphQLCompositeType | null) =>
      fc.record<FragmentPiece>({
        is: fc.constant("fragment"),
        on: fc.constant(on?.name ?? null),
        named: on === null ? fc.constant(false) : fc.boolean(),
        condition,
        below: below(on ?? type, depth - 1),
      });
    return fc.oneof(one(null), ...fitting(type).map(one));
  }

  // Itself, the types it may be, and interfaces some of those share with others.
  function fitting(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const possible = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    const shared = possible.flatMap((one) => one.getInterfaces()).filter(isInterfaceType);
    return [...new Set([type, ...possible, ...shared])];
  }

  return (type, depth) => {
    const found = schema.getType(type);
    if (!isCompositeType(found)) throw new Error(`${type} has no fields.`);
    return below(found, depth);
  };
}
