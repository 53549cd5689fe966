import {
  addCorrection,
  changeSlug,
  createArticle,
  findArticle,
  placeArticle,
  placeMedia,
  publishArticle,
  setExpiry,
  reviseArticle,
  unpublishArticle,
} from "../../../../src/newsroom/articles/index.ts";
import { updateContributor } from "../../../../src/newsroom/contributors/index.ts";
import type { Desk } from "../../../../src/newsroom/desk.ts";
import { addLink, adoptLinkBack, hideLinkBack, unhideLinkBack } from "../../../../src/newsroom/links/index.ts";
import { creditMedia, describeMedia } from "../../../../src/newsroom/media/index.ts";
import { moveSection, renameSection } from "../../../../src/newsroom/sections/index.ts";
import { updateTopic } from "../../../../src/newsroom/topics/index.ts";
import type { Shown } from "../../../delivery/invalidation/hands.ts";
import type { Newsroom } from "../../../delivery/plan/newsroom/newsroom.ts";
import type { TestDatabase } from "../../../support/database.ts";
import { aMedium, fresh } from "../../../support/factories.ts";
import { plant } from "../../../support/newspaper.ts";

/** Where an act happens, and what readers see before it. */
export interface Scene {
  readonly house: TestDatabase;
  readonly desk: Desk;
  readonly newsroom: Newsroom;
  readonly shown: readonly [Shown, Shown, Shown, ...Shown[]];
  /** One that lacks nothing, with a picture, a topic and a name. */
  readonly own: { readonly id: string };
}

/** Prepares what readers do not notice, and gives the act that they do. */
type Scenario = (scene: Scene) => Promise<() => Promise<unknown>>;

/** The version an editor sees now. */
const seen = async (desk: Desk, { id }: { readonly id: string }) => ({
  id,
  expectedVersion: (await findArticle(desk, id)).version,
});

const publish = async (desk: Desk, article: { readonly id: string }, more: object = {}) => {
  // What else was taken down in the same house may be linked from here.
  const acceptedWarnings = [{ code: "LINK_TARGET_DOWN" as const, reason: "the sweep took it down" }];
  const edit = { ...(await seen(desk, article)), acceptedWarnings, ...more };
  return () => publishArticle(desk, edit);
};

/** An article that lacks nothing, as a draft. */
function draft({ desk, newsroom }: Pick<Scene, "desk" | "newsroom">, slug: string, mediaId?: string) {
  const { sections, people } = newsroom;
  const [contributor] = people.contributors;
  return createArticle(desk, {
    ...{ headline: "The lighthouse keeper", slug, standfirst: "What the keeper saw.", language: "en" },
    blocks: [{ id: "p1", type: "paragraph", text: "The lighthouse is lit again.", spans: [] }],
    sectionId: sections.find(({ visible }) => visible)?.id ?? "",
    topics: people.topics.slice(0, 1).map(({ id }) => id),
    bylines: [{ name: contributor?.displayName ?? "", contributorId: contributor?.id ?? null }],
    media: mediaId === undefined ? [] : [{ mediaId, role: "LEAD" }],
  });
}

/** Publishes an article that lacks nothing, for the acts that follow. */
export async function ownArticle(scene: Omit<Scene, "own" | "shown">): Promise<Scene["own"]> {
  const { id: mediaId } = await aMedium(scene.house.db);
  const article = await draft(scene, "the-lighthouse", mediaId);
  await (
    await publish(scene.desk, article)
  )();
  return article;
}

const pictureOf = async ({ house, own }: Scene): Promise<string> => {
  const { liveRevisionId } = await house.db.article.findUniqueOrThrow({ where: { id: own.id } });
  return (await house.db.mediaPlacement.findFirstOrThrow({ where: { revisionId: liveRevisionId ?? "" } })).mediaId;
};

/** The one that lacks nothing, asked to link back by an article that comes with the act. */
async function askedBack({ desk, newsroom, own }: Scene): Promise<{ readonly id: string; readonly from: string }> {
  const link = { target: { articleId: own.id }, reciprocal: true };
  const sectionId = newsroom.sections.find(({ visible }) => visible)?.id ?? "";
  const headline = fresh("The keeper speaks");
  const blocks = [{ id: "p1", type: "paragraph", text: "The keeper keeps.", spans: [] }];
  const asking = await createArticle(desk, { headline, sectionId, blocks, links: [link] });
  await publishArticle(desk, { id: asking.id, expectedVersion: 1 });
  return { id: own.id, from: asking.id };
}

const run = ({ house }: Scene, sql: string, ...values: unknown[]) =>
  Promise.resolve(() => house.pool.query(sql, values));

