import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  Kind,
  print,
  visit,
  type DirectiveNode,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  type SelectionSetNode,
} from "graphql";
import type { Args, Json, Selection, Variables, Wanted } from "../../../delivery/index.ts";
import { shapeOf } from "./shapes.ts";

/** Of an operation, what decides which fields are wanted. */
type Setting = Pick<GraphQLResolveInfo, "schema" | "fragments" | "variableValues">;

/**
 * The fields wanted of a type, by the client's key for them: fragments that apply filled in, what `@skip` and
 * `@include` leave out left out (GraphQL, section 6.3.2).
 */
export function collectFields(
  setting: Setting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  found = new Map<string, FieldNode[]>(),
  seen = new Set<string>(),
): ReadonlyMap<string, readonly FieldNode[]> {
  for (const node of sets.flatMap(({ selections }) => selections)) {
    if (!isWanted(node, setting.variableValues)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      found.set(key, [...(found.get(key) ?? []), node]);
    } else {
      const inner = fragmentFor(setting, type, node, seen);
      if (inner !== null) collectFields(setting, type, [inner], found, seen);
    }
  }
  return found;
}

// A named fragment is filled in once, however often it is spread.
function fragmentFor(
  setting: Setting,
  type: GraphQLObjectType,
  node: FragmentSpreadNode | InlineFragmentNode,
  seen: Set<string>,
): SelectionSetNode | null {
  if (node.kind === Kind.INLINE_FRAGMENT)
    return applies(setting, node.typeCondition?.name.value, type) ? node.selectionSet : null;
  const fragment = setting.fragments[node.name.value];
  if (fragment === undefined || seen.has(node.name.value)) return null;
  seen.add(node.name.value);
  return applies(setting, fragment.typeCondition.name.value, type) ? fragment.selectionSet : null;
}

function isWanted(node: Parameters<typeof getDirectiveValues>[1], variables: Variables): boolean {
  if ((node.directives?.length ?? 0) === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.["if"] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.["if"] !== false;
}

function applies({ schema }: Setting, condition: string | undefined, type: GraphQLObjectType): boolean {
  const wanted = condition === undefined ? type : schema.getType(condition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}

/** What is wanted below some nodes of one field, by every type it can turn out to be. */
function selectionOf(setting: Setting, field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Selection {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return new Map();
  const types = isAbstractType(type) ? setting.schema.getPossibleTypes(type) : [type];
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return new Map(
    types.map((one) => [
      one.name,
      [...collectFields(setting, one, sets)].map(([key, found]) => wantedOf(setting, one, key, found)),
    ]),
  );
}

function wantedOf(setting: Setting, parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): Wanted {
  const [node] = nodes as readonly [FieldNode];
  const name = node.name.value;
  const field = parent.getFields()[name];
  if (field === undefined) return { key, field: name, args: null, shape: typename, below: new Map() };
  return {
    key,
    field: name,
    args: argsOf(field, node),
    shape: shapeOf(field.type),
    below: selectionOf(setting, field, nodes),
  };
}

const typename = { nullable: false, item: null, leaf: (json: Json) => json };

function argsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Args | null {
  if (field.args.length === 0) return null;
  const id = (node.arguments ?? []).map(print).sort().join(",");
  if (id.includes("$")) return { id, of: (variables) => getArgumentValues(field, node, variables) };
  const fixed = getArgumentValues(field, node);
  return { id, of: () => fixed };
}

const conditionsOf = new WeakMap<object, readonly string[]>();

/** The variables that decide whether fields are there at all: those of `@skip` and `@include`. */
function conditions({ operation, fragments }: Pick<GraphQLResolveInfo, "operation" | "fragments">): readonly string[] {
  const known = conditionsOf.get(operation);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const note = ({ arguments: given = [] }: DirectiveNode): void => {
    for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
  };
  for (const part of [operation, ...Object.values(fragments)]) visit(part, { Directive: note });
  const found = [...names];
  conditionsOf.set(operation, found);
  return found;
}

const selections = new WeakMap<FieldNode, Map<string, Selection>>();
const mostVariants = 32;

/** What a root field is asked for. Worked out once for a document and the values of its conditions. */
export function wantedBelow(info: GraphQLResolveInfo): Selection {
  const [node] = info.fieldNodes as readonly [FieldNode];
  const key = conditions(info)
    .map((name) => String(info.variableValues[name]))
    .join();
  const ofNode = selections.get(node) ?? new Map<string, Selection>();
  selections.set(node, ofNode);
  const known = ofNode.get(key);
  if (known !== undefined) return known;
  const field = info.parentType.getFields()[info.fieldName] as GraphQLField<unknown, unknown>;
  const found = selectionOf(info, field, info.fieldNodes);
  if (ofNode.size >= mostVariants) ofNode.clear();
  ofNode.set(key, found);
  return found;
}
