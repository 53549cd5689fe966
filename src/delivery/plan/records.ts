import { jsonOf } from "./json.ts";
import { objectOf, finisher, type Project } from "./project.ts";
import type { Run } from "./run.ts";
import type { Selection, Wanted } from "./selection.ts";

/** A thing that comes whole, not as cells: a block of a body, a span. */
export type Value = Readonly<Record<string, unknown>>;

/** Where the fields of such things come from, by type and field. */
export type Records = Readonly<Record<string, Readonly<Record<string, (value: Value, run: Run) => unknown>>>>;

/** How things are shown that came whole. */
export interface Showing {
  readonly records: Records;
  /** The type of a thing where several are possible. */
  readonly typeOf: (value: Value) => string;
  /** How a field is shown that leads out of the thing, to rows; null for every other field. */
  readonly leads: (type: string, wanted: Wanted) => Project<Value> | null;
}

/** Fields that are properties of the same name. */
export const own = (...names: readonly string[]): Readonly<Record<string, (value: Value) => unknown>> =>
  Object.fromEntries(names.map((name) => [name, (value: Value) => value[name]]));

/** Shows things that came whole, whichever of the wanted types they are. */
export function recordProject(selection: Selection, showing: Showing): Project<Value> {
  const shows = new Map([...selection].map(([type, wanted]) => [type, typeProject(type, wanted, showing)]));
  const [only, second] = shows.values();
  if (only !== undefined && second === undefined) return only;
  return (value, run) => {
    const show = shows.get(showing.typeOf(value));
    if (show === undefined) throw new Error("A thing is of no type that could be asked for.");
    return show(value, run);
  };
}

function typeProject(type: string, wanted: readonly Wanted[], showing: Showing): Project<Value> {
  return objectOf(wanted.map((one) => ({ wanted: one, read: readOf(type, one, showing) })));
}

function readOf(type: string, wanted: Wanted, showing: Showing): Project<Value> {
  const { field, shape, below } = wanted;
  if (field === "__typename") return () => jsonOf(type);
  const leading = showing.leads(type, wanted);
  if (leading !== null) return leading;
  const fields = showing.records[type];
  const get = fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (get === undefined) throw new Error(`Nobody has said where ${type}.${field} comes from.`);
  const finish = finisher(shape, below.size === 0 ? null : recordProject(below, showing));
  return (value, run) => finish(get(value, run), run);
}
