import { beforeAll, describe, expect, it } from "@jest/globals";
import * as access from "../../../src/newsroom/access/index.ts";
import * as audit from "../../../src/newsroom/audit/index.ts";
import * as articles from "../../../src/newsroom/articles/index.ts";
import * as changes from "../../../src/newsroom/changes/index.ts";
import * as contributors from "../../../src/newsroom/contributors/index.ts";
import type { Verb } from "../../../src/domain/lifecycle/index.ts";
import { rehearse, type Desk } from "../../../src/newsroom/desk.ts";
import * as exchange from "../../../src/newsroom/exchange/index.ts";
import * as links from "../../../src/newsroom/links/index.ts";
import * as locks from "../../../src/newsroom/locks/index.ts";
import * as preview from "../../../src/newsroom/preview/index.ts";
import * as media from "../../../src/newsroom/media/index.ts";
import * as redirects from "../../../src/newsroom/redirects/index.ts";
import * as revisions from "../../../src/newsroom/revisions/index.ts";
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

/** A verb of the workflow, only rehearsed: what it takes depends on the article it is tried on. */
const moved = (
  verb: Verb,
  move: (desk: Desk, given: { id: string; expectedVersion: number; reason: string }) => Promise<unknown>,
  on: "draft" | "live" = "draft",
): Readonly<Record<string, readonly [permission: access.Permission, act: Act]>> => {
  const given = () => ({
    id: of[on],
    expectedVersion: on === "live" ? 2 : 1,
    ...(verb !== "republish" && { reason: "a test" }),
  });
  return { [`${verb}Article`]: [`article:${verb}`, (desk) => rehearse(desk, (open) => move(open, given() as never))] };
};

