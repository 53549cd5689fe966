import { beforeAll, describe, expect, it } from "@jest/globals";
import { newId } from "../../../src/kernel/ids.ts";
import { createArticle, reviseArticle } from "../../../src/newsroom/articles/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";
import { minutes, plant, writeRevision, type Planted } from "../../support/newspaper.ts";
import { named } from "../../support/projections.ts";
import { tagsAt, tagsNow, toldBy } from "../../support/told.ts";

const house = testDatabase();
const of = { section: "", other: "", topic: "", blog: "", person: "" };
const all = "list:00000000-0000-0000-0000-000000000000";
const branch = (id: string): string => `list:${named(`branch:${id}`)}`;
const typed = (id: string, type: string): string => `list:${named(`typed:${id}:${type}`)}`;
const sorted = (...tags: readonly string[]): readonly string[] => tags.toSorted();

beforeAll(async () => {
  of.section = (await aSection(house.db)).id;
  of.other = (await aSection(house.db)).id;
  of.topic = (await house.db.topic.create({ data: { type: "PLACE", slug: "quay", name: "Quay" } })).id;
  of.blog = (await house.db.topic.create({ data: { type: "BLOG", slug: "tide", name: "Tide" } })).id;
  of.person = (await house.db.contributor.create({ data: { slug: "nia", displayName: "Nia Okoro" } })).id;
}, 60_000);

const set = (id: string, data: Parameters<typeof house.db.article.update>[0]["data"]) =>
  house.db.article.update({ where: { id }, data });

/** Publishes what was planted as a draft. */
const publish = ({ id, revisionId }: Planted, when: Date, more: object = {}) => {
  const dates = { firstPublishedAt: when, publishedAt: when, updatedAt: when, pathDate: when };
  return set(id, { state: "PUBLISHED", liveRevisionId: revisionId, ...dates, ...more });
};

/** Gives an article a revision of its own topics and links, as its live one or as its next. */
const revise = (
  article: Planted,
  given: Partial<Parameters<typeof writeRevision>[2]>,
  nextAt?: Date,
): Promise<unknown> =>
  house.db.$transaction(async (tx) => {
    const number = 1 + (await tx.revision.count({ where: { articleId: article.id } }));
    const revisionId = newId();
    await writeRevision(tx, { ...article, revisionId }, { sectionId: article.sectionId, ...given }, number);
    const data = nextAt === undefined ? { liveRevisionId: revisionId } : { nextRevisionId: revisionId, nextAt };
    await tx.article.update({ where: { id: article.id }, data: { ...data, updatedAt: new Date() } });
  });

