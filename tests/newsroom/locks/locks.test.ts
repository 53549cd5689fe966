import { beforeAll, describe, expect, it } from "@jest/globals";
import { createArticle, lockOf, reviseArticle, type ArticleRow } from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { breakLock, lockArticle, unlockArticle } from "../../../src/newsroom/locks/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, aUser, deskAs, deskOf, fresh } from "../../support/factories.ts";

const house = testDatabase();
let [mara, jon, nia]: Desk[] = [];
let sectionId: string;

beforeAll(async () => {
  mara = deskAs(house.db, await aUser(house.db, "REPORTER"));
  jon = deskAs(house.db, await aUser(house.db, "REPORTER"));
  nia = deskAs(house.db, await aUser(house.db, "EDITOR"));
  sectionId = (await aSection(house.db)).id;
});

const aDraft = (): Promise<ArticleRow> => createArticle(mara!, { headline: fresh("Ferry"), sectionId });
const holder = (article: ArticleRow, at = new Date()) => lockOf(article, at)?.user.displayName ?? null;

describe("a lock", () => {
  it("says who is at work, until when and why, and keeps nobody from saving", async () => {
    const { id, version } = await aDraft();
    const locked = await lockArticle(mara!, { id, minutes: 45, note: "Waiting for the port office" });
    expect(holder(locked)).toBe(mara!.actor.name);
    expect(locked.lock!.until.getTime() - locked.lock!.since.getTime()).toBe(45 * 60_000);
    expect(locked.version).toBe(version);
    await expect(lockArticle(jon!, { id })).rejects.toMatchObject({
      code: "ARTICLE_LOCKED",
      details: { by: mara!.actor.name, note: "Waiting for the port office" },
    });
    const saved = await reviseArticle(jon!, { id, expectedVersion: version, changes: { kicker: "Sea" } });
    expect([saved.headRevision.kicker, holder(saved)]).toEqual(["Sea", mara!.actor.name]);
  });

  it("is prolonged by its holder, and runs out by the clock alone", async () => {
    const { id } = await aDraft();
    const first = await lockArticle(mara!, { id, minutes: 10 });
    const again = await lockArticle(mara!, { id, minutes: 60 });
    expect(again.lock!.since).toEqual(first.lock!.since);
    const later = again.lock!.until;
    expect(holder(again, later)).toBeNull();
    const taken = await lockArticle({ ...jon!, clock: () => later }, { id });
    expect([holder(taken, later), taken.lock!.since]).toEqual([jon!.actor.name, later]);
  });

  it("is given back by its holder, and broken by an editor with a reason", async () => {
    const { id } = await aDraft();
    await lockArticle(mara!, { id });
    await expect(unlockArticle(jon!, { id })).rejects.toMatchObject({ code: "ARTICLE_LOCKED" });
    expect(holder(await unlockArticle(mara!, { id }))).toBeNull();
    expect(holder(await unlockArticle(jon!, { id }))).toBeNull();
    await lockArticle(mara!, { id });
    await expect(breakLock(jon!, { id, reason: "Mara has gone home" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(breakLock(nia!, { id, reason: " " })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(holder(await breakLock(nia!, { id, reason: "Mara has gone home" }))).toBeNull();
    const audit = await house.db.auditEvent.findFirst({ where: { entityId: id, action: "article:break-lock" } });
    expect(audit).toMatchObject({ reason: "Mara has gone home", before: { by: mara!.actor.name } });
  });

  it("is taken by one of many who try at once, and only by a person", async () => {
    const { id } = await aDraft();
    const tries = await Promise.allSettled([mara!, jon!, nia!].map((desk) => lockArticle(desk, { id })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(lockArticle(deskOf(house.db, "SYSTEM"), { id: (await aDraft()).id })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
