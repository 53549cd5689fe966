import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Prisma } from "../../src/database/generated/client.ts";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { aMedium, fresh } from "../support/factories.ts";
import { minutes, plant, writeRevision, type Planted } from "../support/newspaper.ts";
import { projectionsDue, projectionsStanding } from "../support/projections.ts";

const house = testDatabase();

/** What the walk goes over. */
const world = {
  articles: [] as Planted[],
  sections: [] as string[],
  topics: [] as string[],
  people: [] as string[],
  media: [] as string[],
};

beforeAll(async () => {
  for (const [position, parent] of [null, 0, 1, null, 3].entries()) {
    const parentId = parent === null ? null : (world.sections[parent] ?? null);
    const section = await house.db.section.create({ data: { slug: fresh("s"), name: "Walked", position, parentId } });
    world.sections.push(section.id);
  }
  for (const type of ["BLOG", "PLACE", "BLOG"] as const)
    world.topics.push((await house.db.topic.create({ data: { type, slug: fresh("t"), name: "Tide" } })).id);
  for (const name of ["Nia Okoro", "Ben Adu"])
    world.people.push((await house.db.contributor.create({ data: { displayName: name, slug: fresh("p") } })).id);
  world.media.push((await aMedium(house.db)).id, (await aMedium(house.db)).id);
  const sectionId = world.sections[2] ?? "";
  world.articles.push(
    await plant(house.db, { sectionId, publishedAt: null }),
    await plant(house.db, { sectionId, topics: world.topics.slice(0, 1) }),
    await plant(house.db, { sectionId, alsoIn: world.sections.slice(0, 1) }),
    await plant(house.db, { sectionId, next: {}, facts: { nextAt: minutes(10) } }),
  );
}, 60_000);

