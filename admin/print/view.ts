/** What a field may hold; a list or an object prints as itself in the formats for programs. */
export type Value =
  string | number | boolean | Date | null | undefined | readonly Value[] | { readonly [name: string]: Value };

/** One field of a thing: its name, its value, and how a person sees it. */
export interface Column<T> {
  readonly name: string;
  readonly of: (thing: T) => Value;
  /** How a person sees it in a table, where that differs from the value. */
  readonly show?: (thing: T) => string;
  /** When the table is too wide, who gives way when; left out, it is kept whole as long as anything else gives. */
  readonly cut?: "first" | "next" | "last";
  /** Stands in the formats for programs and where it is asked for, not in tables by itself. */
  readonly quiet?: boolean;
}

/** How a kind of thing is printed. */
export type View<T> = readonly Column<T>[];

/** A thing made ready to print: its values by name, and what a person sees of them. */
export interface Row {
  readonly values: Readonly<Record<string, Value>>;
  readonly shown: Readonly<Record<string, string>>;
}

/** A column without its thing. */
export type Head = Pick<Column<never>, "name" | "cut" | "quiet">;

/** The columns of a view. */
export const headsOf = <T>(view: View<T>): readonly Head[] =>
  view.map(({ name, cut, quiet }) => ({ name, ...(cut && { cut }), ...(quiet && { quiet }) }));

/** Makes a thing ready to print. */
export function rowOf<T>(view: View<T>, thing: T): Row {
  return {
    values: Object.fromEntries(view.map((column) => [column.name, column.of(thing)])),
    shown: Object.fromEntries(view.flatMap(({ name, show }) => (show ? [[name, show(thing)]] : []))),
  };
}

/** A view for lists: these columns in this order, and all others quiet. */
export function inBrief<T>(view: View<T>, names: readonly string[]): View<T> {
  const loud = names.flatMap((name) => view.filter((column) => column.name === name));
  const others = view.filter(({ name }) => !names.includes(name));
  return [
    ...loud.map((column) => ({ ...column, quiet: false })),
    ...others.map((column) => ({ ...column, quiet: true })),
  ];
}
