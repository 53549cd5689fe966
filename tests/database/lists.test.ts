import { describe, expect, it } from "@jest/globals";
import { testDatabase } from "../support/database.ts";

const house = testDatabase();

describe("the ids of lists", () => {
  it("are told for every type of topic, each its own", async () => {
    const { rows } = await house.pool.query<{ id: string | null; expected: string }>(
      `select list_typed(s, t)::text as id, md5('typed:' || s || ':' || t)::uuid::text as expected
         from unnest(enum_range(null::topic_type)) t, gen_random_uuid() s`,
    );
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ expected }) => expected));
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    ["list_typed", "list_typed(id, 'BLOG')"],
    ["list_branch", "list_branch(id)"],
    ["list_all", "list_all()"],
    ["target_gone", "target_gone('HELD', null, now())"],
  ])("%s is part of the statement that asks, not a call", async (name, call) => {
    const { rows } = await house.pool.query<{ "QUERY PLAN": string }>(`explain verbose select ${call} from section`);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).not.toContain(`${name}(`);
  });
});
