import { describe, expect, it } from "@jest/globals";
import { testDatabase } from "../support/database.ts";

const world = testDatabase();

describe("an open database", () => {
  it("shares its pool between Prisma and plain SQL", async () => {
    const rows = await world.db.$queryRaw<{ one: number }[]>`select 1 as one`;
    expect(rows).toEqual([{ one: 1 }]);
    expect((await world.pool.query("select 1 as one")).rows).toEqual(rows);
  });

  it("bounds how long a statement, a wait for a lock and an idle transaction may take", async () => {
    const asked = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
    for (const name of asked) {
      const { rows } = await world.pool.query<{ value: string }>("select current_setting($1) as value", [name]);
      expect(rows[0]?.value).toMatch(/^\d+(s|min)$/);
    }
  });

  it("reads times right whatever the server's own zone is", async () => {
    await world.pool.query(`alter database ${new URL(world.url).pathname.slice(1)} set timezone to 'Asia/Tokyo'`);
    const rows = await world.db.$queryRaw<{ at: Date }[]>`select timestamptz '2026-03-01T06:00:00Z' as at`;
    expect(rows[0]?.at.toISOString()).toBe("2026-03-01T06:00:00.000Z");
  });
});
