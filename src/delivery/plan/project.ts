import { located, MissingValue } from "./fault.ts";
import type { Run } from "./run.ts";
import type { Shape, Wanted } from "./selection.ts";

/** Turns a value into what the answer shows of it. */
export type Project<Value = unknown> = (value: Value, run: Run) => unknown;

/**
 * Holds a value to its shape: leaves are checked and spelled, things are projected, lists item by item; a fault stays
 * with the nearest item that may be null.
 */
export function finisher(shape: Shape, project: Project | null): Project {
  if (shape.item !== null) return lister(shape.item, finisher(shape.item, project));
  const { leaf } = shape;
  const one: Project = leaf === null ? (project ?? ((value) => value)) : (value) => leaf(value);
  return (value, run) => (value === null || value === undefined ? null : one(value, run));
}

function lister({ nullable }: Shape, finish: Project): Project {
  const item = (value: unknown, run: Run, index: number): unknown => placed(finish, nullable, value, run, index);
  return (values, run) =>
    values === null || values === undefined ? null : (values as readonly unknown[]).map((one, n) => item(one, run, n));
}

/**
 * Reads what stands at a place. Faults inside learn the place; one that comes up to here stays here when the place may
 * be null, and else goes on up (GraphQL, section 6.4.4).
 */
function placed<Value>(
  read: Project<Value>,
  nullable: boolean,
  value: Value,
  run: Run,
  place: string | number,
): unknown {
  const before = run.faults.length;
  try {
    const found = read(value, run);
    if (run.faults.length > before) moveBelow(run, before, place);
    if (!nullable && (found === null || found === undefined)) throw new MissingValue();
    return found ?? null;
  } catch (error) {
    // What went wrong below a place that is given up is told by the fault that cost it.
    run.faults.length = before;
    const fault = located(error, place);
    if (!nullable) throw fault;
    run.faults.push(fault);
    return null;
  }
}

function moveBelow({ faults }: Run, from: number, place: string | number): void {
  for (let n = from; n < faults.length; n += 1) faults[n]?.path.unshift(place);
}

/** Builds the object a client asked for, key by key; a key named `__proto__` is a key like any other. */
export function objectOf<Value>(
  fields: readonly { readonly wanted: Wanted; readonly read: Project<Value> }[],
): Project<Value> {
  const parts = fields.map(({ wanted: { key, shape }, read }) => ({ key, read, nullable: shape.nullable }));
  const bare = parts.some(({ key }) => key === "__proto__");
  return (row, run) => {
    const made = (bare ? Object.create(null) : {}) as Record<string, unknown>;
    for (const { key, read, nullable } of parts) made[key] = placed(read, nullable, row, run, key);
    return made;
  };
}