/** What editors do, through the use cases; where there is none yet, by SQL. */
export const atTheDesk: Readonly<Record<string, Scenario>> = {
  "publishing an article": async (scene) => publish(scene.desk, await draft(scene, "no-such-slug")),
  "taking one down": async ({ desk, shown }) => {
    const edit = { ...(await seen(desk, shown[1])), reason: "It was wrong." };
    return () => unpublishArticle(desk, edit);
  },
  "giving one another headline": async ({ desk, own }) => {
    await reviseArticle(desk, { ...(await seen(desk, own)), changes: { headline: "Another headline" } });
    return publish(desk, own);
  },
  "linking one to another": async ({ desk, own, shown }) => {
    const target = { articleId: shown[2].id };
    await addLink(desk, { ...(await seen(desk, own)), target, kind: "TIMELINE", reciprocal: true });
    return publish(desk, own);
  },
  "hiding a link back": async (scene) => {
    const { id, from } = await askedBack(scene);
    const edit = { ...(await seen(scene.desk, { id })), from };
    return () => hideLinkBack(scene.desk, edit);
  },
  "showing a link back again": async (scene) => {
    const { id, from } = await askedBack(scene);
    await hideLinkBack(scene.desk, { ...(await seen(scene.desk, { id })), from });
    const edit = { ...(await seen(scene.desk, { id })), from };
    return () => unhideLinkBack(scene.desk, edit);
  },
  "adopting a link back": async (scene) => {
    const { id, from } = await askedBack(scene);
    await adoptLinkBack(scene.desk, { ...(await seen(scene.desk, { id })), from, position: 0 });
    return publish(scene.desk, { id });
  },
  "swapping a picture": async ({ house, desk, own }) => {
    const { id: mediaId } = await aMedium(house.db);
    await placeMedia(desk, { ...(await seen(desk, own)), mediaId, role: "LEAD", captionOverride: "A new one" });
    return publish(desk, own);
  },
  "giving one another slug": async ({ desk, shown }) => {
    const edit = { ...(await seen(desk, shown[0])), slug: "another-slug" };
    return () => changeSlug(desk, edit);
  },
  "placing one in another section": async ({ desk, shown, newsroom }) => {
    const sectionId = newsroom.sections.find(({ id, visible }) => visible && id !== shown[2].sectionId)?.id ?? "";
    const edit = { ...(await seen(desk, shown[2])), sectionId };
    return () => placeArticle(desk, edit);
  },
  "correcting one": async ({ desk, shown }) => {
    const edit = { ...(await seen(desk, shown[0])), kind: "UPDATE" as const, text: "It was two." };
    return () => addCorrection(desk, edit);
  },
  "renaming a section": async ({ house, desk, shown }) => {
    const { id, version } = await house.db.section.findUniqueOrThrow({ where: { id: shown[0].sectionId } });
    return () => renameSection(desk, { section: id, name: "Renamed", expectedVersion: version });
  },
  "moving a section": async ({ house, desk }) => {
    const where = { parentId: { not: null } };
    const { id, version } = await house.db.section.findFirstOrThrow({ where, orderBy: { path: "asc" } });
    return () => moveSection(desk, { section: id, under: null, expectedVersion: version });
  },
  "crediting a picture": async (scene) => {
    const media = await pictureOf(scene);
    return () => creditMedia(scene.desk, { media, line: "Somebody Else/ Reuters" });
  },
  "describing a picture": async (scene) => {
    const media = await pictureOf(scene);
    return () => describeMedia(scene.desk, { media, decorative: false, alt: "Something else" });
  },
  "renaming a contributor": async ({ house, desk }) => {
    const { id, version } = await house.db.contributor.findFirstOrThrow({ where: { slug: "contributor-0" } });
    return () => updateContributor(desk, { contributor: id, displayName: "Nia O.", expectedVersion: version });
  },
  "renaming a topic": async ({ house, desk, newsroom }) => {
    const { id, version } = await house.db.topic.findUniqueOrThrow({
      where: { id: newsroom.people.topics[0]?.id ?? "" },
    });
    return () => updateTopic(desk, { topic: id, name: "A better name", expectedVersion: version });
  },
  "renaming the agencies": (scene) => run(scene, "update agency set name = name || ' International'"),
  "changing a rail": (scene) => run(scene, "update rail set title_template = 'Now: {section}', when_empty = 'SHOW'"),
  "opening a redirect": (scene) =>
    run(
      scene,
      "insert into redirect (id, from_path, to_article_id, origin) values (gen_random_uuid(), '/nowhere-yet', $1, 'MANUAL')",
      scene.shown[0].id,
    ),
  "closing a redirect": (scene) => run(scene, "delete from redirect where from_path = '/x'"),
  "holding one with raw SQL": (scene) =>
    run(scene, "update article set state = 'HELD', version = version + 1 where id = $1", scene.shown[2].id),
  "captioning pictures with raw SQL": (scene) => run(scene, "update media set caption = 'Past every rule'"),
  "hiding a section with raw SQL": (scene) =>
    run(
      scene,
      "update section set visible = false where id = $1",
      scene.newsroom.sections.findLast(({ visible }) => visible)?.id,
    ),
};

/** What editors decide now and readers see when the clock reaches a moment. */
export const byTheClock: Readonly<Record<string, (due: Date) => Scenario>> = {
  "a first publication": (at) => async (scene) =>
    publish(scene.desk, await draft(scene, `at-${String(Number(at))}`), { at }),
  "new words of a published article":
    (at) =>
    async ({ desk, own }) => {
      await reviseArticle(desk, { ...(await seen(desk, own)), changes: { headline: `New at ${String(Number(at))}` } });
      return publish(desk, own, { at });
    },
  // Only what no reader has seen is put under an embargo.
  "the end of an embargo":
    (due) =>
    async ({ house, own, newsroom: { sections } }) =>
    () =>
      plant(house.db, {
        sectionId: sections.find(({ visible }) => visible)?.id ?? "",
        slug: `held-back-until-${String(Number(due))}`,
        facts: { embargoUntil: due },
        links: [{ targetArticleId: own.id, reciprocal: true }],
      }),
  "an expiry":
    (expiresAt) =>
    async ({ desk, shown }) => {
      const edit = { ...(await seen(desk, shown[2])), expiresAt };
      return () => setExpiry(desk, edit);
    },
};
