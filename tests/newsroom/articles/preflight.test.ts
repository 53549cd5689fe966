import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import {
  createArticle,
  preflightArticle,
  publishArticle,
  unpublishArticle,
  type ArticleRow,
  type CreateArticle,
} from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { importTextPage } from "../../../src/newsroom/exchange/index.ts";
import { rootFolder } from "../../../src/kernel/host/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aMedium, aSection, aUser, deskAs, deskOf, fresh } from "../../support/factories.ts";
import { describeWithShared } from "../../support/shared-data.ts";

const house = testDatabase();
const state = { sectionId: "" };
const head = (): Desk => deskOf(house.db, "DESK_HEAD");

beforeAll(async () => {
  state.sectionId = (await aSection(house.db)).id;
});

const block = { type: "paragraph", id: "p1", text: "The ferry left at noon.", spans: [] };
const aDraft = (given: Partial<CreateArticle> = {}): Promise<ArticleRow> =>
  createArticle(head(), {
    ...{ headline: fresh("Ferry leaves"), standfirst: "On time.", bylines: [{ name: "Nia Okoro" }] },
    ...{ sectionId: state.sectionId, blocks: [block], ...given },
  });
const check = async (article: ArticleRow, more: { at?: Date; revision?: number } = {}) =>
  (await preflightArticle(head(), { id: article.id, ...more })).findings.map(({ code, path }) => [
    code,
    path.join("."),
  ]);
const seen = ({ id, version: expectedVersion }: ArticleRow) => ({ id, expectedVersion });
const hours = (many: number): Date => new Date(Date.now() + many * 3_600_000);
const long = (): string => `${fresh("Ferry")} ${"sails ".repeat(25)}`.trim();

