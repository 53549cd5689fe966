import {
  execute,
  getArgumentValues,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
} from "graphql";
import { jsonOf, type Planned } from "../../../delivery/index.ts";
import type { DeliveryContext } from "../context.ts";

/** A field at the root of a query. */
export interface RootField {
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  /** Absent for `__typename` and introspection. */
  readonly field: GraphQLField<unknown, unknown> | undefined;
}

/** What the root fields of a query have in common. */
export type Setting = Omit<GraphQLResolveInfo, "fieldName" | "fieldNodes" | "returnType" | "path">;

/** Reading the whole schema, or one type of it, counted as rows. */
const introspection: Readonly<Record<string, number>> = { __schema: 10_000, __type: 600 };

/** Lets a root field's resolver hand over its plan. Rejects with what the resolver or its arguments refuse. */
export async function planOf(
  { key, nodes, field }: RootField,
  setting: Setting,
  document: DocumentNode,
  context: DeliveryContext,
): Promise<Planned> {
  const [node] = nodes;
  const name = node.name.value;
  if (field === undefined) return introspected(name, key, { nodes, setting, document });
  const path = { prev: undefined, key, typename: setting.parentType.name };
  // What is spread comes last: V8 makes a new hidden class of every object that has something added to a copy.
  const info = { fieldName: name, fieldNodes: nodes, returnType: field.type, path, ...setting };
  const args = getArgumentValues(field, node, setting.variableValues);
  return (await field.resolve?.(undefined, args, context, info)) as Planned;
}

interface Introspection extends Pick<RootField, "nodes"> {
  readonly setting: Setting;
  readonly document: DocumentNode;
}

// The schema is no part of the newspaper: graphql-js tells of it, from an operation with nothing else in it.
function introspected(name: string, key: string, { nodes, setting, document }: Introspection): Planned {
  const { schema, operation, parentType, variableValues } = setting;
  const alone = { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: [...nodes] } } as const;
  const definitions = document.definitions.map((one) => (one === operation ? alone : one));
  const args = {
    schema,
    document: { ...document, definitions },
    variableValues,
    operationName: operation.name?.value ?? null,
  };
  const answer = async () => {
    if (name === "__typename") return { json: jsonOf(parentType.name), faults: [] };
    const { data } = await execute(args);
    return { json: jsonOf(data?.[key]), faults: [] };
  };
  return { rows: introspection[name] ?? 0, statements: [], answer };
}