/** Every use case that asks who acts, with the permission it takes. */
const guarded: Readonly<Record<string, readonly [permission: access.Permission, act: Act]>> = {
  createUser: ["user:manage", (desk) => access.createUser(desk, { email: "", role: "EDITOR" })],
  findUser: ["user:list", (desk) => access.findUser(desk, nobody)],
  listUsers: ["user:list", (desk) => access.listUsers(desk)],
  setRole: ["user:manage", (desk) => access.setRole(desk, { user: nobody, role: "EDITOR" })],
  disableUser: ["user:manage", (desk) => access.disableUser(desk, { user: nobody })],
  enableUser: ["user:manage", (desk) => access.enableUser(desk, { user: nobody })],
  renameUser: ["user:manage", (desk) => access.renameUser(desk, { user: nobody, displayName: "Ada" })],
  scopeUser: ["user:manage", (desk) => access.scopeUser(desk, { user: nobody, sectionIds: [] })],
  createToken: ["token:manage", (desk) => access.createToken(desk, { user: nobody, name: "" })],
  listTokens: ["token:manage", (desk) => access.listTokens(desk)],
  revokeToken: ["token:manage", (desk) => access.revokeToken(desk, { token: nobody })],
  findAudit: ["audit:read", (desk) => audit.findAudit(desk, "0")],
  listAudit: ["audit:read", (desk) => audit.listAudit(desk)],
  verifyAudit: ["audit:read", (desk) => audit.verifyAudit(desk)],
  listChanges: ["change:read", (desk) => changes.listChanges(desk)],
  addCorrection: ["article:publish", (desk) => articles.addCorrection(desk, { ...edit, text: "It was noon." })],
  changeSlug: ["article:place", (desk) => articles.changeSlug(desk, { ...edit, slug: "lock" })],
  createArticle: ["article:create", (desk) => articles.createArticle(desk, { headline: "Lock", sectionId: nobody })],
  findArticle: ["article:read-drafts", (desk) => articles.findArticle(desk, nobody)],
  preflightArticle: ["article:read-drafts", (desk) => articles.preflightArticle(desk, { id: nobody })],
  listCorrections: ["article:read-drafts", (desk) => articles.listCorrections(desk, {})],
  listArticles: ["article:read-drafts", (desk) => articles.listArticles(desk, {})],
  correctArticle: [
    "article:publish",
    (desk) => articles.correctArticle(desk, { ...edit, changes: {}, text: "It opened at ten." }),
  ],
  listRevisions: [
    "article:read-drafts",
    async (desk) => revisions.listRevisions(desk, { id: nobody } as articles.ArticleRow, { first: 1, after: nobody }),
  ],
  findRevision: ["article:read-drafts", (desk) => revisions.findRevision(desk, nobody, 1)],
  compareRevisions: [
    "article:read-drafts",
    (desk) => revisions.compareRevisions(desk, { id: nobody } as articles.ArticleRow, { from: 1, to: 1 }),
  ],
  restoreRevision: ["article:revise", (desk) => revisions.restoreRevision(desk, { ...edit, revision: 1 })],
  lockArticle: ["article:revise", (desk) => locks.lockArticle(desk, { id: nobody })],
  unlockArticle: ["article:revise", (desk) => locks.unlockArticle(desk, { id: nobody })],
  breakLock: ["article:break-lock", (desk) => locks.breakLock(desk, { id: nobody, reason: "a test" })],
  revisionsByIds: ["article:read-drafts", (desk) => articles.revisionsByIds(desk, [nobody])],
  placeArticle: ["article:place", (desk) => articles.placeArticle(desk, edit)],
  placeMedia: ["article:revise", (desk) => articles.placeMedia(desk, { ...edit, mediaId: nobody, role: "LEAD" })],
  removeMedia: ["article:revise", (desk) => articles.removeMedia(desk, { ...edit, mediaId: nobody })],
  publishArticle: ["article:publish", (desk) => articles.publishArticle(desk, { id: of.draft, ...seen, revision: 9 })],
  reviseArticle: ["article:revise", (desk) => articles.reviseArticle(desk, { ...edit, changes: {} })],
  ...moved("submit", articles.submitArticle),
  ...moved("return", articles.returnArticle),
  ...moved("approve", articles.approveArticle),
  ...moved("unschedule", articles.unscheduleArticle, "live"),
  ...moved("hold", articles.holdArticle, "live"),
  ...moved("release", articles.releaseArticle, "live"),
  ...moved("unpublish", articles.unpublishArticle, "live"),
  ...moved("republish", articles.republishArticle, "live"),
  ...moved("kill", articles.killArticle, "live"),
  ...moved("spike", articles.spikeArticle),
  ...moved("unspike", articles.unspikeArticle),
  scheduleArticle: [
    "article:schedule",
    (desk) => articles.scheduleArticle(desk, { id: of.draft, ...seen, at: new Date(Date.now() + 60_000), revision: 9 }),
  ],
  setEmbargo: ["article:embargo", (desk) => articles.setEmbargo(desk, { ...edit, until: null })],
  liftEmbargo: ["article:lift-embargo", (desk) => articles.liftEmbargo(desk, { ...edit, reason: "a test" })],
  setExpiry: ["article:expire", (desk) => articles.setExpiry(desk, { ...edit, expiresAt: null })],
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
  linkBacks: ["article:read-drafts", (desk) => links.linkBacks(desk, nobody)],
  hideLinkBack: ["article:place", (desk) => links.hideLinkBack(desk, { ...edit, from: nobody })],
  unhideLinkBack: ["article:place", (desk) => links.unhideLinkBack(desk, { ...edit, from: nobody })],
  adoptLinkBack: ["article:revise", (desk) => links.adoptLinkBack(desk, { ...edit, from: nobody })],
  linkTo: ["article:revise", (desk) => links.linkTo(desk, { ...edit, targets: [nobody] })],
  suggestLinks: ["article:read-drafts", (desk) => links.suggestLinks(desk, { articleId: nobody })],
  linkTroubles: ["article:read-drafts", (desk) => links.linkTroubles(desk)],
  movedAddresses: ["article:read-drafts", (desk) => links.movedAddresses(desk)],
  whereUsed: ["article:read-drafts", (desk) => links.whereUsed(desk, nobody)],
  whereMediaUsed: ["article:read-drafts", (desk) => links.whereMediaUsed(desk, nobody)],
  checkExternal: ["link:manage", (desk) => links.checkExternal(desk, { articleId: nobody })],
  relink: ["link:manage", (desk) => links.relink(desk, { from: "https://a.example/", to: { articleId: nobody } })],
  addRedirect: ["redirect:manage", (desk) => redirects.addRedirect(desk, { from: "", to: "" })],
  removeRedirect: ["redirect:manage", (desk) => redirects.removeRedirect(desk, { redirect: nobody })],
  listRedirects: ["article:read-drafts", (desk) => redirects.listRedirects(desk)],
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
  // Names and trees that readers know as well.
  ...["findContributor", "listContributors", "findSection", "listSections", "sectionTree", "findTopic", "listTopics"],
  // Parts of acts, and questions about who acts.
  ...["actorFor", "authenticate", "limitsOf", "may", "must", "mustReach", "verifyPreview"],
  ...[
    "allowedVerbs",
    "amend",
    "mustBeBlocks",
    "articleToEdit",
    "touched",
    "editText",
    "lockedArticle",
    "lockOf",
    "revisionOf",
    "revisionPage",
    "draftLink",
    "isArticle",
    "sectionsOf",
    "draftOf",
    "expectNotFinal",
    "pathOf",
    "stateOf",
    "bearersOf",
    "addressId",
    "versionOf",
    "targetPath",
  ],
  ...["mayServe", "mediaStore", "loadSampleOnce", "newsroomIsEmpty"],
];

const rooms = {
  ...{ access, articles, audit, changes, contributors, exchange, links, locks, media, preview },
  ...{ redirects, revisions, sample, sections, topics },
};
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

  it.each(Object.entries(guarded))("are asked of the token as well: %s", async (_name, [permission, act]) => {
    const desk = deskOf(house.db, "ADMIN");
    const others = Object.keys(access.permissions).filter((other) => other !== permission) as access.Permission[];
    expect(await codeOf(act({ ...desk, actor: { ...desk.actor, scopes: others } }))).toBe("FORBIDDEN");
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
