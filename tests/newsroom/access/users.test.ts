import { describe, expect, it } from "@jest/globals";
import * as access from "../../../src/newsroom/access/index.ts";
import { createArticle, placeArticle, reviseArticle } from "../../../src/newsroom/articles/index.ts";
import { listAudit } from "../../../src/newsroom/audit/index.ts";
import { withTransaction } from "../../../src/newsroom/desk.ts";
import { addRedirect, removeRedirect } from "../../../src/newsroom/redirects/index.ts";
import { createSection, moveSection, renameSection } from "../../../src/newsroom/sections/index.ts";
import { createPreview } from "../../../src/newsroom/preview/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, aUser, deskAs, deskOf } from "../../support/factories.ts";

const house = testDatabase();
const boss = () => deskOf(house.db, "ADMIN");
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });

describe("a user", () => {
  it("is given roles, names and an end, each with who, what and why, and nothing twice", async () => {
    const { email, id, displayName } = await aUser(house.db, "REPORTER");
    await aUser(house.db, "ADMIN");
    await access.setRole(boss(), { user: email, role: "EDITOR", reason: "promoted" });
    await access.setRole(boss(), { user: id, role: "EDITOR" });
    await access.renameUser(boss(), { user: email, displayName: "Ada Vale" });
    await access.disableUser(boss(), { user: email, reason: "left" });
    const again = await access.disableUser(boss(), { user: email });
    expect(again.disabledAt).toBeInstanceOf(Date);
    await access.enableUser(boss(), { user: email });
    const { events } = await listAudit(boss(), { entity: `user:${id}` });
    expect(events.map(({ action, reason }) => [action, reason])).toEqual([
      ["user:enable", null],
      ["user:disable", "left"],
      ["user:rename", null],
      ["user:set-role", "promoted"],
    ]);
    expect(events.at(-1)).toMatchObject({ before: { role: "REPORTER", displayName }, after: { role: "EDITOR" } });
  });

  it("cannot raise themselves, whatever their role", async () => {
    for (const role of ["REPORTER", "EDITOR", "DESK_HEAD"] as const) {
      const user = await aUser(house.db, role);
      const raised = access.setRole(deskAs(house.db, user), { user: user.email, role: "ADMIN" });
      await expect(raised).rejects.toEqual(refusal("FORBIDDEN"));
    }
  });

  it("is kept out at once, also in the middle of a row of acts", async () => {
    const user = await aUser(house.db);
    const desk = deskAs(house.db, user);
    const { token } = await access.createToken(desk, { user: user.id, name: "t" });
    await createSection(desk, { name: "Before they left" });
    await access.disableUser(boss(), { user: user.email });
    await expect(createSection(desk, { name: "After they left" })).rejects.toEqual(refusal("FORBIDDEN"));
    expect(await access.authenticate(house.db, token)).toBeNull();
    await access.enableUser(boss(), { user: user.email });
    expect(await access.authenticate(house.db, token)).toMatchObject({ id: user.id });
  });

  it("acts in the role they have now, not in the one they came with", async () => {
    const user = await aUser(house.db);
    const desk = deskAs(house.db, user);
    await access.setRole(boss(), { user: user.email, role: "REPORTER" });
    await expect(createSection(desk, { name: "Too late" })).rejects.toEqual(refusal("FORBIDDEN"));
  });
});

describe("the last enabled admin", () => {
  it("can be neither disabled nor demoted, however many try at once", async () => {
    const admins = await house.db.user.findMany({ where: { role: "ADMIN", disabledAt: null } });
    const more = await Promise.all([aUser(house.db, "ADMIN"), aUser(house.db, "ADMIN")]);
    const acts = [...admins, ...more].map(({ id: user }, n) =>
      n % 2 === 0 ? access.disableUser(boss(), { user }) : access.setRole(boss(), { user, role: "EDITOR" }),
    );
    const ends = await Promise.allSettled(acts);
    const refused = ends.filter(({ status }) => status === "rejected");
    expect(refused).toEqual([{ status: "rejected", reason: refusal("LAST_ADMIN") }]);
    expect(await house.db.user.count({ where: { role: "ADMIN", disabledAt: null } })).toBe(1);
    const gone = house.pool.query("DELETE FROM app_user WHERE role = 'ADMIN'");
    await expect(gone).rejects.toMatchObject({ constraint: "app_user_last_admin" });
  });
});

