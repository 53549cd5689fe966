import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import pg from "pg";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";
import { tagsNow, toldBy } from "../../support/told.ts";

const house = testDatabase();

describe("the log of changes", () => {
  it("keeps nothing of what was rolled back", async () => {
    const { id } = await aSection(house.db);
    const article = await plant(house.db, { sectionId: id });
    const rows = await toldBy(house, async () => {
      const client = await house.pool.connect();
      await client.query("begin");
      await client.query("update article set state = 'UNPUBLISHED' where id = $1", [article.id]);
      await client.query("set constraints all immediate");
      await client.query("rollback");
      client.release();
    });
    expect(rows).toEqual([]);
    expect(await house.db.liveCard.count({ where: { articleId: article.id } })).toBe(1);
  });

  it("wakes its listeners once a transaction, with the transaction its rows are written in", async () => {
    const client = new pg.Client({ connectionString: house.url });
    await client.connect();
    const heard: (string | undefined)[] = [];
    client.on("notification", ({ payload }) => heard.push(payload));
    await client.query("listen dateline_change");
    const rows = await toldBy(house, () =>
      house.db.$transaction(async (tx) => {
        await tx.redirect.create({ data: { fromPath: "/one", toPath: "/two", origin: "MANUAL" } });
        await tx.redirect.create({ data: { fromPath: "/three", toPath: "/four", origin: "MANUAL" } });
      }),
    );
    await client.query("select 1");
    await pause(50);
    await client.end();
    expect(rows).toHaveLength(2);
    expect(heard).toEqual([String(rows[0]?.writtenIn)]);
  });

  it("keeps two changes of the same kind in one millisecond apart, and what is due once", async () => {
    const { id } = await aSection(house.db);
    const due = minutes(60);
    const rows = await toldBy(house, () =>
      house.db.$transaction(async (tx) => {
        for (const [when, tag] of [
          [null, "a"],
          [null, "b"],
          [due, "a"],
          [due, "a"],
          [due, "b"],
        ] as const)
          await tx.$executeRaw`select emit_change('updated', 'article', ${id}::uuid, ${when}::timestamptz,
            array['article:' || ${id}::text, ${tag}])`;
      }),
    );
    expect(rows.map(({ tags }) => tags[1])).toEqual(["a", "b", "a", "b"]);
  });

  it("has everything dropped when what readers see is made anew", async () => {
    const rows = await toldBy(house, () => house.pool.query("select project_all()"));
    expect(rows).toMatchObject([{ boundary: "rebuilt", tags: ["*"] }]);
    expect(tagsNow(rows)).toEqual(["*"]);
  });

  it("is written anew, where the clock is to change something, by whoever rebuilds past the triggers", async () => {
    const { id: sectionId } = await aSection(house.db);
    const due = minutes(25);
    const { id } = await plant(house.db, { sectionId, publishedAt: due });
    await house.pool.query(
      "set session_replication_role = replica; delete from change; reset session_replication_role",
    );
    const rows = await toldBy(house, () => house.pool.query("select project_all()"));
    expect(rows).toContainEqual(expect.objectContaining({ boundary: "published", entityId: id, dueAt: due }));
  });
});
