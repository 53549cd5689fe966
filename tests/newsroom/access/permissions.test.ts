import { beforeAll, describe, expect, it } from "@jest/globals";
import * as access from "../../../src/newsroom/access/index.ts";
import * as articles from "../../../src/newsroom/articles/index.ts";
import * as contributors from "../../../src/newsroom/contributors/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import * as exchange from "../../../src/newsroom/exchange/index.ts";
import * as links from "../../../src/newsroom/links/index.ts";
import * as preview from "../../../src/newsroom/preview/index.ts";
import * as media from "../../../src/newsroom/media/index.ts";
import * as sample from "../../../src/newsroom/sample/index.ts";
import * as sections from "../../../src/newsroom/sections/index.ts";
import * as topics from "../../../src/newsroom/topics/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, deskOf } from "../../support/factories.ts";

const house = testDatabase();
const of = { draft: "", live: "", section: "" };

beforeAll(async () => {
  const desk = deskOf(house.db, "SYSTEM");
  const { id: sectionId } = await aSection(house.db);
  const blocks = [{ type: "paragraph", id: "p1", text: "The lock opens at nine.", spans: [] }];
  const draft = await articles.createArticle(desk, { headline: "Lock opens", sectionId, blocks });
  const shown = await articles.createArticle(desk, { headline: "Lock shuts", sectionId, blocks });
  await articles.publishArticle(desk, { id: shown.id, expectedVersion: 1 });
  Object.assign(of, { draft: draft.id, live: shown.id, section: sectionId });
});

/** An id nothing bears: who may act is told that there is no such thing, and nothing is changed by asking. */
const nobody = newId();
const edit = { id: nobody, expectedVersion: 1 };
const seen = { expectedVersion: 1 };

type Act = (desk: Desk) => Promise<unknown>;

/** Every use case that asks who acts, with the permission it takes. */
const guarded: Readonly<Record<string, readonly [permission: access.Permission, act: Act]>> = {
  createUser: ["user:manage", (desk) => access.createUser(desk, { email: "", role: "EDITOR" })],
  findUser: ["user:list", (desk) => access.findUser(desk, nobody)],
  listUsers: ["user:list", (desk) => access.listUsers(desk)],
  addCorrection: ["article:publish", (desk) => articles.addCorrection(desk, { ...edit, text: "It was noon." })],
  changeSlug: ["article:place", (desk) => articles.changeSlug(desk, { ...edit, slug: "lock" })],
  createArticle: ["article:create", (desk) => articles.createArticle(desk, { headline: "Lock", sectionId: nobody })],
  findArticle: ["article:read-drafts", (desk) => articles.findArticle(desk, nobody)],
  listArticles: ["article:read-drafts", (desk) => articles.listArticles(desk, {})],
  listRevisions: ["article:read-drafts", (desk) => articles.listRevisions(desk, nobody)],
  revisionsByIds: ["article:read-drafts", (desk) => articles.revisionsByIds(desk, [nobody])],
  placeArticle: ["article:place", (desk) => articles.placeArticle(desk, edit)],
  placeMedia: ["article:revise", (desk) => articles.placeMedia(desk, { ...edit, mediaId: nobody, role: "LEAD" })],
  removeMedia: ["article:revise", (desk) => articles.removeMedia(desk, { ...edit, mediaId: nobody })],
  publishArticle: ["article:publish", (desk) => articles.publishArticle(desk, { id: of.draft, ...seen, revision: 9 })],
  reviseArticle: ["article:revise", (desk) => articles.reviseArticle(desk, { ...edit, changes: {} })],
  unpublishArticle: [
    "article:unpublish",
    (desk) => articles.unpublishArticle(desk, { id: of.live, expectedVersion: 2, reason: "a test" }),
  ],
  createPreview: ["article:preview", (desk) => preview.createPreview(desk, { articleId: nobody })],
  listPreviews: ["article:preview", (desk) => preview.listPreviews(desk)],
  revokePreview: ["article:preview", (desk) => preview.revokePreview(desk, { preview: nobody })],
  createContributor: ["contributor:manage", (desk) => contributors.createContributor(desk, { displayName: "" })],
  updateContributor: [
    "contributor:manage",
    (desk) => contributors.updateContributor(desk, { contributor: nobody, ...seen }),
  ],
  importTextPage: ["article:import", (desk) => exchange.importTextPage(desk, { text: "" })],
  addLink: ["article:revise", (desk) => links.addLink(desk, { ...edit, headline: "Lock" })],
  moveLink: ["article:revise", (desk) => links.moveLink(desk, { ...edit, key: nobody, position: 0 })],
  removeLink: ["article:revise", (desk) => links.removeLink(desk, { ...edit, key: nobody })],
  resolveTeaser: [
    "article:revise",
    (desk) => links.resolveTeaser(desk, { ...edit, key: nobody, targetArticleId: nobody }),
  ],
  unresolvedTeasers: ["article:read-drafts", (desk) => links.unresolvedTeasers(desk)],
  addMedia: ["media:manage", (desk) => media.addMedia(desk, { alt: "" })],
  creditMedia: ["media:manage", (desk) => media.creditMedia(desk, { media: nobody, line: "Nia Okoro" })],
  describeMedia: ["media:manage", (desk) => media.describeMedia(desk, { media: nobody })],
  findMedia: ["article:read-drafts", (desk) => media.findMedia(desk, nobody)],
  listMedia: ["article:read-drafts", (desk) => media.listMedia(desk)],
  loadSample: ["sample:load", (desk) => sample.loadSample(desk)],
  createSection: ["section:manage", (desk) => sections.createSection(desk, { name: "" })],
  moveSection: ["section:manage", (desk) => sections.moveSection(desk, { section: nobody, ...seen })],
  renameSection: ["section:manage", (desk) => sections.renameSection(desk, { section: nobody, ...seen })],
  createTopic: ["topic:manage", (desk) => topics.createTopic(desk, { type: "BLOG", name: "" })],
  updateTopic: ["topic:manage", (desk) => topics.updateTopic(desk, { topic: nobody, ...seen })],
};