describe("somebody whose work is limited to sections", () => {
  async function limited() {
    const db = house.db;
    const [sport, world] = [await aSection(db), await aSection(db)];
    const tennis = await aSection(db, { parent: sport.id });
    const user = await aUser(db);
    await access.scopeUser(boss(), { user: user.email, sectionIds: [sport.id] });
    return { sport, world, tennis, user, desk: deskAs(db, user) };
  }
  const outside = refusal("SECTION_OUT_OF_SCOPE", { entry: expect.objectContaining({ exit: 6 }) });

  it("writes there and below, and nowhere else", async () => {
    const { sport, world, tennis, desk } = await limited();
    const own = await createArticle(desk, { headline: "Set point", sectionId: tennis.id });
    await expect(createArticle(desk, { headline: "Abroad", sectionId: world.id })).rejects.toEqual(outside);
    const twice = createArticle(desk, { headline: "Both", sectionId: sport.id, secondarySections: [world.id] });
    await expect(twice).rejects.toEqual(outside);
    const foreign = await createArticle(boss(), { headline: "Foreign", sectionId: world.id });
    const seen = { id: foreign.id, expectedVersion: 1 };
    await expect(reviseArticle(desk, { ...seen, changes: { headline: "Mine" } })).rejects.toEqual(outside);
    await expect(placeArticle(desk, { ...seen, sectionId: sport.id })).rejects.toEqual(outside);
    await expect(createPreview(desk, { articleId: foreign.id, minutes: 5 })).rejects.toEqual(outside);
    const away = { id: own.id, expectedVersion: 1 };
    await expect(placeArticle(desk, { ...away, sectionId: world.id })).rejects.toEqual(outside);
    await expect(placeArticle(desk, { ...away, secondarySections: [world.id] })).rejects.toEqual(outside);
    expect((await placeArticle(desk, { ...away, sectionId: sport.id })).sectionId).toBe(sport.id);
  });

  it("leaves alone what others placed in a section of theirs, and may keep it", async () => {
    const { sport, world, desk } = await limited();
    const both = await createArticle(boss(), {
      ...{ headline: "Games abroad", sectionId: sport.id, secondarySections: [world.id] },
    });
    const kept = await placeArticle(desk, { id: both.id, expectedVersion: 1, secondarySections: [world.id] });
    expect(kept.version).toBe(2);
    const bare = placeArticle(desk, { id: both.id, expectedVersion: 2, secondarySections: [] });
    await expect(bare).rejects.toEqual(outside);
  });

  it("changes sections there only, and takes none to the top", async () => {
    const { sport, world, tennis, desk } = await limited();
    await expect(createSection(desk, { name: "Top" })).rejects.toEqual(outside);
    await expect(createSection(desk, { name: "Below", parent: world.id })).rejects.toEqual(outside);
    const golf = await createSection(desk, { name: "Golf", parent: sport.id });
    const seen = { expectedVersion: 1 };
    await expect(renameSection(desk, { section: world.id, ...seen, name: "Mine" })).rejects.toEqual(outside);
    await expect(moveSection(desk, { section: golf.id, ...seen, under: null })).rejects.toEqual(outside);
    await expect(moveSection(desk, { section: golf.id, ...seen, under: world.id })).rejects.toEqual(outside);
    expect((await moveSection(desk, { section: golf.id, ...seen, under: tennis.id })).parentId).toBe(tennis.id);
  });

  it("lays redirects over no path outside, and takes none away there", async () => {
    const { sport, world, tennis, desk } = await limited();
    const own = { from: `/${tennis.path}/old-court`, to: `/${sport.path}/court` };
    const row = await addRedirect(desk, own);
    for (const from of [`/${world.path}/summit`, "/nowhere-yet", `/${sport.path}-archive/cup`])
      await expect(addRedirect(desk, { ...own, from, prefix: true })).rejects.toEqual(outside);
    const foreign = await addRedirect(boss(), { from: `/${world.path}/summit`, to: `/${world.path}/talks` });
    await expect(removeRedirect(desk, { redirect: foreign.id })).rejects.toEqual(outside);
    expect(await removeRedirect(desk, { redirect: own.from })).toMatchObject({ id: row.id });
  });

  it("is free again once no limit is left, and told at once when limits change", async () => {
    const { world, user, desk } = await limited();
    await withTransaction(desk, async (open) => {
      expect(await access.limitsOf(open)).toHaveLength(1);
    });
    await access.scopeUser(boss(), { user: user.email, sectionIds: [] });
    const made = await createArticle(desk, { headline: "Free", sectionId: world.id });
    expect(made.sectionId).toBe(world.id);
  });

  it("does not change limits of their own, nor to what is no section", async () => {
    const { sport } = await limited();
    const chief = await aUser(house.db, "ADMIN");
    await access.scopeUser(boss(), { user: chief.email, sectionIds: [sport.id] });
    const free = access.scopeUser(deskAs(house.db, chief), { user: chief.email, sectionIds: [] });
    await expect(free).rejects.toEqual(refusal("FORBIDDEN"));
    const nowhere = access.scopeUser(boss(), { user: chief.email, sectionIds: [newId()] });
    await expect(nowhere).rejects.toEqual(refusal("NOT_FOUND"));
  });
});

