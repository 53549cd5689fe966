import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { rebuildProjections } from "../../src/newsroom/setup/index.ts";
import { aSection, deskOf, fresh } from "../support/factories.ts";
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

// What the tables' own rules or a second writer refuse was no act at all.
const refused = (error: unknown): void => {
  expect(String(error)).toMatch(/constraint|violat|deadlock|lock timeout|write conflict|never changes/i);
};

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

  it("while everything is made anew at once wait, and are not lost", async () => {
    const { id: sectionId } = await aSection(house.db);
    const articles = await Promise.all(
      Array.from({ length: 4 }, () => plant(house.db, { sectionId, publishedAt: null })),
    );
    await Promise.all([house.pool.query("select project_all()"), ...articles.map(publish)]);
    await inStep();
  });
});

// The dates of a first publication stay.
const again = async (article: Planted): Promise<void> => {
  const published = { id: article.id, firstPublishedAt: { not: null } };
  const { count } = await house.db.article.updateMany({ where: published, data: { state: "PUBLISHED" } });
  if (count === 0) await publish(article);
};

const spoil = async (): Promise<void> => {
  await house.pool.query("update live_card set headline = 'Spoiled', path = '/spoiled' where random() < 0.7");
  await house.pool.query("delete from listing where random() < 0.5; update listing set visible_until = 'infinity'");
  await house.pool.query(
    "update search_doc set words = '' where random() < 0.5; delete from search_doc where random() < 0.3",
  );
  const nobody =
    "gen_random_uuid(), gen_random_uuid(), now() - interval '1 hour', now() - interval '1 hour', 'infinity'";
  await house.pool.query(`insert into listing values (gen_random_uuid(), ${nobody})`);
  await house.pool.query(`insert into search_doc values (${nobody}, '', '')`);
};

const wordsWrong = async (): Promise<unknown> => {
  const { rows } = await house.pool.query<{ wrong: number }>(
    `select count(*)::int as wrong from search_doc d full join search_doc_due s using (revision_id)
      where (d.words, d.head, d.made_of) is distinct from (s.words, s.head, s.made_of)`,
  );
  return rows[0]?.wrong;
};

describe("a newsroom that is made anew a part at a time", () => {
  const planted = async (count: number, sectionId: string): Promise<readonly Planted[]> => {
    const articles: Planted[] = [];
    for (let n = 0; n < count; n += 1)
      articles.push(await plant(house.db, n % 3 === 0 ? { sectionId, publishedAt: null } : { sectionId }));
    return articles;
  };

  it("ends in step whatever editors publish, take down and move meanwhile", async () => {
    const [one, other] = [await aSection(house.db), await aSection(house.db)];
    const topic = await house.db.topic.create({ data: { type: "BLOG", slug: fresh("t"), name: "Tide" } });
    const listed = await plant(house.db, { sectionId: one.id, topics: [topic.id] });
    const articles = [...(await planted(18, one.id)), listed];
    await spoil();
    const underWay = { yes: true, acts: 0 };
    const act = async (round: number): Promise<void> => {
      const article = articles[round % articles.length];
      if (article === undefined) return;
      const data = [
        { state: "UNPUBLISHED" } as const,
        { sectionId: round % 2 === 0 ? other.id : one.id },
        { expiresAt: minutes(round) },
      ][round % 3];
      await (round % 4 === 0
        ? again(article)
        : house.db.article.update({ where: { id: article.id }, data: data ?? {} }));
      underWay.acts += 1;
    };
    const editor = async (start: number): Promise<void> => {
      for (let round = start; underWay.yes; round += 5) await act(round).catch(refused);
    };
    const mover = async (): Promise<void> => {
      for (let round = 0; underWay.yes; round += 1) {
        const parentId = round % 2 === 0 ? other.id : null;
        await house.db.section.update({ where: { id: one.id }, data: { parentId, slug: fresh("moved") } });
        await house.db.topic.update({ where: { id: topic.id }, data: { type: round % 2 === 0 ? "PLACE" : "EVENT" } });
      }
    };
    const rebuilding = async (): Promise<void> => {
      for (let round = 0; round < 3; round += 1) {
        // Who writes past everybody takes no turns, and may lose against an editor.
        await spoil().catch(refused);
        await rebuildProjections(deskOf(house.db, "ADMIN"), { articlesAtOnce: 2 });
      }
      underWay.yes = false;
    };
    await Promise.all([
      rebuilding().finally(() => (underWay.yes = false)),
      editor(1),
      editor(2),
      mover().catch(refused),
    ]);
    expect(underWay.acts).toBeGreaterThan(10);
    await inStep();
    expect(await wordsWrong()).toBe(0);
  }, 120_000);

  it("lets others publish while it waits for an editor who holds an article", async () => {
    const { id: sectionId } = await aSection(house.db);
    const [held, free] = await planted(2, sectionId).then(([first, second]) => [second, first]);
    if (held === undefined || free === undefined) throw new Error("Two were planted.");
    await spoil();
    const editor = await house.pool.connect();
    await editor.query("begin");
    await editor.query("select from article where id = $1 for update", [held.id]);
    const rebuilding = rebuildProjections(deskOf(house.db, "ADMIN"), { articlesAtOnce: 1 });
    await publish(free);
    await editor.query("update article set state = 'UNPUBLISHED' where id = $1", [held.id]);
    await editor.query("commit");
    editor.release();
    await rebuilding;
    expect(await house.db.liveCard.count({ where: { articleId: held.id } })).toBe(0);
    await inStep();
  });

  it("may be stopped, and is done when it is run again", async () => {
    const { id: sectionId } = await aSection(house.db);
    await planted(9, sectionId);
    await spoil();
    const stop = ({ done }: { done: number }): void => {
      if (done > 2) throw new Error("Stopped.");
    };
    const rebuild = (onProgress?: typeof stop): Promise<unknown> =>
      rebuildProjections(deskOf(house.db, "ADMIN"), { articlesAtOnce: 1, ...(onProgress && { onProgress }) });
    await expect(rebuild(stop)).rejects.toThrow("Stopped.");
    await rebuild();
    await inStep();
    expect(await wordsWrong()).toBe(0);
  });
});