describe("an article tells readers", () => {
  it("of every list it enters when it is published, and of its names", async () => {
    const bylines = [{ contributorId: of.person, nameAsWritten: "Nia Okoro" }];
    const given = { sectionId: of.section, topics: [of.topic], bylines, formerSlugs: ["a-former-name"] };
    const article = await plant(house.db, { ...given, publishedAt: null });
    const { id, slug } = article;
    const told = await toldBy(house, () => publish(article, minutes(-5)));
    expect(told).toMatchObject([{ boundary: "published", entityType: "article", entityId: id, tombstone: false }]);
    const lists = [of.section, of.topic, of.person].map((list) => `list:${list}`);
    expect(tagsNow(told)).toEqual(
      sorted(
        ...lists,
        branch(of.section),
        typed(of.section, "PLACE"),
        all,
        "search",
        `article:${id}`,
        `slug:${slug}`,
        "slug:a-former-name",
      ),
    );
  });

  it("of no list when only its words change, and of those it enters and leaves when its topics do", async () => {
    const article = await plant(house.db, { sectionId: of.section, topics: [of.topic] });
    const names = [`article:${article.id}`, `slug:${article.slug}`, "search"];
    expect(tagsNow(await toldBy(house, () => revise(article, { topics: [of.topic] })))).toEqual(sorted(...names));
    const told = await toldBy(house, () => revise(article, { topics: [of.blog] }));
    const lists = [`list:${of.topic}`, `list:${of.blog}`, typed(of.section, "PLACE"), typed(of.section, "BLOG")];
    expect(tagsNow(told)).toEqual(sorted(...names, ...lists));
    expect(told).toMatchObject([{ boundary: "updated" }]);
  });

  it("of the articles that link back to it, when the link comes and when it goes", async () => {
    const target = await plant(house.db, { sectionId: of.section });
    const links = [{ targetArticleId: target.id, reciprocal: true }];
    const article = await plant(house.db, { sectionId: of.section });
    const came = await toldBy(house, () => revise(article, { links }));
    expect(tagsNow(came)).toContain(`article:${target.id}`);
    expect(tagsNow(await toldBy(house, () => revise(article, {})))).toContain(`article:${target.id}`);
    expect(tagsNow(await toldBy(house, () => revise(article, {})))).not.toContain(`article:${target.id}`);
  });

  it("ahead of time when it is to come and to go, once for each time", async () => {
    const [from, until] = [minutes(30), minutes(60)];
    const article = await plant(house.db, { sectionId: of.section, publishedAt: null });
    const { id, slug } = article;
    const told = await toldBy(house, () => publish(article, from, { expiresAt: until }));
    const tags = sorted(`list:${of.section}`, branch(of.section), all, "search", `article:${id}`, `slug:${slug}`);
    expect(tagsNow(told)).toEqual([]);
    expect(told).toMatchObject([
      { boundary: "published", dueAt: from, tombstone: false },
      { boundary: "expired", dueAt: until, tombstone: true },
    ]);
    expect([tagsAt(told, from), tagsAt(told, until)]).toEqual([tags, tags]);
    const later = minutes(90);
    expect(await toldBy(house, () => set(id, { expiresAt: later }))).toMatchObject([
      { boundary: "expired", dueAt: later },
    ]);
  });

  it("ahead of time of the next revision: of what only one of the two is listed under", async () => {
    const next = minutes(20);
    const target = await plant(house.db, { sectionId: of.section });
    const links = [{ targetArticleId: target.id, reciprocal: true }];
    const article = await plant(house.db, { sectionId: of.section, topics: [of.topic], links });
    const told = await toldBy(house, () => revise(article, { topics: [of.blog] }, next));
    const lists = [`list:${of.topic}`, `list:${of.blog}`, typed(of.section, "PLACE"), typed(of.section, "BLOG")];
    expect(tagsAt(told, next)).toEqual(sorted(...lists, `article:${article.id}`, `article:${target.id}`, "search"));
  });

  it("that it is lost: unpublished, held back, or killed by raw SQL", async () => {
    for (const change of ["state = 'UNPUBLISHED'", "state = 'HELD'", "state = 'KILLED'"]) {
      const { id, slug } = await plant(house.db, { sectionId: of.section });
      const told = await toldBy(house, () => house.pool.query(`update article set ${change} where id = $1`, [id]));
      expect(told).toContainEqual(expect.objectContaining({ boundary: "unpublished", tombstone: true }));
      expect(tagsNow(told)).toEqual(
        sorted(`list:${of.section}`, branch(of.section), all, "search", `article:${id}`, `slug:${slug}`),
      );
    }
  });

  it("that it moved: to another section, into one more, or to another slug", async () => {
    const { id, slug } = await plant(house.db, { sectionId: of.section });
    const names = [`article:${id}`, `slug:${slug}`, "search"];
    const lists = [of.section, of.other].flatMap((list) => [`list:${list}`, branch(list)]);
    const moved = await toldBy(house, () => set(id, { sectionId: of.other }));
    expect([tagsNow(moved), moved[0]?.boundary]).toEqual([sorted(...names, ...lists), "moved"]);
    const placed = await toldBy(house, () =>
      house.db.articleSection.create({ data: { articleId: id, sectionId: of.section } }),
    );
    expect(tagsNow(placed)).toEqual(sorted(...names, ...lists.slice(0, 2)));
    const renamed = fresh("renamed");
    const told = await toldBy(house, () =>
      house.db.$transaction(async (tx) => {
        await tx.articleSlug.create({ data: { slug: renamed, articleId: id } });
        await tx.article.update({ where: { id }, data: { slug: renamed } });
      }),
    );
    expect(tagsNow(told)).toEqual(sorted(...names, `slug:${renamed}`));
  });

  it("what became of it where it could not be seen any more", async () => {
    const { id, slug } = await plant(house.db, { sectionId: of.section, facts: { expiresAt: minutes(-5) } });
    const fate = sorted(`article:${id}`, `slug:${slug}`);
    expect(tagsNow(await toldBy(house, () => set(id, { state: "HELD" })))).toEqual(fate);
    expect(tagsNow(await toldBy(house, () => set(id, { state: "PUBLISHED" })))).toEqual(fate);
    expect(await toldBy(house, () => set(id, { state: "UNPUBLISHED", version: 2 }))).toEqual([]);
    expect(await toldBy(house, () => set(id, { version: 3 }))).toEqual([]);
  });

  it("of corrections, at once or when they are due", async () => {
    const { id: articleId } = await plant(house.db, { sectionId: of.section });
    const due = minutes(15);
    const told = sorted(`article:${articleId}`, "corrections");
    const write = (publishedAt: Date) => () =>
      house.db.correction.create({ data: { articleId, kind: "CORRECTION", text: "It was noon.", publishedAt } });
    expect(tagsNow(await toldBy(house, write(minutes(-1))))).toEqual(told);
    expect(tagsAt(await toldBy(house, write(due)), due)).toEqual(told);
    const draft = await plant(house.db, { sectionId: of.section, publishedAt: null });
    const early = { articleId: draft.id, kind: "CORRECTION", text: "It was noon.", publishedAt: due } as const;
    expect(await toldBy(house, () => house.db.correction.create({ data: early }))).toEqual([]);
  });

  it("the list of corrections where an article that has some comes, goes, or will", async () => {
    const { id: articleId } = await plant(house.db, { sectionId: of.section });
    await house.db.correction.create({
      data: { articleId, kind: "RETRACTION", text: "It was noon.", publishedAt: minutes(-1) },
    });
    expect(tagsNow(await toldBy(house, () => set(articleId, { state: "HELD" })))).toContain("corrections");
    expect(tagsNow(await toldBy(house, () => set(articleId, { state: "PUBLISHED" })))).toContain("corrections");
    const end = minutes(20);
    expect(tagsAt(await toldBy(house, () => set(articleId, { expiresAt: end })), end)).toContain("corrections");
    const plain = await plant(house.db, { sectionId: of.section });
    expect(tagsNow(await toldBy(house, () => set(plain.id, { state: "HELD" })))).not.toContain("corrections");
  });

  it("nothing while it is a draft, nor of drafts of what is live", async () => {
    const desk = deskOf(house.db);
    const told = await toldBy(house, async () => {
      const { id } = await createArticle(desk, { headline: "A draft", sectionId: of.section });
      await reviseArticle(desk, { id, expectedVersion: 1, changes: { headline: "Another" } });
      const live = await plant(house.db, { sectionId: of.section, publishedAt: null });
      await set(live.id, { embargoUntil: minutes(5), embargoNote: "until noon" });
    });
    expect(told).toEqual([]);
    const live = await plant(house.db, { sectionId: of.section });
    const silent = await toldBy(house, () =>
      reviseArticle(desk, { id: live.id, expectedVersion: 1, changes: { headline: "Next words" } }),
    );
    expect(silent).toEqual([]);
  });

  it("of a body that no jsonb can hold", async () => {
    const blocks = String.raw`[{"id":"p1","type":"paragraph","text":"a \u0000 b \ud800 c \\u0000 mediaId harbourmaster"}]`;
    const { id, revisionId } = await plant(house.db, { sectionId: of.section, publishedAt: null });
    const told = await toldBy(house, () =>
      house.pool.query(
        `with r as (insert into revision (id, article_id, number, headline, blocks) values ($2, $1, 2, 'Hard', $3::json))
         update article set state = 'PUBLISHED', live_revision_id = $4, next_revision_id = $2, next_at = now() - interval '1 hour',
           first_published_at = now() - interval '2 hours', published_at = now() - interval '2 hours',
           updated_at = now(), path_date = now() where id = $1`,
        [id, newId(), blocks, revisionId],
      ),
    );
    expect(tagsNow(told)).toContain("search");
    const { rows } = await house.pool.query(
      "select article_id from search_doc where words @@ to_tsquery('english', 'harbourmaster')",
    );
    expect(rows).toEqual([{ article_id: id }]);
  });
});
