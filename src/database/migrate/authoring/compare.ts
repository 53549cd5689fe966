import { rootFolder } from "../../../kernel/host/index.ts";
import { connectToServer } from "../check-server.ts";
import { noFilters, withEngine } from "../engine.ts";
import { readSchema } from "../migrations.ts";
import { readCatalogue } from "./catalogue.ts";
import { declaredNames } from "./declared.ts";
import { takesHandWritten } from "./hand-written.ts";
import { readSnapshot, type Snapshot } from "./snapshot.ts";
import { stepsOf, type Step } from "./steps.ts";

/** How the schema and a migrated database stand to each other. */
export interface Comparison {
  /** Steps that would bring the database to the schema. */
  readonly missing: readonly Step[];
  /** Steps left out, because they would take away what was written by hand. */
  readonly spared: readonly Step[];
  /** The snapshot this database and this schema make. */
  readonly snapshot: Snapshot;
}

/** Compares the Prisma schema with a migrated database, sparing what was written by hand. */
export async function compareSchema(url: string): Promise<Comparison> {
  const files = readSchema();
  const to = { tag: "schemaDatamodel" as const, files };
  const common = { to, script: true, exitCode: null, filters: noFilters };
  const catalogue = await catalogueOf(url);
  return withEngine(url, async (engine) => {
    const whole = await engine.diff({ ...common, from: { tag: "empty" } });
    const change = await engine.diff({ ...common, from: { tag: "schemaDatasource", files, configDir: rootFolder } });
    const declared = declaredNames(whole.stdout ?? "");
    const known = { catalogue, declared: new Set(readSnapshot()?.declared ?? declared) };
    const steps = stepsOf(change.stdout ?? "");
    return {
      missing: steps.filter((step) => !takesHandWritten(step, known)),
      spared: steps.filter((step) => takesHandWritten(step, known)),
      snapshot: { declared, catalogue },
    };
  });
}

async function catalogueOf(url: string): Promise<Snapshot["catalogue"]> {
  const client = await connectToServer(url);
  try {
    return await readCatalogue(client);
  } finally {
    await client.end();
  }
}
