import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import {
  isListType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { getComplexity, type ComplexityEstimatorArgs } from "graphql-query-complexity";
import { DatelineError } from "../../kernel/errors/index.ts";

/** What one operation may ask for at most, counted with its fragments spread out, before anything is run. */
export const limits = {
  /** Words and signs of the document. */
  tokens: 4_000,
  depth: 16,
  fields: 2_000,
  aliases: 100,
  rootFields: 20,
  /** Worst-case number of values in the answer, with the variables of this request. */
  cost: 25_000,
} as const;

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly rootFields: number;
}

/** How large an operation is with its fragments spread out. Each fragment is measured once, so bombs cost nothing. */
export function sizeOf(document: DocumentNode, operation: SelectionSetNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const fragment = fragments.get(name);
    const size = known.get(name) ?? (fragment ? measure(fragment.selectionSet) : nothing);
    known.set(name, size);
    return size;
  };
  const measure = ({ selections }: SelectionSetNode): Size =>
    selections.reduce<Size>((sum, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return together(sum, ofFragment(node.name.value));
      if (node.kind === Kind.INLINE_FRAGMENT) return together(sum, measure(node.selectionSet));
      const inner = node.selectionSet ? measure(node.selectionSet) : nothing;
      const aliases = inner.aliases + (node.alias ? 1 : 0);
      return together(sum, { depth: inner.depth + 1, fields: inner.fields + 1, aliases, rootFields: 1 });
    }, nothing);
  return measure(operation);
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, rootFields: 0 };

const together = (a: Size, b: Size): Size => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  rootFields: a.rootFields + b.rootFields,
});

const unpagedList = 5;

/** The cost of a field: itself and its children, as often as the list it gives may be long. */
function estimate({ args, childComplexity, field }: ComplexityEstimatorArgs): number {
  const asked = [args["first"], args["last"]].filter((many): many is number => typeof many === "number");
  const ids: unknown = args["ids"];
  if (Array.isArray(ids)) return 1 + ids.length * childComplexity;
  if (asked.length > 0) return 1 + Math.max(1, ...asked) * childComplexity;
  // The list of a page is as long as its field asked for: it was counted there.
  const paged = field.name === "edges" || field.name === "nodes";
  return 1 + (isList(field.type) && !paged ? unpagedList : 1) * childComplexity;
}

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Refuses an operation that is too large, or costs too much with these variables, before it runs. */
export const limitsPlugin = (schema: GraphQLSchema): ApolloServerPlugin<BaseContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, operationName, request }) {
        const size = sizeOf(document, operation.selectionSet);
        for (const what of ["depth", "fields", "aliases", "rootFields"] as const) expectAtMost(what, size[what]);
        const variables = request.variables ?? {};
        const query = { schema, query: document, variables, estimators: [estimate] };
        expectAtMost("cost", getComplexity(operationName ? { ...query, operationName } : query));
      },
    };
  },
});

function expectAtMost(what: keyof typeof limits, asked: number): void {
  const most = limits[what];
  if (asked <= most) return;
  throw new DatelineError("TOO_COMPLEX", {
    says: `The query asks for too much at once: ${what} ${Math.ceil(asked)}, allowed ${most}.`,
    details: { limit: what, asked: Math.ceil(asked), allowed: most },
  });
}
