const patterns = [
  /^CREATE TABLE "([^"]+)"/gm,
  /^CREATE TYPE "([^"]+)"/gm,
  /^CREATE (?:UNIQUE )?INDEX "([^"]+)"/gm,
  /\bCONSTRAINT "([^"]+)"/g,
] as const;

/**
 * The names of all tables, columns (`table.column`), enums, indexes and constraints that the schema declares, from the
 * script that would make them. Whatever else stands in the database was written by hand.
 */
export function declaredNames(script: string): string[] {
  const named = patterns.flatMap((pattern) => [...script.matchAll(pattern)].map(([, name]) => name ?? ""));
  return [...new Set([...named, ...declaredColumns(script)])].toSorted();
}

function declaredColumns(script: string): string[] {
  const tables = [...script.matchAll(/^CREATE TABLE "([^"]+)" \(\n([^]*?)\n\);$/gm)];
  return tables.flatMap(([, table, body = ""]) =>
    [...body.matchAll(/^ {4}"([^"]+)"/gm)].map(([, column]) => `${table ?? ""}.${column ?? ""}`),
  );
}
