import { describe, expect, it } from "@jest/globals";
import {
  actorFor,
  authenticate,
  createToken,
  createUser,
  findUser,
  listTokens,
  listUsers,
  may,
  permissions,
  revokeToken,
  Role,
  type Permission,
} from "../../../src/newsroom/access/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aUser, deskAs, deskOf } from "../../support/factories.ts";

const house = testDatabase();
const admin = () => deskOf(house.db, "ADMIN");

describe("the table of permissions", () => {
  const names = Object.keys(permissions) as Permission[];
  const roles = Object.values(Role);

  it.each(names)("lets every role from the least one on do %s, and no other", (permission) => {
    const allowed = roles.filter((role) => may({ kind: "USER", id: null, name: "x", role }, permission));
    expect(allowed).toEqual(roles.slice(roles.indexOf(permissions[permission])));
  });
});

describe("a user", () => {
  it("is made by an admin only, with the address folded", async () => {
    const user = await createUser(admin(), { email: " Ada.Lund@News.Example ", role: "EDITOR" });
    expect(user).toMatchObject({ email: "ada.lund@news.example", displayName: "ada.lund", role: "EDITOR" });
    const twice = createUser(admin(), { email: "ada.lund@news.example", role: "ADMIN" });
    await expect(twice).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    for (const role of ["REPORTER", "EDITOR", "DESK_HEAD"] as const) {
      const refused = createUser(deskOf(house.db, role), { email: "new@news.example", role: "ADMIN" });
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN", details: { needed: "ADMIN" } });
    }
    const wrong = createUser(admin(), { email: "no address", role: "EDITOR" });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID_INPUT", details: { faults: [{ path: ["email"] }] } });
  });

  it("is found by address and id by those who may look", async () => {
    const user = await aUser(house.db, "REPORTER");
    for (const name of [user.email.toUpperCase(), user.id, user.id.slice(0, 30)]) {
      expect((await findUser(deskOf(house.db), name)).id).toBe(user.id);
    }
    await expect(findUser(deskOf(house.db, "REPORTER"), user.email)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await listUsers(deskOf(house.db))).map(({ id }) => id)).toContain(user.id);
    await expect(listUsers(deskOf(house.db, "REPORTER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("acts under their own name and role, unless disabled", async () => {
    const user = await aUser(house.db, "DESK_HEAD");
    const { id, displayName: name } = user;
    expect(await actorFor(house.db, user.email)).toEqual({ kind: "USER", id, name, role: "DESK_HEAD" });
    await house.db.user.update({ where: { id }, data: { disabledAt: new Date() } });
    const told = (email: string) => actorFor(house.db, email).then(String, (error: unknown) => JSON.stringify(error));
    await expect(actorFor(house.db, user.email)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    for (const nobody of ["nobody@news.example", id, ""]) expect(await told(nobody)).toBe(await told(user.email));
  });
});

describe("a token", () => {
  it("lets its bearer in, is told once, and is kept as a hash only", async () => {
    const user = await aUser(house.db);
    const { token, record } = await createToken(admin(), { user: user.email, name: "newsroom script" });
    expect(token).toMatch(/^dl_[0-9a-f]{10}_[\w-]{43}$/);
    expect(record).toMatchObject({ keyPrefix: token.slice(0, 13), userId: user.id, expiresAt: null });
    expect(record).not.toHaveProperty("keyHash");
    expect(await authenticate(house.db, token)).toMatchObject({ id: user.id, role: "EDITOR" });
    const rows = await house.pool.query(
      "SELECT api_client::text AS client FROM api_client UNION ALL SELECT audit_event::text FROM audit_event",
    );
    expect(JSON.stringify(rows.rows)).not.toContain(token.slice(14));
    const noted = await house.db.apiClient.findUnique({ where: { id: record.id } });
    expect(noted?.lastUsedAt).toBeInstanceOf(Date);
  });

  it.each(["", "dl_", "Bearer x", "dl_0123456789_", `dl_0123456789_${"A".repeat(43)}`, "x".repeat(100_000), "\0"])(
    "that was never given lets nobody in (%#)",
    async (token) => {
      expect(await authenticate(house.db, token)).toBeNull();
    },
  );

  it("lets nobody in with another's secret, after its end, or for a disabled user", async () => {
    const user = await aUser(house.db);
    const make = (more = {}) => createToken(admin(), { user: user.id, name: "t", ...more });
    const [a, b, brief] = [await make(), await make(), await make({ expiresInDays: 1 })];
    expect(await authenticate(house.db, a.token.slice(0, 13) + b.token.slice(13))).toBeNull();
    const tomorrow = () => new Date(Date.now() + 25 * 3600 * 1000);
    expect(await authenticate(house.db, brief.token)).not.toBeNull();
    expect(await authenticate(house.db, brief.token, tomorrow)).toBeNull();
    await revokeToken(admin(), { token: a.record.keyPrefix });
    expect(await authenticate(house.db, a.token)).toBeNull();
    expect(await authenticate(house.db, b.token)).not.toBeNull();
    await house.db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await authenticate(house.db, b.token)).toBeNull();
  });

  it("is made and ended by its owner or an admin, and by nobody else", async () => {
    const [mine, other] = [await aUser(house.db, "REPORTER"), await aUser(house.db, "DESK_HEAD")];
    const own = await createToken(deskAs(house.db, mine), { user: mine.email, name: "laptop" });
    for (const user of [mine.email, "nobody@news.example"]) {
      const refused = createToken(deskAs(house.db, other), { user, name: "theirs" });
      await expect(refused).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const token of [own.record.keyPrefix, own.record.id, own.token]) {
      const hidden: unknown = await revokeToken(deskAs(house.db, other), { token }).catch((error: unknown) => error);
      expect(hidden).toMatchObject({ code: "NOT_FOUND" });
      expect(JSON.stringify(hidden)).not.toContain(own.token);
    }
    expect(await listTokens(deskAs(house.db, other))).toEqual([]);
    expect((await listTokens(deskAs(house.db, mine))).map(({ id }) => id)).toEqual([own.record.id]);
    expect((await listTokens(admin())).length).toBeGreaterThan(1);
    const ended = await revokeToken(deskAs(house.db, mine), { token: own.token });
    expect(ended.revokedAt).toBeInstanceOf(Date);
    expect(await revokeToken(admin(), { token: own.record.id })).toMatchObject({ revokedAt: ended.revokedAt });
  });
});
