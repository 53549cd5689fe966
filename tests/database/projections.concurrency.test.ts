import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { aSection, fresh } from "../support/factories.ts";
import { minutes, plant, writeRevision, type Planted } from "../support/newspaper.ts";
import { projectionsDue, projectionsStanding } from "../support/projections.ts";

const house = testDatabase();

const publish = ({ id, revisionId }: Planted) =>
  house.db.article.update({
    where: { id },
    data: {
      ...{ state: "PUBLISHED", liveRevisionId: revisionId, firstPublishedAt: minutes(-1), publishedAt: minutes(-1) },
      ...{ updatedAt: minutes(-1), pathDate: minutes(-1) },
    },
  });

const inStep = async (): Promise<void> => {
  expect(await projectionsStanding(house.pool)).toEqual(await projectionsDue(house.db));
};

describe("writers who meet", () => {
  it("in a section that is being moved publish at its new path, whoever commits first", async () => {
    const [section, top] = [await aSection(house.db), await aSection(house.db)];
    for (const first of ["section", "article"]) {
      const article = await plant(house.db, { sectionId: section.id, publishedAt: null });
      const mover = await house.pool.connect();
      const publisher = await house.pool.connect();
      await publisher.query("begin");
      await publisher.query(
        `update article set state = 'PUBLISHED', live_revision_id = head_revision_id, first_published_at = now(),
          published_at = now(), updated_at = now(), path_date = now() where id = $1`,
        [article.id],
      );
      if (first === "article") await publisher.query("set constraints all immediate");
      const moving = (async () => {
        await mover.query("begin");
        await mover.query("update section set slug = $2, parent_id = $3, position = 9 where id = $1", [
          ...[section.id, fresh("moved"), first === "section" ? top.id : null],
        ]);
        await pause(150);
        await mover.query("commit");
      })();
      await pause(50);
      await publisher.query("commit");
      await moving;
      mover.release();
      publisher.release();
      await inStep();
    }
  });

  it("over one article leave one state of it, and over many at once all of them", async () => {
    const { id: sectionId } = await aSection(house.db);
    const articles = await Promise.all(
      Array.from({ length: 6 }, () => plant(house.db, { sectionId, publishedAt: null })),
    );
    const one = await plant(house.db, { sectionId });
    const revise = (number: number): Promise<unknown> =>
      house.db.$transaction(async (tx) => {
        const revisionId = newId();
        await writeRevision(tx, { ...one, revisionId }, { sectionId }, number);
        await tx.article.update({ where: { id: one.id }, data: { liveRevisionId: revisionId } });
      });
    await Promise.all([...articles.map(publish), ...[2, 3, 4, 5].map(revise)]);
    expect(await house.db.liveCard.count({ where: { articleId: one.id } })).toBe(1);
    await inStep();
  });

  it("while everything is made anew wait, and are not lost", async () => {
    const { id: sectionId } = await aSection(house.db);
    const articles = await Promise.all(
      Array.from({ length: 4 }, () => plant(house.db, { sectionId, publishedAt: null })),
    );
    await Promise.all([house.pool.query("select project_all()"), ...articles.map(publish)]);
    await inStep();
  });
});
