import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Block } from "../../../src/domain/blocks/index.ts";
import {
  correctArticle,
  createArticle,
  findArticle,
  publishArticle,
  reviseArticle,
  type ArticleRow,
} from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { findRevision } from "../../../src/newsroom/revisions/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, aUser, deskAs, fresh } from "../../support/factories.ts";

const house = testDatabase();
let desk: Desk;
let sectionId: string;

beforeAll(async () => {
  desk = deskAs(house.db, await aUser(house.db));
  sectionId = (await aSection(house.db)).id;
});

const paragraph = (id: string, text: string): Block => ({ id, type: "paragraph", text, spans: [] });
const body = [paragraph("p1", "It opened at seven."), paragraph("p2", "Rain fell.")];
const right = [paragraph("p1", "It opened at six."), body[1]];
const seen = ({ id, version }: ArticleRow) => ({ id, expectedVersion: version });
const aLive = async (): Promise<ArticleRow> =>
  publishArticle(desk, seen(await createArticle(desk, { headline: fresh("Bridge"), sectionId, blocks: body })));
const note = { text: "It opened at six, not at seven.", kind: "CORRECTION" } as const;
const live = async (article: ArticleRow) => findRevision(desk, article.id, article.liveRevisionId ?? "");

describe("a correction", () => {
  it("changes what readers have and tells them, in one act", async () => {
    const article = await aLive();
    const after = await correctArticle(desk, { ...seen(article), changes: { blocks: right }, ...note });
    expect(after).toMatchObject({
      version: article.version + 1,
      liveRevision: { number: 2 },
      headRevision: { number: 2 },
    });
    expect(await live(after)).toMatchObject({ kind: "CORRECTION", blocks: right, basedOnId: article.liveRevisionId });
    expect(after.corrections).toMatchObject([{ ...note, revisionId: after.liveRevisionId }]);
    expect(after.updatedAt!.getTime()).toBeGreaterThan(article.updatedAt!.getTime());
    expect(after.firstPublishedAt).toEqual(article.firstPublishedAt);
  });

  it("never publishes the open draft, and is merged into it", async () => {
    const article = await aLive();
    const draft = await reviseArticle(desk, { ...seen(article), changes: { headline: "Not ready", kicker: "TK" } });
    const after = await correctArticle(desk, { ...seen(draft), changes: { blocks: right }, ...note });
    expect(await live(after)).toMatchObject({ headline: article.headRevision.headline, kicker: null, blocks: right });
    expect(after.headRevision).toMatchObject({ kind: "SAVE", headline: "Not ready", kicker: "TK", blocks: right });
    expect(after.headRevision.basedOnId).toBe(draft.headRevisionId);
    const saved = await reviseArticle(desk, { ...seen(after), changes: { kicker: "Ready" } });
    expect(saved.headRevision.number).toBe(after.headRevision.number + 1);
  });

  it("that clashes with the open draft is a conflict, and readers keep what they had", async () => {
    const article = await aLive();
    const changed = [paragraph("p1", "It opened at eight."), body[1]];
    const draft = await reviseArticle(desk, { ...seen(article), changes: { blocks: changed } });
    const clash = correctArticle(desk, { ...seen(draft), changes: { blocks: right }, ...note });
    await expect(clash).rejects.toMatchObject({
      code: "EDITS_CLASH",
      message: expect.stringContaining("the open draft (revision 2)"),
      details: {
        places: [
          {
            ...{ part: "blocks", key: "p1", clashes: true, base: "It opened at seven." },
            ...{ theirs: "It opened at eight.", yours: "It opened at six." },
          },
        ],
      },
    });
    const after = await findArticle(desk, article.id);
    expect(after).toMatchObject({ version: draft.version, liveRevisionId: article.liveRevisionId, corrections: [] });
    expect(await house.db.revision.count({ where: { articleId: article.id } })).toBe(2);
  });

  it("outlives the revision that is scheduled to replace it", async () => {
    const article = await aLive();
    const draft = await reviseArticle(desk, { ...seen(article), changes: { headline: "Tomorrow's" } });
    const at = new Date(Date.now() + 3_600_000);
    const scheduled = await publishArticle(desk, { ...seen(draft), at });
    const further = await reviseArticle(desk, { ...seen(scheduled), changes: { headline: "The day after" } });
    const after = await correctArticle(desk, { ...seen(further), changes: { blocks: right }, ...note });
    expect(after).toMatchObject({ nextAt: at, headRevision: { headline: "The day after", blocks: right } });
    expect(await findRevision(desk, after.id, after.nextRevisionId!)).toMatchObject({
      headline: "Tomorrow's",
      blocks: right,
    });
    const tomorrow = { ...desk, clock: () => new Date(at.getTime() + 1_000) };
    const settled = await reviseArticle(tomorrow, { ...seen(after), changes: { kicker: "Sea" } });
    expect(settled).toMatchObject({ liveRevisionId: after.nextRevisionId, headRevision: { kicker: "Sea" } });
  });

  it("numbers what it writes so that the newest is the newest, whatever is scheduled", async () => {
    const article = await aLive();
    const draft = await reviseArticle(desk, { ...seen(article), changes: { headline: "Newer" } });
    const newer = await publishArticle(desk, { ...seen(draft) });
    const scheduled = await publishArticle(desk, { ...seen(newer), revision: 1, at: new Date(Date.now() + 3_600_000) });
    const after = await correctArticle(desk, { ...seen(scheduled), changes: { kicker: "Right" }, ...note });
    expect(after.headRevisionId).toBe(after.liveRevisionId);
    const saved = await reviseArticle(desk, { ...seen(after), changes: { kicker: "Then" } });
    expect(saved.headRevision.number).toBe(after.headRevision.number + 1);
    const late = reviseArticle(desk, { ...seen(after), changes: { standfirst: "Late" } });
    await expect(late).rejects.toMatchObject({ details: { base: { revision: after.headRevision.number } } });
  });

  it("takes only what readers have, something that differs, and what may be published", async () => {
    const draft = await createArticle(desk, { headline: fresh("Draft"), sectionId, blocks: body });
    const refused = (article: ArticleRow, changes: object) =>
      correctArticle(desk, { ...seen(article), changes, ...note });
    await expect(refused(draft, { blocks: right })).rejects.toMatchObject({ code: "WRONG_STATE" });
    const article = await aLive();
    await expect(refused(article, { blocks: body })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(refused(article, { blocks: [] })).rejects.toMatchObject({ code: "ARTICLE_INCOMPLETE" });
    await reviseArticle(desk, { ...seen(article), changes: { kicker: "Sea" } });
    await expect(refused(article, { blocks: right })).rejects.toMatchObject({ code: "ARTICLE_STALE" });
  });
});
