import type { Catalogue } from "./catalogue.ts";
import type { Step } from "./steps.ts";

/** What is known of the objects a step may touch. */
export interface Known {
  /** The database as the migrations make it. */
  readonly catalogue: Catalogue;
  /** Names the schema declared when the snapshot was taken. */
  readonly declared: ReadonlySet<string>;
}

const drops: readonly { pattern: RegExp; name: (step: Step, found: string) => string }[] = [
  { pattern: /^DROP (?:TABLE|INDEX|TYPE|VIEW) "([^"]+)"/, name: (_, found) => found },
  { pattern: /^DROP CONSTRAINT "([^"]+)"/, name: (_, found) => found },
  { pattern: /^DROP COLUMN "([^"]+)"/, name: (step, found) => `${step.table ?? ""}.${found}` },
];

/**
 * Whether a step would take away what somebody wrote by hand: an object the schema never declared, or the expression
 * of a generated column, for which Prisma has no words. Such a step is left out.
 */
export function takesHandWritten(step: Step, { catalogue, declared }: Known): boolean {
  const column = /^ALTER COLUMN "([^"]+)" DROP DEFAULT$/.exec(step.sql)?.[1];
  if (column !== undefined) return isGenerated(catalogue, `${step.table ?? ""}.${column}`);
  const name = droppedBy(step);
  // A type the engine makes and drops within the same script is in no catalogue: it is free to go.
  return name !== null && !declared.has(name) && isThere(catalogue, name, step.table);
}

function droppedBy(step: Step): string | null {
  for (const { pattern, name } of drops) {
    const found = pattern.exec(step.sql)?.[1];
    if (found !== undefined) return name(step, found);
  }
  return null;
}

function isGenerated({ columns }: Catalogue, name: string): boolean {
  return /\bgenerated /.test(columns[name] ?? "");
}

function isThere(
  { indexes, constraints, columns, enums, views }: Catalogue,
  name: string,
  table: string | null,
): boolean {
  const isTable = Object.keys(columns).some((column) => column.startsWith(`${name}.`));
  return (
    isTable || [indexes, columns, enums, views].some((kind) => name in kind) || `${table ?? ""}.${name}` in constraints
  );
}