describe("a token with scopes", () => {
  const bearer = async (token: string) => (await access.authenticate(house.db, token)) ?? access.systemActor;
  const held = async (token: string) => {
    const actor = await bearer(token);
    return (Object.keys(access.permissions) as access.Permission[]).filter((name) => access.may(actor, name));
  };
  const make = (user: string, scopes: string[]) => access.createToken(boss(), { user, name: "t", scopes });

  it("holds those permissions and no more than its user's role", async () => {
    const { email } = await aUser(house.db, "EDITOR");
    expect(await held((await make(email, ["read"])).token)).toEqual(["article:read-drafts"]);
    const words = await held((await make(email, ["article:*", "user:manage"])).token);
    expect(words).toEqual(expect.arrayContaining(["article:publish", "article:revise"]));
    expect(words).not.toEqual(expect.arrayContaining(["article:unpublish"]));
    expect(words).not.toEqual(expect.arrayContaining(["user:manage"]));
    const all = await held((await make(email, [])).token);
    expect(all).toEqual(expect.arrayContaining(["section:manage", "token:manage"]));
    await expect(make(email, ["everything"])).rejects.toEqual(refusal("INVALID_INPUT"));
  });

  it("makes none that holds more than itself", async () => {
    const { email } = await aUser(house.db, "EDITOR");
    const { token } = await make(email, ["read", "token:manage"]);
    const desk = { ...boss(), actor: await bearer(token) };
    for (const scopes of [[], ["article:*"]]) {
      const wider = access.createToken(desk, { user: email, name: "wider", scopes });
      await expect(wider).rejects.toEqual(refusal("FORBIDDEN"));
    }
    const narrow = await access.createToken(desk, { user: email, name: "narrow", scopes: ["read"] });
    expect(narrow.record.scopes).toEqual(["read"]);
    const reader = { ...boss(), actor: await bearer(narrow.token) };
    const none = access.createToken(reader, { user: email, name: "none", scopes: ["read"] });
    await expect(none).rejects.toEqual(refusal("FORBIDDEN"));
  });

  it("makes none that lasts longer than itself", async () => {
    const { email } = await aUser(house.db, "EDITOR");
    const { token, record } = await access.createToken(boss(), { user: email, name: "visit", expiresInDays: 2 });
    const desk = { ...boss(), actor: await bearer(token) };
    const longer = access.createToken(desk, { user: email, name: "stay", expiresInDays: 3 });
    await expect(longer).rejects.toEqual(refusal("FORBIDDEN"));
    const ends = async (expiresInDays?: number) =>
      (await access.createToken(desk, { user: email, name: "more", ...(expiresInDays && { expiresInDays }) })).record
        .expiresAt;
    expect(await ends()).toEqual(record.expiresAt);
    expect((await ends(1))?.getTime()).toBeLessThan(record.expiresAt?.getTime() ?? 0);
  });
});
