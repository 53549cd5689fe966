import { beforeEach, describe, expect, it } from "@jest/globals";
import type { Prisma } from "../../../src/database/generated/client.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection, fresh } from "../../support/factories.ts";
import { minutes, plant, type Planted } from "../../support/newspaper.ts";

const house = testDatabase();
const query = `query ($slug: String!) { article(by: { slug: $slug }) {
  rails { key title isEmpty items { headline } } } }`;

const railsOf = async ({ slug }: Planted, at?: Date) =>
  (await read<{ article: { rails: object[] } }>(house, query, { slug }, at)).article.rails;

const aRail = (given: Partial<Prisma.RailUncheckedCreateInput> = {}) =>
  house.db.rail.create({ data: { key: fresh("rail"), titleTemplate: "Rail", fill: "SECTION", position: 0, ...given } });

async function withArticles(many: number): Promise<{ sectionId: string; current: Planted; all: Planted[] }> {
  const { id: sectionId } = await aSection(house.db, { name: "International News", slug: fresh("news") });
  const all = [];
  for (let n = 1; n <= many; n += 1)
    all.push(await plant(house.db, { sectionId, headline: `Number ${n}`, publishedAt: minutes(-n) }));
  const current = await plant(house.db, { sectionId, headline: "Current" });
  return { sectionId, current, all };
}

beforeEach(async () => {
  await house.db.rail.deleteMany();
});

describe("A rail", () => {
  it("is filled with the newest of the section, never the article itself, under a title that names the section", async () => {
    const { current, sectionId } = await withArticles(5);
    await plant(house.db, { sectionId, headline: "Canary", publishedAt: minutes(1) });
    await aRail({ key: "more", titleTemplate: "More from {section}" });
    expect(await railsOf(current)).toEqual([
      {
        ...{ key: "more", title: "More from International News", isEmpty: false },
        items: ["Number 1", "Number 2", "Number 3", "Number 4"].map((headline) => ({ headline })),
      },
    ]);
    await house.db.section.update({ where: { id: sectionId }, data: { name: "$& News" } });
    expect(await railsOf(current)).toMatchObject([{ title: "More from $& News" }]);
  });

  it("begins with the pins that are valid and live, and repeats nothing", async () => {
    const { current, all, sectionId } = await withArticles(3);
    const draft = await plant(house.db, { sectionId, headline: "Canary", publishedAt: null });
    const { id: railId } = await aRail({ maxItems: 3 });
    const pins = [draft, all[2], current, all[1]].map((article, position) => ({
      railId,
      position,
      articleId: article!.id,
    }));
    await house.db.railPin.createMany({
      data: [...pins, { railId, position: 9, articleId: all[0]!.id, pinnedFrom: minutes(5), pinnedUntil: minutes(9) }],
    });
    const heads = ["Number 3", "Number 2", "Number 1"].map((headline) => ({ headline }));
    expect(await railsOf(current)).toMatchObject([{ items: heads }]);
  });

  it("of blogs lists the current section's articles that carry a blog topic, and says when there are none", async () => {
    const { current, sectionId } = await withArticles(2);
    const topic = (type: "BLOG" | "KEYWORD") =>
      house.db.topic.create({ data: { type, slug: fresh("t"), name: "Topic" } });
    const [blog, keyword] = [await topic("BLOG"), await topic("KEYWORD")];
    await aRail({ key: "blogs", titleTemplate: "Blogs", fill: "TOPIC_TYPE", topicType: "BLOG" });
    await plant(house.db, { sectionId, headline: "No blog", topics: [keyword.id] });
    const { id: elsewhere } = await aSection(house.db);
    await plant(house.db, { sectionId: elsewhere, headline: "Another section's", topics: [blog.id] });
    await plant(house.db, { sectionId, headline: "Canary", topics: [blog.id], publishedAt: null });
    expect(await railsOf(current)).toEqual([{ key: "blogs", title: "Blogs", isEmpty: true, items: [] }]);
    await plant(house.db, { sectionId, headline: "A blog post", topics: [keyword.id, blog.id] });
    expect(await railsOf(current)).toMatchObject([{ isEmpty: false, items: [{ headline: "A blog post" }] }]);
  });

  it("is left out when it is to be hidden with too little in it", async () => {
    const { current } = await withArticles(2);
    await aRail({ key: "enough", whenEmpty: "HIDE", minItems: 2, position: 0 });
    await aRail({ key: "too-few", whenEmpty: "HIDE", minItems: 3, position: 1 });
    await aRail({ key: "empty", whenEmpty: "HIDE", fill: "NONE", position: 2 });
    await aRail({ key: "shown-empty", whenEmpty: "SHOW", fill: "NONE", position: 3 });
    expect(await railsOf(current)).toMatchObject([{ key: "enough" }, { key: "shown-empty", isEmpty: true }]);
  });

  it("may be filled from one topic, one section, or everything", async () => {
    const { current, sectionId } = await withArticles(1);
    const { id: otherId } = await aSection(house.db, { name: "Sport" });
    const { id: topicId } = await house.db.topic.create({ data: { type: "EVENT", slug: fresh("t"), name: "Regatta" } });
    const race = await plant(house.db, {
      sectionId: otherId,
      headline: "The race",
      topics: [topicId],
      publishedAt: minutes(-0.1),
    });
    await aRail({ fill: "TOPIC", topicId, position: 0 });
    await aRail({ fill: "SECTION", sectionId: otherId, titleTemplate: "{section}", position: 1 });
    await aRail({ fill: "NEWEST", maxItems: 1, position: 2 });
    const heads = (...of: string[]) => of.map((headline) => ({ headline }));
    expect(await railsOf(current)).toMatchObject([
      { items: heads("The race") },
      { title: "Sport", items: heads("The race") },
      { items: heads("The race") },
    ]);
    expect(await railsOf(race)).toMatchObject([{ items: [] }, { items: [] }, {}]);
    expect(sectionId).not.toBe(otherId);
  });
});
