import {
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from "graphql";
import type { Shape } from "../../../delivery/index.ts";

/** Leaves the plan spells as they stand in the answer: checking their type is enough. */
const plain: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === "string",
  String: (value) => typeof value === "string",
  DateTime: (value) => typeof value === "string",
  Int: (value) => Number.isInteger(value) && Math.abs(value as number) <= 0x7f_ff_ff_ff,
  Boolean: (value) => typeof value === "boolean",
};

function leafOf(type: GraphQLLeafType): (value: unknown) => unknown {
  const isPlain = plain[type.name];
  if (isPlain !== undefined) return (value) => (isPlain(value) ? value : type.serialize(value));
  if (!isEnumType(type)) return (value) => type.serialize(value);
  const names = new Map(type.getValues().map(({ value, name }) => [value as unknown, name]));
  return (value) => names.get(value) ?? type.serialize(value);
}

const known = new WeakMap<GraphQLOutputType, Shape>();

/** The shape of an output type: what of it may be null, what is a list, and how its leaves are spelled. */
export function shapeOf(type: GraphQLOutputType): Shape {
  const shape = known.get(type) ?? make(type);
  known.set(type, shape);
  return shape;
}

function make(type: GraphQLOutputType): Shape {
  const nullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return { nullable, item: shapeOf(inner.ofType as GraphQLOutputType), leaf: null };
  const named = getNamedType(inner);
  return { nullable, item: null, leaf: isLeafType(named) ? leafOf(named) : null };
}