describe("The preflight of an article", () => {
  it("finds nothing in a sound one, and tells what readers would get", async () => {
    const article = await aDraft();
    const { ready, findings, outlook, revision } = await preflightArticle(head(), { id: article.id });
    expect({ ready, findings, revision }).toEqual({ ready: true, findings: [], revision: 1 });
    expect(outlook).toMatchObject({ headline: article.headRevision.headline, bylines: ["Nia Okoro"], words: 5 });
    expect(outlook.path).toMatch(new RegExp(`^/${article.section.path}/\\d{4}/\\d\\d/\\d\\d/${article.slug}$`));
  });

  it("looks at the revision it is asked about, and may be asked by a reporter", async () => {
    const article = await aDraft();
    const reporter = deskOf(house.db, "REPORTER");
    await expect(preflightArticle(reporter, { id: article.id, revision: 2 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await preflightArticle(reporter, { id: article.id, revision: 1 })).ready).toBe(true);
  });

  it("looks at every picture: placed, in a block, in a gallery", async () => {
    const [placed, inText, killed] = [
      await aMedium(house.db, { alt: null }),
      await aMedium(house.db, { creditLine: "" }),
      await aMedium(house.db),
    ];
    await house.db.media.update({ where: { id: killed.id }, data: { state: "KILLED" } });
    const article = await aDraft({
      media: [{ mediaId: placed.id, role: "LEAD" }],
      blocks: [
        block,
        { type: "image", id: "i1", mediaId: inText.id },
        { type: "gallery", id: "g1", mediaIds: [killed.id, newId()] },
      ],
    });
    expect(await check(article)).toEqual([
      ["PICTURE_UNKNOWN", "blocks.2"],
      ["MEDIA_KILLED", "blocks.2"],
      ["CREDIT_MISSING", "blocks.1"],
      ["ALT_TEXT_AWAITED", "media.0.alt"],
    ]);
  });

  it("takes a block that shows an inline placement for the same picture, with the words the block says", async () => {
    const medium = await aMedium(house.db, { alt: null });
    const article = await aDraft({
      media: [{ mediaId: medium.id, role: "INLINE" }],
      blocks: [{ type: "image", id: "i1", placement: 0, alt: "Boats" }],
    });
    expect(await check(article)).toEqual([]);
  });

  it("takes a gallery in the text for the placements it shows, and tells a lead that is shown again", async () => {
    const [lead, shot] = [await aMedium(house.db), await aMedium(house.db)];
    const article = await aDraft({
      media: [
        { mediaId: lead.id, role: "LEAD" },
        { mediaId: shot.id, role: "GALLERY" },
      ],
      blocks: [
        { type: "gallery", id: "g1", mediaIds: [shot.id, lead.id] },
        { type: "image", id: "i1", mediaId: lead.id },
      ],
    });
    expect(await check(article)).toEqual([["PICTURE_DOUBLED", "blocks.1"]]);
  });

  it("looks at links: killed, taken down, not out yet, dead, unresolved", async () => {
    const live = await publishArticle(head(), seen(await aDraft()));
    const down = await publishArticle(head(), seen(await aDraft()));
    await unpublishArticle(head(), { ...seen(down), reason: "wrong ship" });
    const killed = await publishArticle(head(), seen(await aDraft()));
    await house.db.article.update({ where: { id: killed.id }, data: { state: "KILLED" } });
    const targets = [live.id, down.id, killed.id, (await aDraft()).id];
    const links = [
      ...targets.map((articleId) => ({ target: { articleId } })),
      { target: { url: "https://port.example/gone" }, headline: "The port" },
      { headline: "What the mayor says" },
    ];
    const article = await aDraft({ links });
    await house.db.externalAddress.updateMany({ data: { state: "DEAD" } });
    expect(await check(article)).toEqual([
      ["LINK_TARGET_KILLED", "relatedLinks.2"],
      ["LINK_TARGET_DOWN", "relatedLinks.1"],
      ["LINK_ADDRESS_DEAD", "relatedLinks.4"],
      ["LINK_TARGET_AHEAD", "relatedLinks.3"],
      ["TEASER_UNRESOLVED", "relatedLinks.5"],
    ]);
  });

  it("looks at rights, expiry and embargo for the time it is asked about", async () => {
    const medium = await aMedium(house.db, { rightsExpireAt: hours(48) });
    const article = await aDraft({
      ...{ media: [{ mediaId: medium.id, role: "LEAD" }], embargoUntil: hours(24), expiresAt: hours(72) },
    });
    expect(await check(article)).toEqual([
      ["UNDER_EMBARGO", "embargoUntil"],
      ["RIGHTS_ENDING", "media.0"],
    ]);
    expect(await check(article, { at: hours(25) })).toEqual([["RIGHTS_ENDING", "media.0"]]);
    expect(await check(article, { at: hours(49) })).toEqual([["RIGHTS_EXPIRED", "media.0"]]);
    expect(await check(article, { at: hours(73) })).toEqual([
      ["EXPIRY_PASSED", "expiresAt"],
      ["RIGHTS_EXPIRED", "media.0"],
    ]);
  });

  it("looks for placeholders wherever there are words", async () => {
    const medium = await aMedium(house.db);
    const article = await aDraft({
      kicker: "TK",
      media: [{ mediaId: medium.id, role: "LEAD", captionOverride: "Boats, XXX" }],
      blocks: [block, { type: "paragraph", id: "p2", text: "Lorem ipsum dolor", spans: [] }],
      links: [{ headline: "A link TK" }],
    });
    const places = (await check(article)).filter(([code]) => code === "PLACEHOLDER_TEXT").map(([, path]) => path);
    expect(places).toEqual(["kicker", "blocks.1", "media.0.caption", "relatedLinks.0.headline"]);
  });

  it("finds a path that a redirect leads elsewhere from, and none that leads to the article itself", async () => {
    const article = await aDraft();
    const { outlook } = await preflightArticle(head(), { id: article.id });
    const redirect = await house.db.redirect.create({
      data: { fromPath: outlook.path, toPath: "/elsewhere", origin: "MANUAL" },
    });
    expect(await check(article)).toEqual([["SLUG_NOT_FREE", "slug"]]);
    await house.db.redirect.update({ where: { id: redirect.id }, data: { toPath: null, toArticleId: article.id } });
    expect(await check(article)).toEqual([]);
  });

  it("says when no way leads to readers from where the article stands", async () => {
    const article = await aDraft();
    await house.db.article.update({ where: { id: article.id }, data: { state: "IN_REVIEW" } });
    expect(await check(article)).toEqual([["STATE_CLOSED", "state"]]);
  });
});

describe("Publishing", () => {
  it("is refused with every finding when there is an error", async () => {
    const article = await aDraft({ headline: long(), blocks: [], bylines: [] });
    await expect(publishArticle(head(), seen(article))).rejects.toMatchObject({
      code: "ARTICLE_INCOMPLETE",
      details: {
        faults: [{ path: ["blocks"] }, { path: ["headline"] }],
        findings: [{ code: "BODY_EMPTY" }, { code: "HEADLINE_LONG" }, { code: "BYLINE_MISSING", severity: "NOTE" }],
      },
    });
  });

  it("waits for every warning to be accepted, and writes down who accepted what and why", async () => {
    const user = await aUser(house.db, "EDITOR");
    const desk = deskAs(house.db, user);
    const article = await aDraft({ headline: long(), kicker: "TK" });
    const accept = (...codes: ("HEADLINE_LONG" | "PLACEHOLDER_TEXT" | "RIGHTS_ENDING")[]) =>
      publishArticle(desk, {
        ...seen(article),
        acceptedWarnings: codes.map((code) => ({ code, reason: `because of ${code}` })),
      });
    await expect(accept()).rejects.toMatchObject({ code: "WARNINGS_STAND" });
    await expect(accept("HEADLINE_LONG")).rejects.toMatchObject({
      code: "WARNINGS_STAND",
      details: { faults: [{ path: ["kicker"] }] },
    });
    const acceptances = () =>
      house.db.auditEvent.findMany({
        where: { entityId: article.id, action: "article:accept-warning" },
        orderBy: { id: "asc" },
      });
    expect(await acceptances()).toEqual([]);
    expect(await accept("HEADLINE_LONG", "PLACEHOLDER_TEXT", "RIGHTS_ENDING")).toMatchObject({ state: "PUBLISHED" });
    // What did not arise was not accepted.
    expect(await acceptances()).toMatchObject([
      { actorId: user.id, reason: "because of HEADLINE_LONG", after: { code: "HEADLINE_LONG", revision: 1 } },
      { actorId: user.id, reason: "because of PLACEHOLDER_TEXT", after: { code: "PLACEHOLDER_TEXT", revision: 1 } },
    ]);
  });

  it("accepts warnings only, each with a reason", async () => {
    const article = await aDraft({ blocks: [] });
    const accept = (code: "BODY_EMPTY" | "HEADLINE_LONG", reason: string) =>
      publishArticle(head(), { ...seen(article), acceptedWarnings: [{ code, reason }] });
    await expect(accept("BODY_EMPTY", "no time")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: ["acceptedWarnings", 0, "code"], message: "is no warning but an error" }] },
    });
    await expect(accept("HEADLINE_LONG", " ")).rejects.toMatchObject({
      details: { faults: [{ path: ["acceptedWarnings", 0, "reason"] }] },
    });
  });

  it("is never stopped by a note", async () => {
    const medium = await aMedium(house.db, { alt: null });
    const article = await aDraft({
      ...{ standfirst: null, bylines: [], links: [{ headline: "A teaser" }] },
      media: [{ mediaId: medium.id, role: "LEAD" }],
    });
    expect(await publishArticle(head(), seen(article))).toMatchObject({ state: "PUBLISHED" });
  });

  it("at a time ahead is checked for that time", async () => {
    const medium = await aMedium(house.db, { rightsExpireAt: hours(24 * 20) });
    const given = { media: [{ mediaId: medium.id, role: "LEAD" as const }] };
    const at = hours(24 * 21);
    const article = await aDraft(given);
    await expect(publishArticle(head(), { ...seen(article), at })).rejects.toMatchObject({
      code: "ARTICLE_INCOMPLETE",
      details: { findings: [{ code: "RIGHTS_EXPIRED" }] },
    });
    expect(await publishArticle(head(), seen(article))).toMatchObject({ state: "PUBLISHED" });
  });
});

const expectNotesOnly = async (file: string): Promise<void> => {
  const { article } = await importTextPage(head(), { text: await readFile(file, "utf8"), fileName: file });
  const { ready, findings } = await preflightArticle(head(), { id: article.id });
  expect(new Set(findings.map(({ code }) => code))).toEqual(
    new Set(["STANDFIRST_MISSING", "BYLINE_MISSING", "ALT_TEXT_AWAITED", "TEASER_UNRESOLVED"]),
  );
  expect(ready).toBe(true);
  expect(await publishArticle(head(), seen(article))).toMatchObject({ state: "PUBLISHED" });
};

describe("A page that was imported", () => {
  it("is published as it came: what it lacks are notes", async () => {
    await expectNotesOnly(join(rootFolder, "prisma/sample/page.txt"));
  });
});

describeWithShared("The seed page", "seed/putin-kazakhstan.txt", (file) => {
  it("is published as it came: what it lacks are notes", async () => {
    await expectNotesOnly(file);
  });
});
