import { beforeAll, describe, expect, it } from "@jest/globals";
import { openDatabase, type Database } from "../../src/database/client.ts";
import { isPassingClash, mapDatabaseError } from "../../src/database/errors.ts";
import type { Prisma, Section } from "../../src/database/generated/client.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { newId } from "../../src/kernel/ids.ts";
import { silentLog } from "../../src/kernel/log.ts";
import { testDatabase } from "../support/database.ts";

const house = testDatabase();
let top: Section;
let below: Section;

beforeAll(async () => {
  top = await house.db.section.create({ data: { slug: "top", name: "Top", position: 0 } });
  below = await house.db.section.create({ data: { slug: "below", name: "Below", position: 0, parentId: top.id } });
});

async function faultOf(act: () => Promise<unknown>): Promise<{ code?: string; constraint?: unknown }> {
  const error: unknown = await act().then(
    () => ({ message: "nothing was refused" }),
    (thrown: unknown) => mapDatabaseError(thrown),
  );
  return error instanceof DatelineError ? { code: error.code, ...error.details } : { code: String(error) };
}

const aSection = (more: object) => ({ data: { slug: "new", name: "New", position: 7, ...more } });
const pause = (db: Prisma.TransactionClient, seconds: number) => db.$queryRaw`SELECT pg_sleep(${seconds})::text`;

describe("a rule of the database that refuses", () => {
  const event = { actorKind: "SYSTEM", actorName: "x", door: "JOB", action: "a:b", entityType: "section" } as const;
  const cases: Record<string, [() => Promise<unknown>, object]> = {
    "a double": [
      () => house.db.section.create(aSection({ slug: "top" })),
      { code: "ALREADY_EXISTS", constraint: "section_path_key" },
    ],
    "a double in plain SQL": [
      () =>
        house.db.$executeRaw`INSERT INTO section (id, slug, name, position) VALUES (gen_random_uuid(), 'top', 'x', 4)`,
      { code: "ALREADY_EXISTS", constraint: "section_path_key" },
    ],
    "a double through the pool": [
      () =>
        house.pool.query(
          "INSERT INTO external_address (id, url) SELECT gen_random_uuid(), 'https://a.example' FROM generate_series(1, 2)",
        ),
      { code: "ALREADY_EXISTS", constraint: "external_address_url_key" },
    ],
    "a double seen only at commit": [
      () => house.db.$transaction((tx) => tx.section.create(aSection({ position: 0 }))),
      { code: "ALREADY_EXISTS", constraint: "section_parent_id_position_key" },
    ],
    "a wrong value": [
      () => house.db.section.create(aSection({ slug: "No Slug" })),
      { code: "INVALID_INPUT", constraint: "section_slug_spelled" },
    ],
    "a circle": [
      () => house.db.section.update({ where: { id: top.id }, data: { parentId: below.id } }),
      { code: "SECTION_CYCLE", constraint: "section_no_cycle" },
    ],
    "a target that is not there": [
      () =>
        house.db.rail.create({
          data: { key: "r", titleTemplate: "R", position: 0, fill: "SECTION", sectionId: newId() },
        }),
      { code: "NOT_FOUND", constraint: "rail_section_id_fkey" },
    ],
    "the end of something in use": [
      () => house.db.section.delete({ where: { id: top.id } }),
      { code: "IN_USE", constraint: "section_parent_id_fkey" },
    ],
    "a change of what never changes": [
      async () => {
        const { id } = await house.db.auditEvent.create({ data: { ...event, entityId: top.id } });
        await house.db.auditEvent.update({ where: { id }, data: { action: "c:d" } });
      },
      { code: "INVALID_INPUT", constraint: "audit_event_unchanged" },
    ],
    "the change of something that is not there": [
      () => house.db.section.update({ where: { id: newId() }, data: { name: "x" } }),
      { code: "NOT_FOUND" },
    ],
    "a text that is no id": [() => house.db.section.findUnique({ where: { id: "none" } }), { code: "INVALID_INPUT" }],
    "the character NUL": [() => house.db.section.findUnique({ where: { path: "a\0b" } }), { code: "INVALID_INPUT" }],
  };

  it.each(Object.keys(cases))("%s has the right code and names the rule", async (name) => {
    const [act, expected] = cases[name]!;
    expect(await faultOf(act)).toEqual(expected);
  });
});

