import { bound } from "../plan/index.ts";
import type { Run, Sql } from "../plan/index.ts";

/** What a root field is asked with, by name; the same name is the same parameter. */
export function inputs(): (name: string) => Sql {
  const known = new Map<string, Sql>();
  return (name) => {
    const slot = known.get(name) ?? bound((run) => run.input[name]);
    known.set(name, slot);
    return slot;
  };
}

/** What a root field is asked with under a name that takes a text. */
export const textOf = ({ input }: Run, name: string): string => input[name] as string;
