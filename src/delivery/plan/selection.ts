import type { Json } from "./json.ts";

/** Values of an operation's variables, coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** The arguments of one field as the operation writes them. */
export interface Args {
  /** The arguments as text, variables by name: equal text means equal values in every run. */
  readonly id: string;
  /** Their values. Throws when a variable brings what the argument does not take. */
  readonly of: (variables: Variables) => Readonly<Record<string, unknown>>;
}

/** What a field's value has to be: null or not, a list of what, and how a leaf is spelled in the answer. */
export interface Shape {
  readonly nullable: boolean;
  /** The shape of each item, where the field is a list. */
  readonly item: Shape | null;
  /** Checks and spells a leaf; null where the value has fields of its own. Throws for a value that does not fit. */
  readonly leaf: ((json: Json) => Json) | null;
}

/** One field a client wants of a thing, under the name the client chose for it. */
export interface Wanted {
  readonly key: string;
  readonly field: string;
  readonly args: Args | null;
  readonly shape: Shape;
  /** What is wanted of the value; empty for leaves. */
  readonly below: Selection;
}

/** What is wanted of a thing, by the concrete type it turns out to be: fragments filled in, equal keys merged. */
export type Selection = ReadonlyMap<string, readonly Wanted[]>;

/** Nothing is wanted. */
export const noFields: Selection = new Map();

/** The fields wanted of a thing of a type. */
export const fieldsOf = (selection: Selection, type: string): readonly Wanted[] => selection.get(type) ?? [];

const free: Shape = { nullable: true, item: null, leaf: (json) => json };
const freeList: Shape = { nullable: true, item: free, leaf: null };

/** A field in a selection written by hand: its name, or its name and what is wanted below it, by type. */
export type Written = string | readonly [field: string, below: Readonly<Record<string, readonly Written[]>>, "list"?];

/** A selection written by hand, for those who read the newspaper without GraphQL. */
export function selecting(written: Readonly<Record<string, readonly Written[]>>): Selection {
  return new Map(Object.entries(written).map(([type, fields]) => [type, fields.map(asWanted)]));
}

function asWanted(field: Written): Wanted {
  if (typeof field === "string") return { key: field, field, args: null, shape: free, below: noFields };
  const [name, below, list] = field;
  const one: Shape = { ...free, leaf: null };
  const shape = list === undefined ? one : { ...freeList, item: one };
  return { key: name, field: name, args: null, shape, below: selecting(below) };
}
