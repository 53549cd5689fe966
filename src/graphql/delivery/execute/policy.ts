import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type ASTNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

const known = new WeakMap<OperationDefinitionNode, number>();

/**
 * For how many seconds an answer to the operation may be kept: the least of what `@cacheControl` says of its fields and
 * their types; fields that say nothing and lead to no type that does are bound by the field above
 * (https://www.apollographql.com/docs/apollo-server/performance/caching). Worked out once an operation.
 */
export function maxAgeOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): number {
  const found =
    known.get(operation) ?? leastBelow(schema, schema.getQueryType() ?? null, operation.selectionSet, fragments);
  const age = Number.isFinite(found) ? found : 0;
  known.set(operation, age);
  return age;
}

function leastBelow(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | null,
  { selections }: SelectionSetNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): number {
  const ages = selections.map((node): number => {
    if (node.kind === Kind.FIELD) return ofField(schema, parent, node, fragments);
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments[node.name.value] : node;
    if (fragment === undefined) return Infinity;
    const condition = fragment.typeCondition?.name.value;
    const type = condition === undefined ? parent : (schema.getType(condition) ?? null);
    return leastBelow(schema, type, fragment.selectionSet, fragments);
  });
  return Math.min(Infinity, ...ages);
}

function ofField(
  schema: GraphQLSchema,
  parent: GraphQLNamedType | null,
  { name, selectionSet }: Extract<SelectionSetNode["selections"][number], { kind: Kind.FIELD }>,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
): number {
  if (name.value.startsWith("__")) return name.value === "__typename" ? Infinity : 0;
  const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value] : undefined;
  if (field === undefined) return Infinity;
  const type = getNamedType(field.type);
  const said = hint(field.astNode) ?? hint(field.extensions) ?? (isCompositeType(type) ? typeHint(type) : undefined);
  const root = parent === schema.getQueryType();
  const own = said ?? (root ? 0 : Infinity);
  return selectionSet === undefined ? own : Math.min(own, leastBelow(schema, type, selectionSet, fragments));
}

const typeHint = (type: GraphQLNamedType): number | undefined => hint(type.astNode);

/** Seconds of a `@cacheControl(maxAge:)`. */
function hint(node: unknown): number | undefined {
  const directives = (node as { readonly directives?: readonly ASTNode[] } | null | undefined)?.directives ?? [];
  for (const directive of directives) {
    if (directive.kind !== Kind.DIRECTIVE || directive.name.value !== "cacheControl") continue;
    const age = directive.arguments?.find(({ name }) => name.value === "maxAge")?.value;
    if (age?.kind === Kind.INT) return Number(age.value);
  }
  return undefined;
}
