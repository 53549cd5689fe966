import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { plant } from "../support/newspaper.ts";
import { answerAll, questionsOf, type Kept } from "./invalidation/answers.ts";
import { change, revise, shownArticles, type Shown, type Tx } from "./invalidation/hands.ts";
import { plantNewsroom, type Newsroom } from "./plan/newsroom/newsroom.ts";
import { poolsOf } from "./plan/question/pools.ts";

jest.setTimeout(300_000);
const house = testDatabase();

interface Fixture {
  readonly newsroom: Newsroom;
  readonly asked: ReturnType<typeof questionsOf>;
}
const state: { fixture?: Fixture; kept: readonly Kept[] } = { kept: [] };
const fixture = (): Fixture => state.fixture!;

beforeAll(async () => {
  const newsroom = await plantNewsroom(house.db, 7, 18);
  const asked = questionsOf(await poolsOf(house.db, newsroom, async () => []), newsroom);
  state.fixture = { newsroom, asked };
  state.kept = await answerAll(house, asked, null);
}, 120_000);

interface Written {
  readonly seq: bigint;
  readonly tags: string[];
  readonly dueAt: Date;
}

const written = async (after: bigint): Promise<readonly Written[]> =>
  house.db.change.findMany({ where: { seq: { gt: after } }, select: { seq: true, tags: true, dueAt: true } });

const lastChange = async (): Promise<bigint> =>
  (await house.db.change.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;

/** What became of the kept answers: those that would differ now, of them those no tag drops, and those that stay. */
function outcome(before: readonly Kept[], after: readonly Kept[], tags: ReadonlySet<string>) {
  const dropped = (kept: Kept): boolean => tags.has("*") || [...kept.tags].some((tag) => tags.has(tag));
  const differing = before.filter(({ text }, index) => text !== after[index]?.text);
  return {
    differing: differing.length,
    stale: differing
      .filter((kept) => !dropped(kept))
      .map(({ name, tags: own }) => ({ name, own: [...own].sort(), named: [...tags].sort() })),
    surviving: before.filter((kept) => !dropped(kept)).length,
  };
}

const expectDropped = (found: ReturnType<typeof outcome>): void => {
  expect(found.stale).toEqual([]);
  expect(found.differing).toBeGreaterThan(0);
  expect(found.surviving).toBeGreaterThan(0);
};

type Act = (tx: Tx, shown: readonly [Shown, ...Shown[]], newsroom: Newsroom) => Promise<unknown>;

/** Does one change in one transaction, and gives the changes it wrote. */
async function act(one: Act): Promise<readonly Written[]> {
  const last = await lastChange();
  const shown = (await shownArticles(house.db)) as readonly [Shown, ...Shown[]];
  await house.db.$transaction((tx) => one(tx, shown, fixture().newsroom));
  return written(last);
}

const at = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);
const minute = (): Date => new Date(Date.now() - 60_000);

// A medium that is shown: the lead of something readers see.
const leadOf = async (tx: Tx, shown: readonly Shown[]): Promise<string> => {
  const where = {
    role: "LEAD" as const,
    revisionId: { in: shown.map(({ revisionId }) => revisionId) },
    media: { state: "ACTIVE" as const, rightsExpireAt: null, kind: "IMAGE" as const },
  };
  return (await tx.mediaPlacement.findFirstOrThrow({ where, orderBy: { revisionId: "asc" } })).mediaId;
};

const listed = (newsroom: Newsroom) => newsroom.sections.filter(({ visible }) => visible);

