import { beforeAll, describe, expect, it } from "@jest/globals";
import {
  allowedVerbs,
  approveArticle,
  changeSlug,
  correctArticle,
  createArticle,
  findArticle,
  holdArticle,
  killArticle,
  liftEmbargo,
  publishArticle,
  releaseArticle,
  republishArticle,
  returnArticle,
  reviseArticle,
  scheduleArticle,
  setEmbargo,
  setExpiry,
  spikeArticle,
  stateOf,
  submitArticle,
  unpublishArticle,
  unscheduleArticle,
  unspikeArticle,
  type ArticleRow,
} from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection, aUser, deskAs, deskOf, fresh } from "../../support/factories.ts";
import { minutes } from "../../support/newspaper.ts";
import { toldBy } from "../../support/told.ts";

const house = testDatabase();
const of: { section: string; reporter: Desk; editor: Desk; head: Desk } = { section: "" } as never;

beforeAll(async () => {
  of.section = (await aSection(house.db)).id;
  for (const role of ["REPORTER", "EDITOR", "DESK_HEAD"] as const) {
    of[({ REPORTER: "reporter", EDITOR: "editor", DESK_HEAD: "head" } as const)[role]] = deskOf(house.db, role);
  }
}, 60_000);

const block = { type: "paragraph", id: "p1", text: "The ferry left at noon.", spans: [] };
const aDraft = (headline = fresh("Ferry")) =>
  createArticle(of.reporter, { headline, sectionId: of.section, blocks: [block] });
const seen = ({ id, version }: ArticleRow) => ({ id, expectedVersion: version });
const live = async () => publishArticle(of.editor, seen(await aDraft()));
const because = (article: ArticleRow, reason = "as agreed") => ({ ...seen(article), reason });
const later = (desk: Desk, at: Date): Desk => ({ ...desk, clock: () => at });
const readersSee = async ({ id }: ArticleRow, at?: Date) =>
  (
    await read<{ articles: readonly unknown[] }>(
      house,
      "query ($id: ID!) { article(by: { id: $id }) { headline } }",
      { id },
      at,
    )
  )["article" as never];

describe("the review", () => {
  it("goes from the reporter to the editor and back with a note, until it is approved", async () => {
    const draft = await aDraft();
    const handed = await submitArticle(of.reporter, seen(draft));
    expect(handed).toMatchObject({ state: "IN_REVIEW", version: 2 });
    await expect(returnArticle(of.editor, { ...seen(handed), reason: " " })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: ["reason"] }] },
    });
    const back = await returnArticle(of.editor, because(handed, "who says so?"));
    expect(back).toMatchObject({ state: "DRAFT", stateNote: "who says so?" });
    const again = await submitArticle(of.reporter, seen(back));
    await expect(approveArticle(of.reporter, seen(again))).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await approveArticle(of.editor, seen(again))).toMatchObject({ state: "APPROVED", stateNote: null });
    const trail = await house.db.auditEvent.findMany({ where: { entityId: draft.id }, orderBy: { id: "asc" } });
    expect(trail.map(({ action, reason }) => [action, reason])).toEqual([
      ["article:create", null],
      ["article:submit", null],
      ["article:return", "who says so?"],
      ["article:submit", null],
      ["article:approve", null],
    ]);
  });

  it("begins with a text", async () => {
    const bare = await createArticle(of.reporter, { headline: fresh("Ferry"), sectionId: of.section });
    await expect(submitArticle(of.reporter, seen(bare))).rejects.toMatchObject({ code: "ARTICLE_INCOMPLETE" });
  });

  it("says what a state allows when a verb is not of it", async () => {
    await expect(approveArticle(of.editor, seen(await aDraft()))).rejects.toMatchObject({
      code: "WRONG_STATE",
      fix: "From here it can: submit, schedule, publish, spike.",
    });
    // Nothing waits, so nothing can be taken off the schedule.
    await expect(approveArticle(of.editor, seen(await live()))).rejects.toMatchObject({
      fix: "From here it can: schedule, update, hold, unpublish, kill.",
    });
  });
});

