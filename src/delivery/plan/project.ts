import { located, MissingValue } from "./fault.ts";
import { jsonNull, jsonOf, type Json } from "./json.ts";
import type { Run } from "./run.ts";
import type { Shape, Wanted } from "./selection.ts";

/** Turns a value into what the answer shows of it. */
export type Project<Value = unknown, Shown = Json> = (value: Value, run: Run) => Shown;

/** Holds the JSON text of a leaf to its shape. */
export const fitted = ({ leaf }: Shape, json: Json): Json => (leaf === null || json === jsonNull ? json : leaf(json));

/**
 * Holds a value to its shape: leaves are spelled and checked, things are projected, lists item by item; a fault stays
 * with the nearest item that may be null.
 */
export function finisher<Value>(shape: Shape, project: Project<Value> | null): Project {
  if (shape.item !== null) return lister(shape.item, finisher(shape.item, project));
  if (project === null) return (value) => fitted(shape, jsonOf(value));
  return (value, run) => (value === null || value === undefined ? jsonNull : project(value as Value, run));
}

function lister({ nullable }: Shape, finish: Project): Project {
  return (values, run) => {
    if (values === null || values === undefined) return jsonNull;
    let text = "[";
    let index = 0;
    for (const value of values as readonly unknown[]) {
      const item = placed(finish, nullable, value, run, index);
      text += index === 0 ? item : `,${item}`;
      index += 1;
    }
    return `${text}]` as Json;
  };
}

/**
 * Reads what stands at a place. Faults inside learn the place; one that comes up to here stays here when the place may
 * be null, and else goes on up (GraphQL, section 6.4.4).
 */
function placed<Value>(read: Project<Value>, nullable: boolean, value: Value, run: Run, place: string | number): Json {
  const before = run.faults.length;
  try {
    const found = read(value, run);
    if (run.faults.length > before) moveBelow(run, before, place);
    if (!nullable && found === jsonNull) throw new MissingValue();
    return found;
  } catch (error) {
    // What went wrong below a place that is given up is told by the fault that cost it.
    run.faults.length = before;
    const fault = located(error, place);
    if (!nullable) throw fault;
    run.faults.push(fault);
    return jsonNull;
  }
}

function moveBelow({ faults }: Run, from: number, place: string | number): void {
  for (let n = from; n < faults.length; n += 1) faults[n]?.path.unshift(place);
}

/** Writes the object a client asked for, key by key. */
export function objectOf<Value>(
  fields: readonly { readonly wanted: Wanted; readonly read: Project<Value> }[],
): Project<Value> {
  const parts = fields.map(({ wanted: { key, shape }, read }, index) => {
    const named = `${index === 0 ? "{" : ","}${jsonOf(key)}:`;
    return { key, read, named, nullable: shape.nullable };
  });
  return (row, run) => {
    let text = parts.length === 0 ? "{" : "";
    for (const { key, read, named, nullable } of parts) text += named + placed(read, nullable, row, run, key);
    return `${text}}` as Json;
  };
}
