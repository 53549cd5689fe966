import { plant } from "../../support/newspaper.ts";
import type { Newsroom } from "../plan/newsroom/newsroom.ts";
import { change, revise, type Shown, type Tx } from "./hands.ts";

/** A change in one transaction, given what readers see before it. */
export type Act = (tx: Tx, shown: readonly [Shown, ...Shown[]], newsroom: Newsroom) => Promise<unknown>;

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
export const atOnce: Readonly<Record<string, Act>> = {
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
  "hiding a link back": (tx, shown) =>
    tx.hiddenLinkBack.create({ data: { articleId: shown[2]!.id, fromId: shown[0].id } }),
  "showing it again": (tx, shown) => tx.hiddenLinkBack.deleteMany({ where: { articleId: shown[2]!.id } }),
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
    tx.articleSection.createMany({
      data: sections
        .filter(({ id }) => id !== shown[2]!.sectionId)
        .map(({ id }) => ({ articleId: shown[2]!.id, sectionId: id })),
      skipDuplicates: true,
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
