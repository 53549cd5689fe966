import { beforeAll, describe, expect, it } from "@jest/globals";
import {
  changeSlug,
  createArticle,
  findArticle,
  listArticles,
  placeMedia,
  publishArticle,
  reviseArticle,
  stateOf,
  unpublishArticle,
} from "../../../src/newsroom/articles/index.ts";
import { systemActor } from "../../../src/newsroom/access/index.ts";
import { rehearse, type Desk } from "../../../src/newsroom/desk.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";

const house = testDatabase();
let desk: Desk;
let sectionId: string;

beforeAll(async () => {
  desk = { actor: systemActor, db: house.db, now: () => new Date(), origin: { door: "JOB" }, zone: "UTC" };
  sectionId = newId();
  await house.db.section.create({ data: { id: sectionId, slug: "harbour", name: "Harbour", position: 0 } });
});

const block = { type: "paragraph", id: "p1", text: "The ferry left at noon.", spans: [] };
const aDraft = (headline = "Ferry leaves at noon") => createArticle(desk, { headline, sectionId, blocks: [block] });
const refused = (code: string) => ({ code });

describe("an article", () => {
  it("begins as a draft with one revision and a slug of its own", async () => {
    const [first, second] = [await aDraft("Ferry leaves at dawn"), await aDraft("Ferry leaves at dawn")];
    expect(first).toMatchObject({ state: "DRAFT", slug: "ferry-leaves-at-dawn", version: 1, liveRevisionId: null });
    expect(second.slug).toBe("ferry-leaves-at-dawn-2");
    expect(first.headRevision).toMatchObject({ number: 1, headline: "Ferry leaves at dawn" });
  });

  it("keeps every save as a revision and refuses one made on an old version", async () => {
    const { id } = await aDraft();
    const saved = await reviseArticle(desk, { id, expectedVersion: 1, changes: { headline: "Ferry late" } });
    expect(saved).toMatchObject({ version: 2, headRevision: { number: 2, headline: "Ferry late" } });
    const stale = reviseArticle(desk, { id, expectedVersion: 1, changes: { headline: "Ferry lost" } });
    await expect(stale).rejects.toMatchObject({
      code: "ARTICLE_STALE",
      details: { expectedVersion: 1, currentVersion: 2, theirs: { headline: "Ferry late" } },
    });
    expect(await house.db.revision.count({ where: { articleId: id } })).toBe(2);
  });

  it("says every place where the input is wrong, and saves nothing", async () => {
    const before = await house.db.article.count();
    const blocks = [
      { type: "paragraph", id: "p1", text: "x", spans: [{ start: 0, end: 9, kind: "link", href: "javascript:1" }] },
    ];
    await expect(createArticle(desk, { headline: "Tide", sectionId, blocks })).rejects.toMatchObject(
      refused("INVALID_INPUT"),
    );
    await expect(createArticle(desk, { headline: "", sectionId })).rejects.toMatchObject({
      details: { faults: [{ path: ["headline"] }] },
    });
    await expect(createArticle(desk, { headline: "Tide", sectionId: newId() })).rejects.toMatchObject(
      refused("NOT_FOUND"),
    );
    expect(await house.db.article.count()).toBe(before);
  });

  it("goes live at once, and again only when something is new", async () => {
    const { id } = await aDraft("Ferry goes live");
    const live = await publishArticle(desk, { id, expectedVersion: 1 });
    expect(live).toMatchObject({ state: "PUBLISHED", version: 2, liveRevisionId: live.headRevisionId });
    expect(live.firstPublishedAt).toEqual(live.publishedAt);
    expect(await publishArticle(desk, { id, expectedVersion: 2 })).toMatchObject({ version: 2 });
    const changes = await house.db.change.findMany({ where: { entityId: id } });
    expect(changes).toMatchObject([{ boundary: "published", tombstone: false }]);
    expect(changes[0]?.tags).toEqual(expect.arrayContaining([`article:${id}`, `list:${sectionId}`, "search"]));
  });

  it("is scheduled by a time ahead, moved to another, and taken off the schedule", async () => {
    const { id } = await aDraft("Ferry of tomorrow");
    const at = new Date(Date.now() + 3_600_000);
    const scheduled = await publishArticle(desk, { id, expectedVersion: 1, at });
    expect(stateOf(scheduled, new Date())).toBe("SCHEDULED");
    const later = new Date(at.getTime() + 3_600_000);
    expect((await publishArticle(desk, { id, expectedVersion: 2, at: later })).firstPublishedAt).toEqual(later);
    const off = await unpublishArticle(desk, { id, expectedVersion: 3, reason: "not yet" });
    expect(off).toMatchObject({ state: "APPROVED", firstPublishedAt: null, liveRevisionId: null });
  });

  it("keeps what readers see while a draft goes on, and swaps it on time", async () => {
    const { id } = await aDraft("Ferry sails");
    const live = await publishArticle(desk, { id, expectedVersion: 1 });
    const revised = await reviseArticle(desk, { id, expectedVersion: 2, changes: { headline: "Ferry sails on" } });
    expect(revised.liveRevisionId).toBe(live.liveRevisionId);
    const at = new Date(Date.now() + 3_600_000);
    const next = await publishArticle(desk, { id, expectedVersion: 3, at, minor: true });
    expect(next).toMatchObject({
      nextRevisionId: revised.headRevisionId,
      nextAt: at,
      liveRevisionId: live.liveRevisionId,
    });
    const tomorrow = { ...desk, clock: () => new Date(at.getTime() + 1000) };
    const settled = await reviseArticle(tomorrow, { id, expectedVersion: 4, changes: { kicker: "Sea" } });
    expect(settled).toMatchObject({ nextAt: null, liveRevisionId: revised.headRevisionId, updatedAt: live.updatedAt });
  });

  it("leaves the readers with a reason, keeps its first date, and can come back", async () => {
    const { id } = await aDraft("Ferry withdrawn");
    const live = await publishArticle(desk, { id, expectedVersion: 1 });
    await expect(unpublishArticle(desk, { id, expectedVersion: 2, reason: " " })).rejects.toMatchObject(
      refused("INVALID_INPUT"),
    );
    expect(await unpublishArticle(desk, { id, expectedVersion: 2, reason: "wrong ship" })).toMatchObject({
      state: "UNPUBLISHED",
    });
    const back = await publishArticle(desk, { id, expectedVersion: 3 });
    expect(back).toMatchObject({ state: "PUBLISHED", firstPublishedAt: live.firstPublishedAt });
    const audit = await house.db.auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual([
      "article:create",
      "article:publish",
      "article:unpublish",
      "article:republish",
    ]);
    expect(audit[2]?.reason).toBe("wrong ship");
  });

  it("comes back at once or not at all: no time ahead is taken for it", async () => {
    const { id } = await aDraft("Ferry in dock");
    await publishArticle(desk, { id, expectedVersion: 1 });
    await unpublishArticle(desk, { id, expectedVersion: 2, reason: "wrong dock" });
    const at = new Date(Date.now() + 3_600_000);
    await expect(publishArticle(desk, { id, expectedVersion: 3, at })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: ["at"] }] },
    });
    expect(await findArticle(desk, id)).toMatchObject({ state: "UNPUBLISHED", version: 3 });
  });

  it("is not published while something is missing or an embargo stands", async () => {
    const empty = await createArticle(desk, { headline: "Ferry without words TK", sectionId });
    await expect(publishArticle(desk, { id: empty.id, expectedVersion: 1 })).rejects.toMatchObject({
      code: "ARTICLE_INCOMPLETE",
      details: { faults: [{ path: ["blocks"] }, { path: ["headline"] }] },
    });
    const embargoUntil = new Date(Date.now() + 86_400_000);
    const held = await createArticle(desk, { headline: "Ferry secret", sectionId, blocks: [block], embargoUntil });
    await expect(publishArticle(desk, { id: held.id, expectedVersion: 1 })).rejects.toMatchObject(
      refused("UNDER_EMBARGO"),
    );
    expect(await publishArticle(desk, { id: held.id, expectedVersion: 1, at: embargoUntil })).toMatchObject({
      state: "PUBLISHED",
    });
  });

  it("takes a new slug; the old one stays its own once readers saw it", async () => {
    const { id } = await aDraft("Ferry old name");
    await changeSlug(desk, { id, expectedVersion: 1, slug: "ferry-draft-name" });
    await publishArticle(desk, { id, expectedVersion: 2 });
    await changeSlug(desk, { id, expectedVersion: 3, slug: "ferry-new-name" });
    expect((await findArticle(desk, "/harbour/2020/01/01/ferry-draft-name")).id).toBe(id);
    expect((await aDraft("Ferry old name")).slug).toBe("ferry-old-name");
    expect((await aDraft("Ferry draft name")).slug).toBe("ferry-draft-name-2");
  });

  it("shows one lead picture; a new lead takes the place of the old", async () => {
    const [a, b] = [newId(), newId()];
    await house.db.media.createMany({
      data: [
        { id: a, creditLine: "Ada / AFP" },
        { id: b, creditLine: "Bo / AFP" },
      ],
    });
    const { id } = await aDraft("Ferry pictured");
    await placeMedia(desk, { id, expectedVersion: 1, mediaId: a, role: "LEAD" });
    const after = await placeMedia(desk, { id, expectedVersion: 2, mediaId: b, role: "LEAD" });
    expect(after.headRevision.placements).toMatchObject([{ mediaId: b, role: "LEAD", position: 0 }]);
  });

  it("is found by id, its beginning, slug and headline; a wrong name gets a hint", async () => {
    const { id } = await aDraft("Ferry found");
    for (const name of [id, "ferry-found", "Ferry found"]) expect((await findArticle(desk, name)).id).toBe(id);
    await expect(findArticle(desk, "ferry-fuond")).rejects.toMatchObject({
      code: "NOT_FOUND",
      fix: expect.stringContaining("ferry-found"),
    });
  });

  it("is listed by state, scheduled apart from published", async () => {
    const page = await listArticles(desk, { state: "SCHEDULED", first: 100 });
    expect(page.articles.every((one) => stateOf(one, new Date()) === "SCHEDULED")).toBe(true);
    expect(page.articles.length).toBeGreaterThan(0);
  });

  it("is left untouched by a rehearsal, which still checks every rule", async () => {
    const before = await house.db.article.count();
    const made = await rehearse(desk, (open) => createArticle(open, { headline: "Ferry rehearsed", sectionId }));
    expect(made.headRevision.headline).toBe("Ferry rehearsed");
    expect(await house.db.article.count()).toBe(before);
  });

  it("lets exactly one of two writers through who saw the same version", async () => {
    const { id } = await aDraft("Ferry contested");
    const saves = ["one", "two"].map((kicker) => reviseArticle(desk, { id, expectedVersion: 1, changes: { kicker } }));
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "ARTICLE_STALE" } });
  });
});

describe("permission", () => {
  const reporter = (): Desk => ({ ...desk, actor: { kind: "USER", id: null, name: "Rae", role: "REPORTER" } });

  it("lets a reporter write but not publish", async () => {
    const { id } = await createArticle(reporter(), { headline: "Ferry by Rae", sectionId, blocks: [block] });
    await expect(publishArticle(reporter(), { id, expectedVersion: 1 })).rejects.toMatchObject(refused("FORBIDDEN"));
  });
});
