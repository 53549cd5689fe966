import type pg from "pg";
import type { TestDatabase } from "./database.ts";
import { readersOn } from "../../src/database/readers.ts";
import { listsOf } from "../../src/database/together.ts";
import type { Source } from "../../src/delivery/index.ts";
import { ask as askDelivery } from "./delivery.ts";

/** A statement with its values, as it was sent. */
export interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The statements that answering a query takes, in the order they were sent, each also as it goes together with others. */
export async function statementsOf(
  house: TestDatabase,
  query: string,
  variables: Record<string, unknown>,
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const readers = readersOn(house.pool);
  const ask: Source["ask"] = ({ text, values, together }) => {
    sent.push({ text, values });
    if (together !== undefined) sent.push({ text: together.text, values: listsOf([values, values]) });
    return readers.ask({ text, values });
  };
  await askDelivery(house, query, variables, { source: { ask } });
  return sent;
}

/** A node of a plan of Postgres, as `EXPLAIN (FORMAT JSON)` gives it. */
interface PlanNode {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly Plans?: readonly PlanNode[];
}

const scannedIn = (node: PlanNode): readonly string[] => [
  ...(node["Node Type"].endsWith("Seq Scan") ? [node["Relation Name"] ?? "?"] : []),
  ...(node.Plans ?? []).flatMap(scannedIn),
];

/**
 * The tables a statement is planned to read from end to end, whatever its values: by a generic plan, as readers'
 * connections use. `EXPLAIN (GENERIC_PLAN)` would say it more plainly, but Postgres 15 does not know it.
 */
export async function plannedScans(client: pg.PoolClient, { text, values }: Sent): Promise<readonly string[]> {
  await client.query("set plan_cache_mode = force_generic_plan");
  await client.query(`prepare explained as ${text}`);
  try {
    const nothing = values.length === 0 ? "" : `(${values.map(() => "null").join(", ")})`;
    const { rows } = await client.query<{ "QUERY PLAN": readonly { readonly Plan: PlanNode }[] }>(
      `explain (format json) execute explained${nothing}`,
    );
    return rows.flatMap(({ "QUERY PLAN": plans }) => plans.flatMap(({ Plan }) => scannedIn(Plan)));
  } finally {
    await client.query("deallocate explained");
  }
}

const scans = async (client: pg.PoolClient): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await client.query<{ relname: string; many: number }>(
    "select relname, seq_scan::int as many from pg_stat_xact_user_tables",
  );
  return new Map(rows.map(({ relname, many }) => [relname, many]));
};

/** The tables a statement did read from end to end, inside the functions it calls too. */
export async function actualScans(client: pg.PoolClient, { text, values }: Sent): Promise<readonly string[]> {
  await client.query("begin");
  try {
    await client.query("set local plan_cache_mode = force_generic_plan");
    // The counters of earlier transactions may not have been handed in yet.
    const before = await scans(client);
    await client.query(text, [...values]);
    const after = await scans(client);
    return [...after].filter(([table, many]) => many > (before.get(table) ?? 0)).map(([table]) => table);
  } finally {
    await client.query("rollback");
  }
}