/** Everything that readers see at once. */
const atOnce: Readonly<Record<string, Act>> = {
  "publishing an article": (tx, shown, { sections, people }) =>
    plant(tx as never, {
      sectionId: sections[1]!.id,
      slug: "no-such-slug",
      publishedAt: minute(),
      topics: [people.topics[0]!.id],
      links: [{ targetArticleId: shown[0].id, reciprocal: true }],
    }),
  "unpublishing one": (tx, shown) => change(tx, shown[1]!.id, { state: "UNPUBLISHED" }),
  "giving one other words": (tx, shown) => revise(tx, shown[0], { headline: "Another headline" }),
  "giving one other links": (tx, shown) =>
    revise(tx, shown[0], {
      headline: "Linked",
      links: [
        { targetArticleId: shown[2]!.id, reciprocal: true },
        { url: "https://elsewhere.example/new", headline: "New" },
      ],
    }),
  "giving one another picture": (tx, shown, { media }) =>
    revise(tx, shown[0], {
      headline: "Linked",
      media: [
        {
          role: "LEAD",
          position: 0,
          mediaId: media.find(
            ({ state: is, kind, rightsExpireAt }) => is === "ACTIVE" && kind === "IMAGE" && rightsExpireAt === null,
          )!.id,
        },
      ],
    }),
  "giving one other topics and names": (tx, shown, { people }) =>
    revise(tx, shown[0], {
      headline: "Named",
      topics: [people.topics[6]!.id],
      bylines: [{ contributorId: people.contributors[0]!.id, nameAsWritten: "Nia" }],
    }),
  "describing a picture": async (tx, shown) =>
    tx.media.update({
      where: { id: await leadOf(tx, shown) },
      data: { alt: "Something else", decorative: false, caption: "New words" },
    }),
  "crediting a picture": async (tx, shown, { people }) => {
    const mediaId = await leadOf(tx, shown);
    await tx.mediaCredit.deleteMany({ where: { mediaId } });
    await tx.media.update({ where: { id: mediaId }, data: { creditLine: "Somebody else" } });
    await tx.mediaCredit.create({
      data: {
        mediaId,
        position: 0,
        role: "photographer",
        name: "Somebody",
        start: 0,
        end: 4,
        agencyId: people.agencies[0]!.id,
      },
    });
  },
  "renaming an agency": (tx, _shown, { people }) =>
    tx.$executeRaw`UPDATE agency SET name = name || ' International' WHERE id = ANY(${people.agencies.map(({ id }) => id)}::uuid[])`,
  "killing a picture": async (tx, shown) =>
    tx.media.update({ where: { id: await leadOf(tx, shown) }, data: { state: "KILLED" } }),
  "renaming a contributor": (tx, _shown, { people }) =>
    tx.contributor.update({ where: { id: people.contributors[0]!.id }, data: { displayName: "Nia O." } }),
  "making a contributor an organisation": async (tx, shown) => {
    const { contributor } = await tx.byline.findFirstOrThrow({
      where: {
        revisionId: { in: shown.map(({ revisionId }) => revisionId) },
        contributor: { kind: "PERSON" },
        role: "author",
      },
      include: { contributor: true },
    });
    await tx.contributor.update({ where: { id: contributor!.id }, data: { kind: "ORGANISATION" } });
  },
  "renaming a topic": (tx, _shown, { people }) =>
    tx.topic.update({ where: { id: people.topics[6]!.id }, data: { name: "A better name" } }),
  "giving a topic another type": (tx, _shown, { people }) =>
    tx.topic.update({ where: { id: people.topics[6]!.id }, data: { type: "PLACE" } }),
  "finding an address dead": (tx) =>
    tx.externalAddress.updateMany({ where: { state: { not: "DEAD" } }, data: { state: "DEAD" } }),
  "renaming a section": (tx, shown) =>
    tx.section.update({ where: { id: shown[0].sectionId }, data: { name: "Renamed" } }),
  "moving an article to another section": (tx, shown, { sections }) =>
    tx.articleSection
      .deleteMany({ where: { articleId: shown[2]!.id } })
      .then(() => change(tx, shown[2]!.id, { sectionId: sections.find(({ id }) => id !== shown[2]!.sectionId)!.id })),
  "giving an article a secondary section": (tx, shown, { sections }) =>
    tx.articleSection.create({
      data: { articleId: shown[2]!.id, sectionId: sections.find(({ id }) => id !== shown[2]!.sectionId)!.id },
    }),
  "taking a secondary section away": (tx, shown) =>
    tx.articleSection.deleteMany({ where: { articleId: shown[2]!.id } }),
  "giving a section another slug": (tx, shown) =>
    tx.section.update({ where: { id: shown[0].sectionId }, data: { slug: "elsewhere" } }),
  "hiding a section": (tx, _shown, newsroom) =>
    tx.section.update({ where: { id: listed(newsroom)[0]!.id }, data: { visible: false } }),
  "listing a section": (tx, _shown, newsroom) =>
    tx.section.update({ where: { id: listed(newsroom)[0]!.id }, data: { visible: true } }),
  "moving a section": (tx, _shown, { sections }) =>
    tx.section.update({
      where: { id: sections.find(({ parentId }) => parentId !== null)!.id },
      data: { parentId: null, position: 90 },
    }),
  "opening a section": (tx) => tx.section.create({ data: { name: "New", slug: "nowhere", position: 99 } }),
  "reordering sections": async (tx) => {
    const { id } = await tx.section.findFirstOrThrow({
      where: { parentId: null, visible: true },
      orderBy: { position: "asc" },
    });
    await tx.section.update({ where: { id }, data: { position: 100 } });
  },
  "changing a rail": (tx) => tx.rail.updateMany({ data: { titleTemplate: "Now: {section}", whenEmpty: "SHOW" } }),
  "pinning an article": async (tx, shown) => {
    const { id } = await tx.rail.findFirstOrThrow({ where: { fill: "NONE" } });
    await tx.railPin.deleteMany({ where: { railId: id } });
    await tx.rail.update({ where: { id }, data: { maxItems: 3 } });
    await tx.railPin.create({ data: { railId: id, position: 0, articleId: shown[0].id } });
  },
  "unpinning all": (tx) => tx.railPin.deleteMany({}),
  "removing a rail": (tx) => tx.rail.deleteMany({ where: { fill: "SECTION" } }),
  "redirecting a path": (tx, shown) =>
    tx.redirect
      .create({ data: { fromPath: "/nowhere-yet", toArticleId: shown[0].id, origin: "MANUAL" } })
      .then(() => tx.redirect.deleteMany({ where: { fromPath: "/x" } })),
  "turning a redirect": (tx, shown) =>
    tx.redirect.update({
      where: { fromPath: "/gone" },
      data: { status: 301, toPath: null, toSectionId: null, toArticleId: shown[0].id },
    }),
  "correcting an article": (tx, shown) =>
    tx.correction.create({
      data: { articleId: shown[0].id, kind: "UPDATE", text: "It was two.", publishedAt: minute() },
    }),
  "giving an article another slug": async (tx, shown) => {
    await tx.articleSlug.create({ data: { articleId: shown[0].id, slug: "another-slug" } });
    await change(tx, shown[0].id, { slug: "another-slug" });
  },
  "holding an article": (tx, shown) => change(tx, shown[0].id, { state: "HELD" }),
  "releasing it": async (tx) =>
    change(tx, (await tx.article.findFirstOrThrow({ where: { slug: "another-slug" } })).id, { state: "PUBLISHED" }),
  "killing an article": (tx, shown) => change(tx, shown[0].id, { state: "KILLED" }),
};