describe("the bin", () => {
  it("gives back what it took, in the state it had", async () => {
    for (const prepare of [
      async (draft: ArticleRow) => draft,
      (draft: ArticleRow) => submitArticle(of.reporter, seen(draft)),
      async (draft: ArticleRow) => approveArticle(of.editor, seen(await submitArticle(of.reporter, seen(draft)))),
    ]) {
      const before = await prepare(await aDraft());
      const spiked = await spikeArticle(of.editor, because(before));
      expect(spiked).toMatchObject({ state: "SPIKED", spikedFrom: before.state });
      await expect(reviseArticle(of.editor, { ...seen(spiked), changes: { kicker: "x" } })).rejects.toMatchObject({
        code: "WRONG_STATE",
      });
      expect(await unspikeArticle(of.editor, seen(spiked))).toMatchObject({ state: before.state, spikedFrom: null });
    }
  });

  it("takes nothing readers have seen, whoever tries", async () => {
    const { id } = await live();
    const sql = "update article set state = 'SPIKED' where id = $1";
    await expect(house.pool.query(sql, [id])).rejects.toThrow(/violates check constraint/);
  });
});

describe("a schedule", () => {
  it("is of a revision: what is written afterwards waits", async () => {
    const draft = await aDraft("Ferry pinned");
    const at = minutes(60);
    const planned = await scheduleArticle(of.editor, { ...seen(draft), at, expiresAt: minutes(120) });
    expect(stateOf(planned, new Date())).toBe("SCHEDULED");
    const revised = await reviseArticle(of.editor, { ...seen(planned), changes: { headline: "Ferry not yet" } });
    expect(await readersSee(revised, new Date(at.getTime() - 1))).toBeNull();
    expect(await readersSee(revised, at)).toEqual({ headline: "Ferry pinned" });
    expect(await readersSee(revised, minutes(121))).toBeNull();
    await expect(scheduleArticle(of.editor, { ...seen(revised), at: minutes(-1) })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const off = await unscheduleArticle(of.editor, seen(revised));
    expect(off).toMatchObject({ state: "APPROVED", liveRevisionId: null, publishedAt: null, pathDate: null });
  });

  it("replaces what readers have, and is taken off while it is still ahead", async () => {
    const first = await live();
    const revised = await reviseArticle(of.editor, { ...seen(first), changes: { headline: "Ferry of tomorrow" } });
    const at = minutes(30);
    const planned = await scheduleArticle(of.editor, { ...seen(revised), at });
    expect(await allowedVerbs(of.editor, planned)).toContain("unschedule");
    expect(await readersSee(planned, at)).toEqual({ headline: "Ferry of tomorrow" });
    const off = await unscheduleArticle(of.editor, seen(planned));
    expect(await readersSee(off, at)).toEqual({ headline: first.headRevision.headline });
    expect(await allowedVerbs(of.editor, off)).not.toContain("unschedule");
    await expect(unscheduleArticle(of.editor, seen(off))).rejects.toMatchObject({ code: "WRONG_STATE" });
    const again = await scheduleArticle(of.editor, { ...seen(off), at });
    // The clock was faster: what is live is not taken off a schedule.
    await expect(unscheduleArticle(later(of.editor, minutes(31)), seen(again))).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
  });

  it("leaves in the log what will happen, and nothing of what was planned before", async () => {
    const draft = await aDraft();
    const ahead = () =>
      house.db.change.findMany({ where: { entityId: draft.id, dueAt: { gt: new Date() } }, orderBy: { dueAt: "asc" } });
    const [first, second, end] = [minutes(60), minutes(90), minutes(180)];
    const one = await scheduleArticle(of.editor, { ...seen(draft), at: first });
    expect((await ahead()).map(({ boundary, dueAt }) => [boundary, dueAt])).toEqual([["published", first]]);
    const two = await scheduleArticle(of.editor, { ...seen(one), at: second, expiresAt: end });
    expect((await ahead()).map(({ boundary, dueAt }) => [boundary, dueAt])).toEqual([
      ["published", second],
      ["expired", end],
    ]);
    const three = await setExpiry(of.editor, { ...seen(two), expiresAt: null });
    expect((await ahead()).map(({ boundary }) => boundary)).toEqual(["published"]);
    await unscheduleArticle(of.editor, seen(three));
    expect(await ahead()).toEqual([]);
    const happened = await live();
    await expect(house.pool.query("delete from change where entity_id = $1", [happened.id])).rejects.toThrow(
      /never changed/,
    );
  });
});

describe("publishing what has expired", () => {
  it("is refused, even where readers had just this: it is no use to say that it is published", async () => {
    const expired = await setExpiry(of.editor, { ...seen(await live()), expiresAt: minutes(30) });
    const after = later(of.editor, minutes(31));
    await expect(publishArticle(after, seen(expired))).rejects.toMatchObject({
      code: "ARTICLE_INCOMPLETE",
      details: { findings: expect.arrayContaining([expect.objectContaining({ code: "EXPIRY_PASSED" })]) },
    });
    const lasting = await setExpiry(after, { ...seen(expired), expiresAt: null });
    expect(await publishArticle(after, seen(lasting))).toMatchObject({ version: lasting.version });
    expect(await readersSee(lasting)).not.toBeNull();
  });
});

describe("a hold", () => {
  it("hides an article without a word about why, until it is released as it was", async () => {
    const article = await live();
    const held = await holdArticle(of.editor, because(article, "the mayor denies it"));
    expect(held).toMatchObject({ state: "HELD", stateNote: "the mayor denies it" });
    expect(await readersSee(held)).toBeNull();
    const back = await releaseArticle(of.editor, seen(held));
    expect(back).toMatchObject({ state: "PUBLISHED", stateNote: null, updatedAt: article.updatedAt });
    expect(await readersSee(back)).not.toBeNull();
  });
});

describe("whatever brings an article before readers", () => {
  // A headline too long for search engines is a warning: accepted once, it is asked about again.
  const long = () => `${fresh("Ferry")} ${"sails ".repeat(25)}`.trim();
  const acceptedWarnings = [{ code: "HEADLINE_LONG" as const, reason: "the full name is needed" }];
  const liveLong = async () => publishArticle(of.editor, { ...seen(await aDraft(long())), acceptedWarnings });
  const acceptedIn = ({ id }: ArticleRow) =>
    house.db.auditEvent.count({ where: { entityId: id, action: "article:accept-warning" } });

  it("passes the preflight in a release too: warnings want acceptance, errors stop", async () => {
    const held = await holdArticle(of.editor, because(await liveLong()));
    await expect(releaseArticle(of.editor, seen(held))).rejects.toMatchObject({ code: "WARNINGS_STAND" });
    expect(await readersSee(held)).toBeNull();
    const back = await releaseArticle(of.editor, { ...seen(held), acceptedWarnings });
    expect([back.state, await acceptedIn(back)]).toEqual(["PUBLISHED", 2]);

    const again = await holdArticle(of.editor, because(back));
    await house.db.section.update({ where: { id: of.section }, data: { visible: false } });
    const refused = releaseArticle(of.editor, { ...seen(again), acceptedWarnings });
    await expect(refused).rejects.toMatchObject({ code: "ARTICLE_INCOMPLETE", message: /hidden/ });
    await house.db.section.update({ where: { id: of.section }, data: { visible: true } });
  });

  it("passes it when what had expired comes back, and when a correction goes into what is scheduled", async () => {
    const ending = await setExpiry(of.editor, { ...seen(await liveLong()), expiresAt: minutes(10) });
    const over = later(of.editor, minutes(20));
    const longer = setExpiry(over, { ...seen(ending), expiresAt: null });
    await expect(longer).rejects.toMatchObject({ code: "WARNINGS_STAND" });
    const back = await setExpiry(over, { ...seen(ending), expiresAt: null, acceptedWarnings });
    expect(back.expiresAt).toBeNull();

    const first = await live();
    const revised = await reviseArticle(of.editor, { ...seen(first), changes: { headline: long() } });
    const planned = await scheduleArticle(of.editor, { ...seen(revised), at: minutes(60), acceptedWarnings });
    const words = { ...seen(planned), changes: { kicker: "Harbour" }, text: "It is the harbour." };
    await expect(correctArticle(of.editor, words)).rejects.toMatchObject({ code: "WARNINGS_STAND" });
    expect(await correctArticle(of.editor, { ...words, acceptedWarnings })).toMatchObject({ state: "PUBLISHED" });
  });

  it("passes it when an embargo is lifted that kept back what is published", async () => {
    // No verb leads there; an import may have.
    const barred = await setEmbargo(of.editor, { ...seen(await aDraft(long())), until: null });
    await house.pool.query("alter table article disable trigger article_embargo_stands");
    const sql = `update article set state = 'PUBLISHED', live_revision_id = head_revision_id, first_published_at = now(),
      published_at = now(), updated_at = now(), path_date = now() where id = $1`;
    await house.pool.query(sql, [barred.id]);
    await house.pool.query("alter table article enable trigger article_embargo_stands");
    await expect(liftEmbargo(of.head, because(barred))).rejects.toMatchObject({ code: "WARNINGS_STAND" });
    const out = await liftEmbargo(of.head, { ...because(barred), acceptedWarnings });
    expect(await readersSee(out)).not.toBeNull();
  });
});

describe("a second pair of eyes", () => {
  const person = async (role: "REPORTER" | "EDITOR" = "EDITOR"): Promise<Desk> => ({
    ...deskAs(house.db, await aUser(house.db, role)),
    fourEyes: true,
  });
  const written = (desk: Desk) =>
    createArticle(desk, { headline: fresh("Ferry"), sectionId: of.section, blocks: [block] });

  it("is wanted where the newsroom says so: nobody approves what they alone have written", async () => {
    const [author, colleague] = [await person(), await person()];
    const handed = await submitArticle(author, seen(await written(author)));
    await expect(approveArticle(author, seen(handed))).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: /second pair of eyes/,
      fix: expect.stringContaining(`desk article approve ${handed.slug}`),
    });
    expect(await allowedVerbs(author, handed)).toEqual(["return", "spike"]);
    expect(await allowedVerbs(colleague, handed)).toEqual(["return", "approve", "spike"]);
    expect(await approveArticle(colleague, seen(handed))).toMatchObject({ state: "APPROVED" });
  });

  it("is not got round by publishing or scheduling past the review", async () => {
    const author = await person();
    const draft = await written(author);
    expect(await allowedVerbs(author, draft)).toEqual(["submit", "spike"]);
    await expect(publishArticle(author, seen(draft))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(scheduleArticle(author, { ...seen(draft), at: minutes(60) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const revised = await reviseArticle(await person("REPORTER"), { ...seen(draft), changes: { kicker: "Harbour" } });
    expect(await publishArticle(author, seen(revised))).toMatchObject({ state: "PUBLISHED" });
  });

  it("is not asked for in a newsroom of one", async () => {
    const alone = { ...(await person()), fourEyes: false };
    const handed = await submitArticle(alone, seen(await written(alone)));
    expect(await approveArticle(alone, seen(handed))).toMatchObject({ state: "APPROVED" });
  });
});

describe("taking down and giving back", () => {
  it("is a desk head's, and keeps the first date", async () => {
    const article = await live();
    await expect(unpublishArticle(of.editor, because(article))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const down = await unpublishArticle(of.head, because(article));
    await expect(republishArticle(of.editor, seen(down))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(publishArticle(of.editor, seen(down))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const back = await republishArticle(of.head, seen(down));
    expect(back).toMatchObject({ state: "PUBLISHED", firstPublishedAt: article.firstPublishedAt });
    await expect(republishArticle(of.head, seen(back))).rejects.toMatchObject({ code: "WRONG_STATE" });
  });
});

describe("a kill", () => {
  it("is final: tombstone, slug burnt, pins gone, links dead, note on file", async () => {
    const article = await live();
    const links = [{ target: { articleId: article.id } }];
    const linking = await createArticle(of.editor, {
      headline: fresh("Ferry"),
      sectionId: of.section,
      blocks: [block],
      links,
    });
    await publishArticle(of.editor, seen(linking));
    const rail = await house.db.rail.create({
      data: { key: fresh("rail"), titleTemplate: "Pinned", position: 40, fill: "NONE" },
    });
    const pin = { railId: rail.id, position: 0, articleId: article.id };
    await house.db.railPin.create({ data: pin });
    const related = () =>
      read(house, "query ($id: ID!) { article(by: { id: $id }) { relatedLinks { headline } } }", { id: linking.id });
    expect(await related()).toMatchObject({ article: { relatedLinks: [expect.anything()] } });

    const told = await toldBy(house, () =>
      killArticle(of.head, { ...because(article, "wholly wrong"), legalNote: "letter of 3 May" }),
    );
    expect(told).toContainEqual(expect.objectContaining({ boundary: "killed", entityId: article.id, tombstone: true }));
    const killed = await findArticle(of.editor, article.id);
    expect(killed).toMatchObject({ state: "KILLED", stateNote: "wholly wrong", legalNote: "letter of 3 May" });
    expect(await readersSee(killed)).toBeNull();
    expect(await related()).toMatchObject({ article: { relatedLinks: [] } });
    expect(await house.db.railPin.count({ where: { articleId: article.id } })).toBe(0);
    await expect(house.db.railPin.create({ data: pin })).rejects.toThrow(/cannot be pinned/);

    await expect(
      createArticle(of.editor, { headline: "x", sectionId: of.section, slug: killed.slug }),
    ).rejects.toMatchObject({
      code: "SLUG_TAKEN",
    });
    await expect(changeSlug(of.editor, { ...seen(killed), slug: fresh("ferry") })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const raw = (sql: string) => house.pool.query(sql, [killed.id]);
    await expect(raw("update article set state = 'PUBLISHED' where id = $1")).rejects.toThrow(/stays killed/);
    await expect(raw("delete from article_slug where article_id = $1")).rejects.toThrow(/never given again/);
    expect(await allowedVerbs(of.head, killed)).toEqual([]);
  });

  it("tells nobody about what nobody had", async () => {
    const planned = await scheduleArticle(of.editor, { ...seen(await aDraft()), at: minutes(60) });
    const told = await toldBy(house, () => killArticle(of.head, because(planned)));
    expect(told).toEqual([]);
    expect(await house.db.change.count({ where: { entityId: planned.id } })).toBe(0);
    expect(await readersSee(planned, minutes(61))).toBeNull();
  });
});

describe("an embargo", () => {
  it("forbids publication before its end, at the desk and in the database", async () => {
    const until = minutes(60);
    const draft = await aDraft();
    const under = await setEmbargo(of.editor, { ...seen(draft), until, note: "Treasury" });
    expect(under).toMatchObject({ embargoUntil: until, embargoNote: "Treasury" });
    const early = scheduleArticle(of.editor, { ...seen(under), at: minutes(59) });
    await expect(early).rejects.toMatchObject({ code: "UNDER_EMBARGO" });
    await expect(publishArticle(of.editor, seen(under))).rejects.toMatchObject({ code: "UNDER_EMBARGO" });
    const sql = `update article set state = 'PUBLISHED', live_revision_id = head_revision_id, first_published_at = now(),
      published_at = now(), updated_at = now(), path_date = now() where id = $1`;
    await expect(house.pool.query(sql, [draft.id])).rejects.toThrow(/not published before its end/);
    const planned = await scheduleArticle(of.editor, { ...seen(under), at: until });
    await expect(
      house.pool.query("update article set published_at = now(), first_published_at = now() where id = $1", [draft.id]),
    ).rejects.toThrow(/not published before its end/);
    expect(await readersSee(planned, new Date(until.getTime() - 1))).toBeNull();
    expect(await readersSee(planned, until)).not.toBeNull();
  });

  it("without an end holds until a desk head lifts it, with a reason that is kept", async () => {
    const under = await setEmbargo(of.editor, { ...seen(await aDraft()), until: null });
    await expect(publishArticle(of.head, seen(under))).rejects.toMatchObject({ code: "UNDER_EMBARGO" });
    await expect(scheduleArticle(of.head, { ...seen(under), at: minutes(900) })).rejects.toMatchObject({
      code: "UNDER_EMBARGO",
    });
    await expect(liftEmbargo(of.editor, because(under))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(liftEmbargo(of.head, because(under, " "))).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const free = await liftEmbargo(of.head, because(under, "broken by another paper"));
    expect(await publishArticle(of.editor, seen(free))).toMatchObject({ state: "PUBLISHED" });
    expect(
      await house.db.auditEvent.findFirst({ where: { entityId: under.id, action: "article:lift-embargo" } }),
    ).toMatchObject({
      reason: "broken by another paper",
      before: { embargoHold: true },
      after: { embargoHold: false },
    });
    await expect(liftEmbargo(of.head, because(free))).rejects.toMatchObject({ code: "ARTICLE_STALE" });
  });

  it("is set only on what no reader has seen, and never made shorter", async () => {
    await expect(setEmbargo(of.editor, { ...seen(await live()), until: null })).rejects.toMatchObject({
      code: "WRONG_STATE",
    });
    const under = await setEmbargo(of.editor, { ...seen(await aDraft()), until: minutes(60) });
    await expect(setEmbargo(of.head, { ...seen(under), until: minutes(30) })).rejects.toMatchObject({
      code: "UNDER_EMBARGO",
    });
    const longer = await setEmbargo(of.editor, { ...seen(under), until: minutes(90) });
    const open = await setEmbargo(of.editor, { ...seen(longer), until: null });
    await expect(setEmbargo(of.editor, { ...seen(open), until: minutes(900) })).rejects.toMatchObject({
      code: "UNDER_EMBARGO",
    });
    const planned = await scheduleArticle(of.editor, { ...seen(await aDraft()), at: minutes(30) });
    await expect(setEmbargo(of.editor, { ...seen(planned), until: minutes(60) })).rejects.toMatchObject({
      code: "WRONG_STATE",
      fix: expect.stringContaining("Unschedule"),
    });
    expect(await setEmbargo(of.editor, { ...seen(planned), until: minutes(20) })).toMatchObject({ state: "PUBLISHED" });
  });
});

describe("an embargo in the database", () => {
  const raw = (set: string, { id }: ArticleRow) => house.pool.query(`update article set ${set} where id = $1`, [id]);

  it("is refused on what readers have seen, whoever sets it and whatever became of the article", async () => {
    const shown = await live();
    const held = await holdArticle(of.editor, because(await live()));
    const down = await unpublishArticle(of.head, because(await live()));
    for (const article of [shown, held, down]) {
      for (const set of ["embargo_hold = true", "embargo_until = now() + interval '1 day'"]) {
        await expect(raw(set, article)).rejects.toThrow(/only on what no reader has seen/);
      }
    }
  });

  it("is let through on what no reader has, and made longer where one stands", async () => {
    const draft = await aDraft();
    await raw("embargo_until = now() + interval '1 day'", draft);
    await raw("embargo_hold = true", draft);
    const planned = await scheduleArticle(of.editor, { ...seen(await aDraft()), at: minutes(60) });
    await raw("embargo_until = now() + interval '30 minutes'", planned);
    await raw("embargo_until = null", planned);
  });
});

describe("an expiry", () => {
  it("lies ahead, and can be taken away again", async () => {
    const article = await live();
    await expect(setExpiry(of.editor, { ...seen(article), expiresAt: minutes(-1) })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    const ending = await setExpiry(of.editor, { ...seen(article), expiresAt: minutes(30) });
    expect(await readersSee(ending, minutes(31))).toBeNull();
    const lasting = await setExpiry(of.editor, { ...seen(ending), expiresAt: null });
    expect(await readersSee(lasting, minutes(31))).not.toBeNull();
  });
});
