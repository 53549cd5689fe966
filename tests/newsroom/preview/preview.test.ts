import { beforeAll, describe, expect, it } from "@jest/globals";
import { createPreview, listPreviews, revokePreview, verifyPreview } from "../../../src/newsroom/preview/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, aUser, deskAs, deskOf } from "../../support/factories.ts";
import { minutes, plant, type Planted } from "../../support/newspaper.ts";

const house = testDatabase();
const of: { draft?: Planted; sectionId?: string } = {};
const articleId = (): string => of.draft!.id;

beforeAll(async () => {
  of.sectionId = (await aSection(house.db)).id;
  of.draft = await plant(house.db, { sectionId: of.sectionId, publishedAt: null });
});

describe("A preview", () => {
  it("is made with its audit, and opens the newest revision", async () => {
    const user = await aUser(house.db, "REPORTER");
    const desk = deskAs(house.db, user);
    const { token, preview } = await createPreview(desk, {
      articleId: articleId(),
      minutes: 90,
      note: "for the lawyers",
    });
    expect(preview.expiresAt.getTime() - preview.createdAt.getTime()).toBe(90 * 60_000);
    expect(await verifyPreview(house.db, token)).toEqual({
      ...{ articleId: articleId(), revisionId: of.draft!.revisionId, state: "DRAFT" },
      ...{ embargoUntil: null, embargoHold: false },
    });
    const audit = await house.db.auditEvent.findMany({ where: { entityId: preview.id } });
    expect(audit).toMatchObject([{ action: "preview:create", actorId: user.id, after: { note: "for the lawyers" } }]);
    expect(JSON.stringify(await house.db.previewToken.findMany())).not.toContain(token.split(".")[2]);
  });

  it("lasts to the second it says, and no longer", async () => {
    const at = new Date("2026-03-01T06:00:00.000Z");
    const clock = (): Date => at;
    const { token } = await createPreview(
      { ...deskOf(house.db), clock, now: clock },
      { articleId: articleId(), minutes: 10 },
    );
    const later = (seconds: number) => () => new Date(at.getTime() + seconds * 1000);
    expect(await verifyPreview(house.db, token, later(599))).not.toBeNull();
    expect(await verifyPreview(house.db, token, later(600))).toBeNull();
  });

  it("is ended once, and stays ended", async () => {
    const desk = deskOf(house.db, "REPORTER");
    const { token, preview } = await createPreview(desk, { articleId: articleId() });
    const ended = await revokePreview(desk, { preview: preview.id });
    expect(ended.revokedAt).not.toBeNull();
    expect(await verifyPreview(house.db, token)).toBeNull();
    expect((await revokePreview(desk, { preview: preview.id })).revokedAt).toEqual(ended.revokedAt);
    expect(await house.db.auditEvent.count({ where: { entityId: preview.id, action: "preview:revoke" } })).toBe(1);
    for (const data of [{ revokedAt: null }, { expiresAt: minutes(99_999) }, { createdById: null, articleId: newId() }])
      await expect(house.db.previewToken.update({ where: { id: preview.id }, data })).rejects.toThrow();
  });

  it("is listed while it opens something, and afterwards where that is asked for", async () => {
    const desk = deskOf(house.db);
    const { id } = await plant(house.db, { sectionId: of.sectionId!, publishedAt: null });
    const user = await aUser(house.db);
    const open = await createPreview(desk, { articleId: id });
    const ended = await createPreview(desk, { articleId: id });
    const orphaned = await createPreview(deskAs(house.db, user), { articleId: id });
    await revokePreview(desk, { preview: ended.preview.id });
    await house.db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    const ids = async (given: object): Promise<readonly string[]> =>
      (await listPreviews(desk, { articleId: id, ...given })).map((preview) => preview.id);
    expect(await ids({})).toEqual([open.preview.id]);
    expect(new Set(await ids({ ended: true }))).toEqual(
      new Set([open, ended, orphaned].map(({ preview }) => preview.id)),
    );
    expect((await listPreviews(desk)).map((preview) => preview.id)).toContain(open.preview.id);
  });

  it("notes its use about once a minute", async () => {
    const { token, preview } = await createPreview(deskOf(house.db), { articleId: articleId() });
    const used = async (at: Date): Promise<Date | null> => {
      await verifyPreview(house.db, token, () => at);
      return (await house.db.previewToken.findUniqueOrThrow({ where: { id: preview.id } })).lastUsedAt;
    };
    const [first, soon, later] = [minutes(1), minutes(1.5), minutes(3)];
    expect([await used(first), await used(soon), await used(later)]).toEqual([first, first, later]);
  });

  it("is refused with every fault: too long, of nothing, without an end", async () => {
    const desk = deskOf(house.db);
    await expect(createPreview(desk, { articleId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const given of [{ minutes: 0 }, { minutes: 43_201 }, { note: "two\nlines" }, { note: "x".repeat(201) }])
      await expect(createPreview(desk, { articleId: articleId(), ...given })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    await expect(revokePreview(desk, { preview: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is signed with one secret, however many make the first one at once", async () => {
    await house.db.previewKey.deleteMany();
    const made = await Promise.all(
      Array.from({ length: 6 }, () => createPreview(deskOf(house.db), { articleId: articleId() })),
    );
    expect(await house.db.previewKey.count()).toBe(1);
    for (const { token } of made) expect(await verifyPreview(house.db, token)).not.toBeNull();
  });
});
