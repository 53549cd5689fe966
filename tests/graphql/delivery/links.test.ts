import { describe, expect, it } from "@jest/globals";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";

const house = testDatabase();
const query = `query ($slug: String!) { article(by: { slug: $slug }) { relatedLinks {
  __typename kind heading headline summary ... on ArticleLink { article { slug } } ... on ExternalLink { url } } } }`;

const linksOf = async (slug: string, at?: Date) =>
  (await read<{ article: { relatedLinks: object[] } }>(house, query, { slug }, at)).article.relatedLinks;

describe("Related links", () => {
  it("keep the editors' order, heading and words, and borrow what the link does not say", async () => {
    const { id: sectionId } = await aSection(house.db);
    const target = await plant(house.db, { sectionId, headline: "Target", words: { standfirst: "Its standfirst" } });
    const other = await plant(house.db, { sectionId, headline: "Other", words: { standfirst: "Borrowed" } });
    const { slug } = await plant(house.db, {
      sectionId,
      links: [
        { headline: "A teaser", summary: "That leads nowhere", heading: "More from World" },
        { targetArticleId: target.id, headline: "Own headline", summary: "Own summary", kind: "BACKGROUND" },
        { url: "https://elsewhere.example/a", headline: "Elsewhere" },
        { targetArticleId: other.id },
      ],
    });
    expect(await linksOf(slug)).toEqual([
      {
        ...{ __typename: "UnlinkedTeaser", kind: "RELATED", heading: "More from World" },
        ...{ headline: "A teaser", summary: "That leads nowhere" },
      },
      {
        ...{ __typename: "ArticleLink", kind: "BACKGROUND", heading: null, headline: "Own headline" },
        ...{ summary: "Own summary", article: { slug: target.slug } },
      },
      {
        ...{ __typename: "ExternalLink", kind: "RELATED", heading: null, headline: "Elsewhere" },
        ...{ summary: null, url: "https://elsewhere.example/a" },
      },
      {
        ...{ __typename: "ArticleLink", kind: "RELATED", heading: null, headline: "Other" },
        ...{ summary: "Borrowed", article: { slug: other.slug } },
      },
    ]);
  });

  it("look as if they had no target while it is not live, and leave out what has no words of its own", async () => {
    const { id: sectionId } = await aSection(house.db);
    const draft = await plant(house.db, { sectionId, headline: "Canary draft", publishedAt: null });
    const soon = await plant(house.db, { sectionId, headline: "Soon", publishedAt: minutes(10) });
    const { slug } = await plant(house.db, {
      sectionId,
      links: [{ targetArticleId: draft.id }, { targetArticleId: soon.id, headline: "A promise", summary: "Of more" }],
    });
    const promise = { kind: "RELATED", heading: null, headline: "A promise", summary: "Of more" };
    expect(await linksOf(slug)).toEqual([{ __typename: "UnlinkedTeaser", ...promise }]);
    expect(await linksOf(slug, minutes(11))).toEqual([
      { __typename: "ArticleLink", ...promise, article: { slug: soon.slug } },
    ]);
  });

  it("vanish with their words when their target is gone, and come back with it", async () => {
    const { id: sectionId } = await aSection(house.db);
    const states = ["HELD", "UNPUBLISHED", "KILLED"] as const;
    const targets = await Promise.all(states.map((state) => plant(house.db, { sectionId, facts: { state } })));
    const expired = await plant(house.db, { sectionId, facts: { expiresAt: minutes(-5) } });
    const spiked = await plant(house.db, { sectionId, publishedAt: null, facts: { state: "SPIKED" } });
    const gone = [...targets, expired, spiked];
    const { slug } = await plant(house.db, {
      sectionId,
      links: gone.map(({ id }, n) => ({ targetArticleId: id, headline: `Canary words ${String(n)}` })),
    });
    expect(await linksOf(slug)).toEqual([]);
    await house.db.article.update({ where: { id: targets[0]?.id ?? "" }, data: { state: "PUBLISHED" } });
    expect(await linksOf(slug)).toMatchObject([{ __typename: "ArticleLink", headline: "Canary words 0" }]);
    expect(await linksOf(slug, minutes(-10))).toMatchObject([
      { headline: "Canary words 0" },
      { headline: "Canary words 3" },
    ]);
  });

  it("never lead to a dead address", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { slug } = await plant(house.db, {
      sectionId,
      links: [{ url: "https://dead.example/", headline: "Once there" }],
    });
    await house.db.externalAddress.updateMany({ where: { url: "https://dead.example/" }, data: { state: "DEAD" } });
    expect(await linksOf(slug)).toMatchObject([{ __typename: "UnlinkedTeaser", headline: "Once there" }]);
  });

  it("are returned on request, after the article's own, by those readers can see, newest first and never twice", async () => {
    const { id: sectionId } = await aSection(house.db);
    const own = await plant(house.db, { sectionId, headline: "Linked both ways" });
    const target = await plant(house.db, { sectionId, links: [{ targetArticleId: own.id }] });
    const asking = (headline: string, publishedAt: Date | null, reciprocal = true) =>
      plant(house.db, { sectionId, headline, publishedAt, links: [{ targetArticleId: target.id, reciprocal }] });
    await asking("Older", minutes(-90));
    await asking("Newer", minutes(-30));
    await asking("Not asking", minutes(-20), false);
    await asking("Canary draft", null);
    await asking("Canary to come", minutes(20));
    const revised = await plant(house.db, {
      ...{ sectionId, headline: "No longer asks", links: [{ targetArticleId: target.id, reciprocal: true }] },
      ...{ next: { headline: "Asked once" }, facts: { nextAt: minutes(-1) } },
    });
    await plant(house.db, { sectionId, links: [{ targetArticleId: own.id }] });
    expect((await linksOf(target.slug)).map((link) => (link as { headline: string }).headline)).toEqual([
      ...["Linked both ways", "Newer", "Older"],
    ]);
    expect(revised.slug).not.toBe("");
  });

  it("stand in a box inside the text, without those nobody may see", async () => {
    const { id: sectionId } = await aSection(house.db);
    const live = await plant(house.db, { sectionId, headline: "Boxed", slug: "boxed" });
    const draft = await plant(house.db, { sectionId, headline: "Canary boxed", publishedAt: null });
    const [key, hidden] = [newId(), newId()];
    const box = (id: string, items: object[]) => ({ id, type: "relatedBox", title: `Box ${id}`, items });
    const { slug } = await plant(house.db, {
      sectionId,
      links: [
        { key, url: "https://elsewhere.example/b", headline: "Outside" },
        { key: hidden, targetArticleId: draft.id },
      ],
      words: {
        blocks: [
          box("a", [{ linkKey: key }, { articleId: live.id }, { articleId: draft.id }, { linkKey: hidden }]),
          box("b", [{ articleId: draft.id }, { linkKey: hidden }]),
        ],
      },
    });
    const { article } = await read<{ article: { bodyHtml: string } }>(
      house,
      `query ($slug: String!) { article(by: { slug: $slug }) { bodyHtml
        blocks { ... on RelatedBoxBlock { title links { headline } } } } }`,
      { slug },
    );
    expect(article).toMatchObject({
      blocks: [{ title: "Box a", links: [{ headline: "Outside" }, { headline: "Boxed" }] }],
    });
    expect(article.bodyHtml).toMatch(/https:\/\/elsewhere\.example\/b.*https:\/\/news\.example\/.*\/boxed/);
    expect(article.bodyHtml).not.toMatch(/Canary|Box b/);
  });
});