/** What may be asked by whoever is in at all, or is no act of its own but a part of one. */
const unguarded = [
  // One's own tokens are one's own affair; those of others are tested beside them.
  ...["createToken", "listTokens", "revokeToken"],
  // Names and trees that readers know as well.
  ...["findContributor", "listContributors", "findSection", "listSections", "sectionTree", "findTopic", "listTopics"],
  // Parts of acts, and questions about who acts.
  ...["actorFor", "authenticate", "may", "must", "verifyPreview"],
  ...[
    "amend",
    "articleToEdit",
    "draftLink",
    "isArticle",
    "draftOf",
    "expectNotFinal",
    "pathOf",
    "stateOf",
    "bearersOf",
  ],
  ...["mayServe", "mediaStore", "loadSampleOnce", "newsroomIsEmpty"],
];

const rooms = { access, articles, contributors, exchange, links, media, preview, sample, sections, topics };
const roles = Object.values(access.Role);
const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => "done",
    (error: unknown) => (error as { readonly code?: string }).code ?? String(error),
  );

describe("permissions", () => {
  it("are asked by every use case the rooms offer, or it is named as one that asks nothing", () => {
    const offered = Object.values(rooms).flatMap((room) =>
      Object.entries(room).flatMap(([name, offer]) => (typeof offer === "function" ? [name] : [])),
    );
    expect(offered.toSorted()).toEqual([...Object.keys(guarded), ...unguarded].toSorted());
  });

  // Upwards: the last role that asks is the first that may.
  const cases = Object.entries(guarded).flatMap(([name, [permission, act]]) =>
    roles.map((role) => {
      const allowed = roles.indexOf(role) >= roles.indexOf(access.permissions[permission]);
      return [allowed ? "let" : "do not let", role, name, { act, allowed }] as const;
    }),
  );

  it.each(cases)("%s a %s go on with %s", async (_verb, role, _name, { act, allowed }) => {
    const code = await codeOf(act(deskOf(house.db, role)));
    expect(code === "FORBIDDEN").toBe(!allowed);
  });
});