/** One step: what to do with which article or section. Numbers choose; minutes may lie behind or ahead. */
const step = fc.record({
  act: fc.constantFrom(
    ...["publish", "publish", "publish", "embargo", "hold", "expire", "unpublish", "aside", "next", "swap", "drop"],
  ),
  also: fc.constantFrom(...["", "", "place", "alsoIn", "slug", "under", "rename", "hide", "type"]),
  article: fc.nat(3),
  section: fc.nat(4),
  other: fc.nat(4),
  minutes: fc.integer({ min: -90, max: 90 }),
  yes: fc.boolean(),
  some: fc.subarray([0, 1, 2]),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Tx = Prisma.TransactionClient;

const at = <Thing>(list: readonly Thing[], index: number): Thing => list[index % list.length] as Thing;
const pick = (list: readonly string[], some: readonly number[]): string[] => some.flatMap((index) => list[index] ?? []);

async function newRevision(tx: Tx, { id, sectionId, slug }: Planted, { some, yes }: Step): Promise<string> {
  const revisionId = newId();
  const number = 1 + (await tx.revision.count({ where: { articleId: id } }));
  const named = pick(world.media, some);
  const blocks = [
    { id: "p1", type: "paragraph", text: "Low water.", spans: [] },
    ...named.map((mediaId, index) => ({ id: `i${String(index)}`, type: "image", mediaId })),
    ...(yes ? [{ id: "b1", type: "relatedBox", title: "", items: [{ articleId: at(world.articles, 1).id }] }] : []),
  ];
  const media = yes ? [{ role: "LEAD" as const, position: 2, mediaId: at(world.media, 0), altOverride: "A gull" }] : [];
  const bylines = pick(world.people, some).map((contributorId) => ({ contributorId, nameAsWritten: "N. O." }));
  const words = { blocks, datelinePlace: yes ? null : "Harbour", datelineRaw: "HARBOUR" };
  const seedling = { sectionId, words, topics: pick(world.topics, some), media, bylines };
  await writeRevision(tx, { id, sectionId, slug, revisionId }, seedling, number);
  return revisionId;
}

const acts: Readonly<
  Record<string, (tx: Tx, article: Planted, given: Step) => Promise<Prisma.ArticleUncheckedUpdateInput>>
> = {
  publish: async (tx, { id, revisionId }, given) => {
    const before = await tx.article.findUniqueOrThrow({ where: { id } });
    // Nothing is published under an embargo; one that stands is lifted first.
    await tx.article.update({ where: { id }, data: { embargoHold: false, embargoUntil: null } });
    const again = { state: "PUBLISHED" } as const;
    if (before.firstPublishedAt !== null && before.firstPublishedAt <= new Date()) return again;
    const when = minutes(given.minutes);
    const dates = { firstPublishedAt: when, publishedAt: when, updatedAt: when, pathDate: when };
    return { ...again, liveRevisionId: revisionId, ...dates };
  },
  embargo: async (_tx, _article, given) => ({ embargoUntil: given.yes ? minutes(given.minutes) : null }),
  hold: async (_tx, _article, { yes }) => ({ embargoHold: yes }),
  expire: async (_tx, _article, given) => ({ expiresAt: given.yes ? minutes(given.minutes) : null }),
  unpublish: async (_tx, _article, { yes }) => ({ state: yes ? "PUBLISHED" : "UNPUBLISHED" }),
  // A kill is final, so it would end the walk; for these tables it is one more state that is not published.
  aside: async (_tx, _article, { yes }) => ({ state: yes ? "UNPUBLISHED" : "HELD" }),
  next: async (tx, article, given) => ({
    nextRevisionId: await newRevision(tx, article, given),
    ...{ nextAt: minutes(given.minutes), nextIsMinor: given.yes },
  }),
  swap: async (tx, article, given) => ({
    liveRevisionId: await newRevision(tx, article, given),
    updatedAt: new Date(),
  }),
  drop: async () => ({ nextRevisionId: null, nextAt: null, nextIsMinor: false }),
};

const others: Readonly<Record<string, (tx: Tx, article: Planted, given: Step) => Promise<unknown>>> = {
  place: (tx, { id }, { section }) =>
    tx.article.update({ where: { id }, data: { sectionId: at(world.sections, section) } }),
  alsoIn: async (tx, { id }, { section, yes }) => {
    const sectionId = at(world.sections, section);
    await tx.articleSection.deleteMany({ where: { articleId: id, ...(yes ? { sectionId } : {}) } });
    if (!yes) await tx.articleSection.create({ data: { articleId: id, sectionId } });
  },
  slug: async (tx, { id }) => {
    const { slug } = await tx.articleSlug.create({ data: { slug: fresh("slug"), articleId: id } });
    return tx.article.update({ where: { id }, data: { slug } });
  },
  under: async (tx, _article, { section, other, yes }) => {
    const parentId = yes ? at(world.sections, other) : null;
    const position = await tx.section.count();
    return tx.section.update({
      where: { id: at(world.sections, section) },
      data: { parentId, position: 10 + position },
    });
  },
  rename: (tx, _article, { section }) =>
    tx.section.update({ where: { id: at(world.sections, section) }, data: { slug: fresh("renamed") } }),
  hide: (tx, _article, { section, yes }) =>
    tx.section.update({ where: { id: at(world.sections, section) }, data: { visible: yes } }),
  type: (tx, _article, { other, yes }) =>
    tx.topic.update({ where: { id: at(world.topics, other) }, data: { type: yes ? "PLACE" : "EVENT" } }),
};

// What the tables' own rules refuse was no step at all.
async function take(given: Step): Promise<boolean> {
  const article = at(world.articles, given.article);
  try {
    await house.db.$transaction(async (tx) => {
      const data = await acts[given.act]?.(tx, article, given);
      await tx.article.update({ where: { id: article.id }, data: data ?? {} });
      await others[given.also]?.(tx, article, given);
    });
    return true;
  } catch (error) {
    expect(String(error)).toMatch(
      /constraint|violat|below itself|four levels|never changes|main section|under embargo|no reader has seen/i,
    );
    return false;
  }
}

describe("the tables readers are answered from", () => {
  it("are what the articles say after any walk, and a rebuilding finds nothing to do", async () => {
    const taken = { steps: 0, cards: 0 };
    const walk = async (steps: readonly Step[]): Promise<void> => {
      for (const one of steps) if (await take(one)) taken.steps += 1;
      const due = await projectionsDue(house.db);
      expect(await projectionsStanding(house.pool)).toEqual(due);
      taken.cards += due.cards.length;
      const rebuilt = await house.pool.query(
        `select projection, removed::int, written::int from rebuild_articles($1, $2)`,
        ["00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"],
      );
      const none = { removed: 0, written: 0 };
      expect(rebuilt.rows).toEqual(["cards", "lists", "words"].map((projection) => ({ projection, ...none })));
      const { rows } = await house.pool.query("select count(*)::int as wrong from article where not in_step(id)");
      expect(rows).toEqual([{ wrong: 0 }]);
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), walk), { numRuns: 25 });
    expect(taken.steps).toBeGreaterThan(60);
    expect(taken.cards).toBeGreaterThan(40);
  }, 180_000);

  it("are made again from nothing, and when somebody spoiled them", async () => {
    const due = await projectionsDue(house.db);
    await house.pool.query("delete from search_doc; delete from listing; delete from live_card");
    await house.pool.query("select project_all()");
    expect(await projectionsStanding(house.pool)).toEqual(due);
    await house.pool.query("update live_card set headline = 'Spoiled'; delete from listing where list_id = list_all()");
    await house.pool.query("update search_doc set words = ''; update listing set visible_until = 'infinity'");
    await house.pool.query("select project_all()");
    expect(await projectionsStanding(house.pool)).toEqual(due);
    const { rows } = await house.pool.query("select count(*)::int as empty from search_doc where words = ''");
    expect(rows).toEqual([{ empty: 0 }]);
  });
});