describe("A change that readers see at once", () => {
  it.each(Object.keys(atOnce))("drops every answer that would differ: %s", async (name) => {
    const rows = await act(atOnce[name]!);
    const after = await answerAll(house, fixture().asked, null);
    const found = outcome(state.kept, after, new Set(rows.flatMap(({ tags }) => tags)));
    state.kept = after;
    expectDropped(found);
  });
});

/** What is written now and seen when the clock reaches a moment. */
const ahead: Readonly<Record<string, (due: Date) => Act>> = {
  "a scheduled publication":
    (due) =>
    (tx, shown, { sections }) =>
      plant(tx as never, {
        sectionId: sections[1]!.id,
        slug: `due-${newId()}`,
        publishedAt: due,
        links: [{ targetArticleId: shown[0].id, reciprocal: true }],
      }),
  "the end of an embargo": (due) => (tx, shown) => change(tx, shown[0].id, { embargoUntil: due }),
  "an expiry": (due) => (tx, shown) => change(tx, shown[1]!.id, { expiresAt: due }),
  "a next revision": (due) => (tx, shown) =>
    revise(
      tx,
      shown[2]!,
      { headline: "What comes next", links: [{ targetArticleId: shown[0].id, reciprocal: true }] },
      due,
    ),
  "a correction": (due) => (tx, shown) =>
    tx.correction.create({ data: { articleId: shown[0].id, kind: "UPDATE", text: "Later.", publishedAt: due } }),
  "a pin that begins": (due) => async (tx, shown) => {
    const { id } = await tx.rail.findFirstOrThrow({ where: { fill: "NONE" } });
    await tx.railPin.create({ data: { railId: id, position: 7, articleId: shown[0].id, pinnedFrom: due } });
  },
  "a pin that ends": (due) => async (tx, shown) => {
    const { id } = await tx.rail.findFirstOrThrow({ where: { fill: "NONE" } });
    await tx.railPin.create({ data: { railId: id, position: 8, articleId: shown[3]!.id, pinnedUntil: due } });
  },
  "the end of a picture's rights":
    (due) =>
    async (tx, shown, { media }) => {
      const shot = media.at(-1)!;
      await revise(tx, shown[3]!, { headline: "Rights", media: [{ role: "LEAD", position: 0, mediaId: shot.id }] });
      await tx.media.update({ where: { id: shot.id }, data: { state: "ACTIVE", kind: "IMAGE", rightsExpireAt: due } });
    },
};

describe("A moment that the clock reaches", () => {
  it.each(Object.keys(ahead).map((name, index) => [name, index] as const))(
    "drops every answer that would differ: %s",
    async (name, index) => {
      const due = at(24 * (index + 2));
      const rows = await act(ahead[name]!(due));
      const before = await answerAll(house, fixture().asked, new Date(due.getTime() - 1));
      const after = await answerAll(house, fixture().asked, due);
      const tags = rows.filter(({ dueAt }) => dueAt.getTime() === due.getTime()).flatMap((row) => row.tags);
      expectDropped(outcome(before, after, new Set(tags)));
    },
  );
});
