import {
  getNamedType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from "graphql";
import { jsonOf, type Json, type Shape } from "../../../delivery/index.ts";

const isText = (json: Json): boolean => json.startsWith('"');

/** Leaves the plan spells as they stand in the answer: checking their type is enough. */
const plain: Readonly<Record<string, (json: Json) => boolean>> = {
  ID: isText,
  String: isText,
  DateTime: isText,
  Int: (json) => Number.isInteger(Number(json)) && Math.abs(Number(json)) <= 0x7f_ff_ff_ff,
  Boolean: (json) => json === "true" || json === "false",
};

function leafOf(type: GraphQLLeafType): (json: Json) => Json {
  const serialized = (json: Json): Json => jsonOf(type.serialize(JSON.parse(json)));
  const isPlain = plain[type.name];
  if (isPlain !== undefined) return (json) => (isPlain(json) ? json : serialized(json));
  if (!isEnumType(type)) return serialized;
  const names = new Map(type.getValues().map(({ value, name }) => [jsonOf(value), jsonOf(name)]));
  return (json) => names.get(json) ?? serialized(json);
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
