/** One step of a migration script: a whole statement, or one clause of an ALTER TABLE. */
export interface Step {
  readonly sql: string;
  /** Set for a clause: the table it changes. */
  readonly table: string | null;
}

const ALTER_TABLE = /^ALTER TABLE "([^"]+)" ([^]*)$/;

/** Takes the engine's script apart. Its own transactions are left out, for each migration is one anyway. */
export function stepsOf(script: string): Step[] {
  const statements = script.replaceAll(/^--.*$/gm, "").split(/;\s*(?:\n|$)/);
  const kept = statements.map((statement) => statement.trim()).filter((text) => text && !/^(BEGIN|COMMIT)$/.test(text));
  return kept.flatMap(clausesOf);
}

/** Puts steps together to a script again, clauses of one table in a row to one statement. */
export function scriptOf(steps: readonly Step[]): string {
  const statements: { table: string | null; parts: string[] }[] = [];
  for (const { sql, table } of steps) {
    const last = statements.at(-1);
    if (table !== null && last?.table === table) last.parts.push(sql);
    else statements.push({ table, parts: [sql] });
  }
  const lines = statements.map(
    ({ table, parts }) => `${table === null ? "" : `ALTER TABLE "${table}" `}${parts.join(",\n  ")};`,
  );
  return lines.join("\n\n");
}

// The engine begins each clause on a line of its own.
function clausesOf(statement: string): Step[] {
  const [, table, clauses] = ALTER_TABLE.exec(statement) ?? [];
  if (table === undefined || clauses === undefined) return [{ sql: statement, table: null }];
  return clauses.split(/,\n(?=(?:ADD|DROP|ALTER|RENAME) )/).map((sql) => ({ sql, table }));
}