describe("writers that meet", () => {
  it("are busy when one waits too long for the other's row", async () => {
    const fault = await faultOf(() =>
      house.db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT id FROM section WHERE id = ${top.id}::uuid FOR UPDATE`;
        await house.db.$transaction(async (other) => {
          await other.$executeRaw`SET LOCAL lock_timeout = '50ms'`;
          await other.section.update({ where: { id: top.id }, data: { name: "Other" } });
        });
      }),
    );
    expect(fault.code).toBe("BUSY");
  });

  it("are busy when each holds what the other wants", async () => {
    const change = (first: string, second: string) =>
      house.db.$transaction(async (tx) => {
        await tx.section.update({ where: { id: first }, data: { name: "Once" } });
        await pause(tx, 0.3);
        await tx.section.update({ where: { id: second }, data: { name: "Twice" } });
      });
    const both = await Promise.allSettled([change(top.id, below.id), change(below.id, top.id)]);
    const loser = both.find((one) => one.status === "rejected");
    expect(mapDatabaseError(loser?.reason)).toMatchObject({ code: "BUSY" });
    expect(isPassingClash(loser?.reason)).toBe(true);
  });

  it("are busy when what one read has changed under a strict reading", async () => {
    const fault = await faultOf(() =>
      house.db.$transaction(
        async (tx) => {
          await tx.section.count();
          await house.db.section.update({ where: { id: top.id }, data: { name: "Changed" } });
          await tx.section.update({ where: { id: top.id }, data: { name: "Mine" } });
        },
        { isolationLevel: "RepeatableRead" },
      ),
    );
    expect(fault.code).toBe("BUSY");
  });

  it("are busy when every connection is taken", async () => {
    const acts = Array.from({ length: 10 }, () => house.db.$transaction((tx) => pause(tx, 0.6), { maxWait: 100 }));
    const lost = (await Promise.allSettled(acts)).find((one) => one.status === "rejected");
    expect(mapDatabaseError(lost?.reason)).toMatchObject({ code: "BUSY" });
  });
});

describe("what takes too long", () => {
  it("has timed out as a statement and as a transaction, and is not tried again", async () => {
    const statement = () =>
      house.db.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = '50ms'`;
        await pause(tx, 1);
      });
    const transaction = () =>
      house.db.$transaction(
        async (tx) => {
          await pause(tx, 0.3);
          await tx.section.count();
        },
        { timeout: 100 },
      );
    expect([await faultOf(statement), await faultOf(transaction)]).toMatchObject([
      { code: "TIMED_OUT" },
      { code: "TIMED_OUT" },
    ]);
    expect(isPassingClash(await transaction().catch((error: unknown) => error))).toBe(false);
  });
});

describe("a database that cannot be reached", () => {
  const acts: Record<string, (other: Database) => Promise<unknown>> = {
    "by Prisma": ({ db }) => db.section.count(),
    "in a transaction": ({ db }) => db.$transaction((tx) => tx.section.count()),
    "in plain SQL": ({ db }) => db.$queryRaw`SELECT 1`,
    "through the pool": ({ pool }) => pool.query("SELECT 1"),
  };
  const addresses: Record<string, () => string> = {
    "nobody listens": () => "postgresql://x:y@127.0.0.1:1/none",
    "no such host": () => "postgresql://x:y@no-such-host.invalid/none",
    "no such database": () => Object.assign(new URL(house.url), { pathname: "/none" }).href,
    "wrong password": () => Object.assign(new URL(house.url), { password: "wrong" }).href,
  };
  const every = Object.keys(addresses).flatMap((why) => Object.keys(acts).map((how) => [why, how] as const));

  it.each(every)("says so: %s, %s", async (why, how) => {
    const other = openDatabase(addresses[why]!(), { connections: 1, log: silentLog });
    expect(await faultOf(() => acts[how]!(other))).toEqual({ code: "DATABASE_UNREACHABLE" });
    await other.close();
  });

  it("says so when the connection breaks on the way", async () => {
    const other = openDatabase(house.url, { connections: 1, log: silentLog });
    const fault = await faultOf(() =>
      other.db.$transaction(async (tx) => {
        const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
        await house.pool.query("SELECT pg_terminate_backend($1)", [own?.pid]);
        await tx.section.count();
      }),
    );
    expect(fault).toEqual({ code: "DATABASE_UNREACHABLE" });
    await other.close();
  });
});

it("leaves what it does not know as it was, and what is ours alone", () => {
  const ours = new DatelineError("FORBIDDEN");
  for (const error of [ours, new Error("a bug"), "text", null, undefined, { code: "ENOENT" }]) {
    expect(mapDatabaseError(error)).toBe(error);
  }
});

it("never lets what Postgres quoted into the message or the details", async () => {
  const taken = house.db.externalAddress.createMany({
    data: [{ url: "https://secret.example" }, { url: "https://secret.example" }],
  });
  const mapped = mapDatabaseError(await taken.catch((error: unknown) => error));
  expect(mapped).toMatchObject({ code: "ALREADY_EXISTS", message: "That already exists." });
  expect(JSON.stringify((mapped as DatelineError).details)).not.toContain("secret");
});
