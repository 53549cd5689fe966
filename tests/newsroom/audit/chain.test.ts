import { describe, expect, it } from "@jest/globals";
import type pg from "pg";
import { listAudit, verifyAudit, type Verdict } from "../../../src/newsroom/audit/index.ts";
import { rehearse, withTransaction } from "../../../src/newsroom/desk.ts";
import { recordAudit } from "../../../src/newsroom/records/index.ts";
import { moveSection } from "../../../src/newsroom/sections/index.ts";
import { createTopic } from "../../../src/newsroom/topics/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aMedium, aSection, deskOf, fresh } from "../../support/factories.ts";

const house = testDatabase();
const head = () => deskOf(house.db, "DESK_HEAD");
const verify = (expected?: string): Promise<Verdict> =>
  verifyAudit(head(), expected === undefined ? {} : { expect: expected });
const text = ({ head: last }: Verdict): string => (last === null ? "" : `${last.seq}:${last.hash}`);

const seqs = async (): Promise<number[]> => {
  const { rows } = await house.pool.query<{ seq: string }>("SELECT seq FROM audit_link ORDER BY seq");
  return rows.map(({ seq }) => Number(seq));
};

/** What only a superuser can do: triggers are asleep while it is done, and it is put right again afterwards. */
async function tampered<T>(sql: string, look: () => Promise<T>): Promise<T> {
  const client = await house.pool.connect();
  try {
    await client.query("CREATE TEMP TABLE kept_events AS TABLE audit_event");
    await client.query("CREATE TEMP TABLE kept_links AS TABLE audit_link");
    await asleep(client, sql);
    return await look();
  } finally {
    await asleep(client, "DELETE FROM audit_link; DELETE FROM audit_event");
    await asleep(
      client,
      "INSERT INTO audit_event SELECT * FROM kept_events; INSERT INTO audit_link SELECT * FROM kept_links",
    );
    await client.query("DROP TABLE kept_events, kept_links");
    client.release();
  }
}

