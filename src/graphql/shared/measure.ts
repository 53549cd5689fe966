import { Kind, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from "graphql";

/** How large a document is once its fragments are filled in. */
export interface Size {
  /** Levels of fields. */
  readonly depth: number;
  readonly aliases: number;
  /** All fields. */
  readonly fields: number;
  readonly directives: number;
  /** Fields at the root of its largest operation. */
  readonly rootFields: number;
}

const nothing: Size = { depth: 0, aliases: 0, fields: 0, directives: 0, rootFields: 0 };

const beside = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  fields: one.fields + other.fields,
  directives: one.directives + other.directives,
  rootFields: one.rootFields + other.rootFields,
});

const below = (size: Size, alias: boolean): Size => ({
  ...size,
  depth: size.depth + 1,
  aliases: size.aliases + (alias ? 1 : 0),
  fields: size.fields + 1,
  rootFields: 1,
});

/** Measures a document without running into its circles: each fragment is measured once and counted where it stands. */
export function measure(document: DocumentNode): Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, Size>();

  function ofFragment(name: string): Size {
    const fragment = fragments.get(name);
    const size = known.get(name);
    if (size !== undefined || fragment === undefined) return size ?? nothing;
    // Stands for the fragment while it is measured, so that a circle ends; the circle itself is refused elsewhere.
    known.set(name, nothing);
    const measured = ofSelection(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  }

  function ofSelection({ selections }: SelectionSetNode): Size {
    return selections.map(ofOne).reduce(beside, nothing);
  }

  function ofOne(node: SelectionSetNode["selections"][number]): Size {
    const directives = node.directives?.length ?? 0;
    const inner = ofInner(node);
    return { ...inner, directives: inner.directives + directives };
  }

  function ofInner(node: SelectionSetNode["selections"][number]): Size {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const inner = node.selectionSet === undefined ? nothing : ofSelection(node.selectionSet);
    return node.kind === Kind.FIELD ? below(inner, node.alias !== undefined) : inner;
  }

  const operations = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [ofSelection(node.selectionSet)] : [],
  );
  const rootFields = Math.max(0, ...operations.map((size) => size.rootFields));
  return { ...operations.reduce(beside, nothing), rootFields };
}
