import { beforeAll, describe, expect, it } from "@jest/globals";
import { verifyPreview } from "../../../src/newsroom/preview/index.ts";
import { deskSession } from "../../support/desk-session.ts";

const { database, desk, json } = deskSession();

beforeAll(async () => {
  await json(["section", "create", "Harbour"]);
  await json(["article", "create", "--headline", "Lock opens", "--section", "harbour", "--slug", "lock"]);
}, 60_000);

describe("desk preview", () => {
  it("makes a token that opens the article, lists it without its token, and ends it", async () => {
    const made = await desk(["preview", "create", "lock", "--for", "2h", "--note", "for the lawyers", "--json"]);
    expect([made.code, made.stderr]).toEqual([0, expect.stringMatching(/curl .*\/preview\/graphql -H 'Authorization/)]);
    const { token, address, id, expires } = JSON.parse(made.stdout) as Record<string, string>;
    expect(address).toBe(`http://localhost:4000/preview/graphql?token=${token!}`);
    expect(new Date(expires!).getTime() - Date.now()).toBeGreaterThan(119 * 60_000 - 30_000);
    expect(await verifyPreview(database.db, token!)).toMatchObject({ state: "DRAFT" });
    const listed = await desk(["preview", "list", "lock", "--json"]);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ id, article: "lock", note: "for the lawyers" }]);
    expect(listed.stdout).not.toContain(token);
    expect((await desk(["preview", "revoke", id!, "--yes"])).code).toBe(0);
    expect(await verifyPreview(database.db, token!)).toBeNull();
    expect(await json(["preview", "list"])).toEqual([]);
    expect(await json(["preview", "list", "--all"])).toMatchObject([{ id }]);
  });

  it("says what is wrong, and what to write", async () => {
    const wrong = await desk(["preview", "create", "lock", "--for", "soon"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--for 30m, 2h or 3d")]);
    expect((await desk(["preview", "create", "lock", "--for", "31d"])).code).toBe(4);
    expect((await desk(["preview", "create", "nothing"])).code).toBe(3);
  });

  it("writes nothing in a rehearsal", async () => {
    const before = await database.db.previewToken.count();
    expect((await desk(["preview", "create", "lock", "--dry-run"])).code).toBe(0);
    expect(await database.db.previewToken.count()).toBe(before);
  });
});