const asleep = (client: pg.PoolClient, sql: string) =>
  client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${sql}; COMMIT`);

const topic = () => createTopic(deskOf(house.db), { type: "KEYWORD", name: fresh("Tide") });

describe("the chain of the audit", () => {
  it("holds before anything was written, and has no head", async () => {
    expect(await verify()).toEqual({ checked: 0, head: null, fault: null });
  });

  it("gets one link for each act of eight writers at once, without a gap, whatever order they began in", async () => {
    const section = await aSection(house.db);
    await aSection(house.db);
    const writer = async (n: number) => {
      for (let act = 0; act < 8; act += 1) {
        await topic();
        if (n % 2 === 0) await aMedium(house.db);
        // Whoever moves a section holds the tree before the chain; nobody else may ask for them the other way round.
        if (n === 7) await turned(section.id, act % 2);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => writer(n)));
    const all = await seqs();
    expect(all.length).toBeGreaterThan(8 * 8 + 4 * 8);
    expect(all).toEqual(all.map((_, index) => index + 1));
    expect(await house.db.auditEvent.count()).toBe(all.length);
    expect(await verify()).toMatchObject({ checked: all.length, fault: null });
  });

  it("is in the order of commits, not of numbers", async () => {
    const gate: { open: () => void } = { open: () => undefined };
    const opened = new Promise<void>((resolve) => (gate.open = resolve));
    const note = (action: string) => ({ action, entityType: "newsroom", entityId: newId() }) as const;
    const slow = withTransaction(head(), async (desk) => {
      await recordAudit(desk, note("test:slow"));
      gate.open();
      await topic();
    });
    await opened;
    await slow;
    const { rows } = await house.pool.query<{ action: string; id: string }>(
      "SELECT e.action, e.id FROM audit_link l JOIN audit_event e ON e.id = l.event_id ORDER BY l.seq DESC LIMIT 2",
    );
    expect(rows.map(({ action }) => action)).toEqual(["test:slow", "topic:create"]);
    expect(Number(rows[0]?.id)).toBeLessThan(Number(rows[1]?.id));
    expect((await verify()).fault).toBeNull();
  });

  it("knows nothing of what was rolled back or rehearsed", async () => {
    const before = await verify();
    const failed = withTransaction(head(), async (desk) => {
      await recordAudit(desk, { action: "test:fail", entityType: "newsroom", entityId: newId() });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await rehearse(deskOf(house.db), (desk) => createTopic(desk, { type: "KEYWORD", name: fresh("Ebb") }));
    expect(await verify()).toEqual(before);
  });

  it("has a transaction that reads an older snapshot try again, and keeps its step", async () => {
    const client = await house.pool.connect();
    const insert = `INSERT INTO audit_event (actor_kind, actor_name, door, action, entity_type, entity_id)
      VALUES ('SYSTEM', 'x', 'JOB', 'test:old', 'newsroom', gen_random_uuid())`;
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM audit_link LIMIT 1");
    await topic();
    await client.query(insert);
    await expect(client.query("COMMIT")).rejects.toMatchObject({ code: "40001" });
    client.release();
    expect((await verify()).fault).toBeNull();
  });

  it("takes no link but the right one, and never changes one", async () => {
    const { rows } = await house.pool.query<{ id: string }>("SELECT max(event_id) AS id FROM audit_link");
    const again = house.pool.query("INSERT INTO audit_link VALUES (7, $1, '', '')", [rows[0]?.id]);
    await expect(again).rejects.toMatchObject({ constraint: "audit_link_event_id_key" });
    for (const sql of [
      "UPDATE audit_link SET hash = prev_hash",
      "DELETE FROM audit_link",
      "TRUNCATE audit_link",
      "UPDATE audit_event SET reason = 'x'",
      "DELETE FROM audit_event",
      "TRUNCATE audit_event CASCADE",
    ]) {
      await expect(house.pool.query(sql)).rejects.toMatchObject({ code: "23001" });
    }
  });
});

const turned = async (id: string, position: number) => {
  const { version } = await house.db.section.findUniqueOrThrow({ where: { id } });
  await moveSection(deskOf(house.db), { section: id, expectedVersion: version, position });
};

describe("what a superuser changed behind the triggers is found:", () => {
  const middle = "(SELECT event_id FROM audit_link WHERE seq = 5)";
  const cases: readonly (readonly [what: string, sql: string, seq: bigint | null, says: RegExp])[] = [
    ["another name", `UPDATE audit_event SET actor_name = 'Nobody' WHERE id = ${middle}`, 5n, /was changed/],
    ["another time", `UPDATE audit_event SET at = at + interval '1 ms' WHERE id = ${middle}`, 5n, /was changed/],
    ["another value after", `UPDATE audit_event SET after = '{"a": 1}' WHERE id = ${middle}`, 5n, /was changed/],
    ["an empty reason for none", `UPDATE audit_event SET reason = '' WHERE id = ${middle}`, 5n, /was changed/],
    ["a request that was another", `UPDATE audit_event SET request_id = 'r' WHERE id = ${middle}`, 5n, /was changed/],
    ["a row that is gone", `DELETE FROM audit_event WHERE id = ${middle}`, 5n, /is gone/],
    ["a link that is gone", "DELETE FROM audit_link WHERE seq = 5", 5n, /Link 5 is missing/],
    ["the beginning that is gone", "DELETE FROM audit_link WHERE seq < 3", 1n, /Link 1 is missing/],
    ["a hash", "UPDATE audit_link SET hash = sha256(hash) WHERE seq = 5", 5n, /was changed/],
    ["a hash before", "UPDATE audit_link SET prev_hash = sha256(hash) WHERE seq = 5", 5n, /does not follow/],
    [
      "a row past the chain",
      "INSERT INTO audit_event (actor_kind, actor_name, door, action, entity_type, entity_id) VALUES ('SYSTEM', 'x', 'JOB', 'test:past', 'newsroom', gen_random_uuid())",
      null,
      /past the chain/,
    ],
  ];

  it.each(cases)("%s", async (_what, sql, seq, says) => {
    const before = await verify();
    expect(before.fault).toBeNull();
    const { fault } = await tampered(sql, () => verify());
    expect(fault).toMatchObject({ seq, says: expect.stringMatching(says) });
    expect(await verify()).toEqual(before);
  });

  it("an end that was cut, or a chain rewritten whole, only by a head kept elsewhere", async () => {
    const kept = text(await verify());
    await topic();
    expect((await verify(kept)).fault).toBeNull();
    const cut =
      "DELETE FROM audit_link WHERE seq > 9; DELETE FROM audit_event WHERE id NOT IN (SELECT event_id FROM audit_link)";
    await tampered(cut, async () => {
      expect((await verify()).fault).toBeNull();
      expect((await verify(kept)).fault).toMatchObject({ says: expect.stringContaining("cut off") });
    });
    // The trigger that makes links is awake here, as for somebody who makes the chain anew after changing a row.
    const rewrite = `DELETE FROM audit_link; UPDATE audit_event SET actor_name = 'Nobody' WHERE id = (SELECT min(id) FROM audit_event);
      SET LOCAL session_replication_role = origin; INSERT INTO audit_link (event_id) SELECT id FROM audit_event ORDER BY id`;
    await tampered(rewrite, async () => {
      expect((await verify()).fault).toBeNull();
      expect((await verify(kept)).fault).toMatchObject({ says: expect.stringContaining("rewritten") });
    });
  });

  it("and a head that is none is refused", async () => {
    await expect(verify("12")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const editor = verifyAudit(deskOf(house.db));
    await expect(editor).rejects.toMatchObject({ code: "FORBIDDEN", details: { needed: "DESK_HEAD" } });
  });
});

describe("the list of the audit", () => {
  it("comes in pages, the newest first, and is narrowed by act, door, actor and time", async () => {
    const first = await listAudit(head(), { action: "topic", first: 3 });
    expect([first.events.length, first.hasMore]).toEqual([3, true]);
    const [, , third] = first.events;
    const next = await listAudit(head(), { action: "topic:create", first: 3, after: String(third?.id) });
    expect(next.events[0]?.id).toBeLessThan(third?.id ?? 0n);
    expect(next.events.every(({ action, link }) => action === "topic:create" && link !== null)).toBe(true);
    expect((await listAudit(head(), { door: "CLI" })).events).toEqual([]);
    expect((await listAudit(head(), { actor: "system", action: "test" })).events).toEqual([]);
    expect((await listAudit(head(), { since: new Date(Date.now() + 60_000) })).events).toEqual([]);
    expect((await listAudit(head(), { until: new Date(Date.now() + 60_000), first: 1 })).events).toHaveLength(1);
    const [entity] = (await listAudit(head(), { entity: "section", first: 1 })).events;
    const same = await listAudit(head(), { entity: `section:${String(entity?.entityId)}`, first: 100 });
    expect(new Set(same.events.map(({ entityId }) => entityId))).toEqual(new Set([entity?.entityId]));
  });
});
