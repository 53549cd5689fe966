import { beforeAll, describe, expect, it } from "@jest/globals";
import { inspectNewsroom, rebuildProjections } from "../../../src/newsroom/setup/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, deskOf } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";
import { projectionsDue, projectionsStanding } from "../../support/projections.ts";
import { toldBy } from "../../support/told.ts";

const house = testDatabase();

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db);
  await plant(house.db, { sectionId });
  await plant(house.db, { sectionId, next: { headline: "Later" }, facts: { nextAt: minutes(10) } });
  await plant(house.db, { sectionId, publishedAt: null });
}, 60_000);

describe("what readers are answered from", () => {
  it("is found to be in step, and out of step when rows are missing or say something else", async () => {
    expect(await inspectNewsroom(house)).toMatchObject({ missingRows: 0, outOfStep: 0 });
    await house.pool.query("update live_card set kicker = 'Spoiled' where headline = 'Later'");
    expect(await inspectNewsroom(house)).toMatchObject({ missingRows: 0, outOfStep: 1 });
    await house.pool.query("update live_card set spelled = 'null' where kicker is null");
    expect(await inspectNewsroom(house)).toMatchObject({ missingRows: 0, outOfStep: 2 });
    await house.pool.query("delete from search_doc");
    expect(await inspectNewsroom(house)).toMatchObject({ missingRows: 3, outOfStep: 2 });
  });

  it("is made anew by an admin, who is told how far it has come, and by nobody else", async () => {
    await expect(rebuildProjections(deskOf(house.db, "DESK_HEAD"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const heard: string[] = [];
    const onProgress = ({ done, total, doing }: { done: number; total: number; doing: string }): void => {
      heard.push(`${doing} ${String(done)}/${String(total)}`);
    };
    const told = await toldBy(house, async () => {
      expect(await rebuildProjections(deskOf(house.db, "ADMIN"), { onProgress, articlesAtOnce: 1 })).toEqual([
        { table: "cards", before: 3, removed: 3, written: 3, after: 3 },
        { table: "lists", before: 9, removed: 0, written: 0, after: 9 },
        { table: "words", before: 0, removed: 0, written: 3, after: 3 },
      ]);
    });
    expect(told.at(-1)).toMatchObject({ boundary: "rebuilt", tags: ["*"] });
    expect(heard).toEqual(["0/2", "0/2", "1/2"].map((far) => `bringing articles into step ${far}`));
    expect(await projectionsStanding(house.pool)).toEqual(await projectionsDue(house.db));
    expect(await inspectNewsroom(house)).toMatchObject({ missingRows: 0, outOfStep: 0 });
    const note = await house.db.auditEvent.findFirst({ where: { action: "projections:rebuild" } });
    expect(note).toMatchObject({ before: { words: 0 }, after: { words: 3 } });
  });
});
