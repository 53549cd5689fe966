import { describe, expect, it } from "@jest/globals";
import { runDesk } from "../../support/desk-command.ts";
import { deskSession } from "../../support/desk-session.ts";

const { desk, json, database } = deskSession();

interface Section {
  readonly path: string;
}

describe("Who acts", () => {
  it("must be said on a database that is not our own", async () => {
    const { code, stderr } = await runDesk(["section", "create", "Local"], { url: database.url });
    expect([code, stderr]).toEqual([6, expect.stringContaining("--as EMAIL")]);
  });

  it("must be somebody who works here", async () => {
    const told = (as: string) => runDesk(["section", "list"], { url: database.url, as });
    const ghost = await told("ghost@news.example");
    expect(ghost.code).toBe(6);
    await json(["user", "create", "gone@news.example", "--role", "reporter"]);
    await json(["user", "disable", "gone@news.example", "--yes", "--reason", "left the house"]);
    expect(await told("gone@news.example")).toEqual(ghost);
  });

  it("may only do what the role allows", async () => {
    await json(["user", "create", "cub@news.example", "--role", "reporter", "--name", "Cub"]);
    const { code } = await runDesk(["section", "create", "Local"], { url: database.url, as: "cub@news.example" });
    expect(code).toBe(6);
  });

  it("is known by email, role and name", async () => {
    const users = await json(["user", "list"]);
    expect(users).toMatchObject([
      { email: "chief@news.example", disabledAt: null },
      { email: "cub@news.example", role: "REPORTER" },
      { email: "gone@news.example", disabledAt: expect.stringMatching(/^\d{4}/) },
    ]);
  });
});

describe("desk section", () => {
  it("builds a tree, renames and moves", async () => {
    await json(["section", "create", "World"]);
    await json(["section", "create", "Europe", "--under", "world"]);
    await json(["section", "create", "Asia", "--under", "world", "--at", "1"]);
    expect((await desk(["section", "tree"])).stdout).toBe(
      "World  world\n├─ Asia  world/asia\n└─ Europe  world/europe\n",
    );
    expect(await json(["section", "rename", "world", "Abroad", "--slug", "abroad"])).toMatchObject({ path: "abroad" });
    expect(await json(["section", "move", "europe", "--top"])).toMatchObject({ path: "europe", position: 2 });
    expect(await json(["section", "move", "europe", "--at", "1"])).toMatchObject({ position: 1 });
    const paths = (await json<Section[]>(["section", "list"])).map(({ path }) => path);
    expect(paths).toEqual(["europe", "abroad", "abroad/asia"]);
  });

  it("refuses circles, nonsense and what exists", async () => {
    expect((await desk(["section", "move", "abroad", "--under", "asia"])).code).toBe(4);
    expect((await desk(["section", "move", "asia"])).code).toBe(2);
    expect((await desk(["section", "rename", "asia"])).code).toBe(2);
    expect((await desk(["section", "create", "Europe"])).code).toBe(5);
    expect((await desk(["section", "rename", "asia", "Orient", "--if-version", "99"])).code).toBe(5);
  });
});

describe("desk media", () => {
  const line = "  Ada Lens/ POOL/ AFP";

  it("takes in a medium that waits for its file, its credit byte for byte", async () => {
    const medium = await json(["media", "add", "--credit", line, "--alt", "A bridge", "--caption", "At dawn"]);
    expect(medium).toMatchObject({ credit: line, file: null, caption: "At dawn" });
    expect(medium["parts"]).toMatchObject([
      { role: "photographer" },
      { role: "pool" },
      { role: "agency", agency: "AFP" },
    ]);
    const id = String(medium["id"]);
    const credited = await json(["media", "credit", id.slice(0, 18), "Ada Lens"]);
    expect(credited).toMatchObject({ credit: "Ada Lens", parts: [{ role: "photographer" }] });
    expect(await json(["media", "show", id])).toEqual(credited);
    expect(await json(["media", "list", "--q", "lens"])).toMatchObject([{ id }]);
  });

  it("shows a medium on an article in the same act, or in one of its own", async () => {
    await json(["article", "create", "--headline", "Bridge", "--section", "europe"]);
    await json(["media", "add", "--credit", "Jon Vale", "--article", "bridge"]);
    expect(await json(["article", "show", "bridge"])).toMatchObject({
      media: [{ role: "LEAD", creditLine: "Jon Vale" }],
    });
    const [medium] = await json<{ id: string }[]>(["media", "list", "--q", "lens"]);
    const placed = await json(["media", "place", String(medium?.id), "bridge", "--role", "gallery"]);
    expect(placed["media"]).toMatchObject([{ role: "LEAD" }, { role: "GALLERY", creditLine: "Ada Lens" }]);
  });

  it("refuses a file that is no picture", async () => {
    const { code, stderr } = await desk(["media", "add", "package.json"]);
    expect([code, stderr]).toEqual([4, expect.stringContaining("PNG or JPEG")]);
  });
});

describe("desk contributor, topic and token", () => {
  it("makes and lists contributors and topics", async () => {
    expect(await json(["contributor", "create", "Mara Quill"])).toMatchObject({ slug: "mara-quill", kind: "PERSON" });
    expect((await desk(["contributor", "list", "--q", "quill", "--format", "count"])).stdout).toBe("1\n");
    expect(await json(["topic", "create", "City notes", "--type", "blog"])).toMatchObject({ type: "BLOG" });
    expect(await json(["topic", "list", "--type", "blog"])).toMatchObject([{ slug: "city-notes" }]);
    expect((await desk(["topic", "create", "City notes", "--type", "blog"])).code).not.toBe(1);
  });

  it("shows a token once, and ends it", async () => {
    const created = await json(["token", "create", "test", "--user", "cub@news.example", "--days", "3"]);
    expect(created["token"]).toMatch(/^dl_[0-9a-f]{10}_/);
    const listed = await desk(["token", "list", "--json"]);
    expect(listed.stdout).not.toContain(created["token"]);
    const name = String(created["token"]).slice(0, 13);
    expect((await desk(["token", "revoke", name])).code).toBe(2);
    expect(await json(["token", "revoke", name, "--yes"])).toMatchObject({ revoked: expect.stringMatching(/^\d{4}/) });
  });
});

describe("desk doctor", () => {
  it("finds all well, and a newsroom as the migrations make it", async () => {
    const findings = await json<{ check: string; status: string }[]>(["doctor"]);
    expect(findings).toContainEqual(expect.objectContaining({ check: "catalogue", status: "ok" }));
    expect(findings.filter(({ status }) => status === "fail")).toEqual([]);
  });

  it("leaves to the operator when tables are cleaned, and tells of a trigger that was switched off", async () => {
    const catalogue = async () => {
      const run = await desk(["doctor", "--json"]);
      const findings = JSON.parse(run.stdout) as { check: string; status: string }[];
      return findings.find(({ check }) => check === "catalogue")?.status;
    };
    await database.pool.query("alter table live_card set (autovacuum_vacuum_scale_factor = 0.02)");
    expect(await catalogue()).toBe("ok");
    await database.pool.query("alter table live_card disable trigger card_spelled");
    expect(await catalogue()).not.toBe("ok");
    await database.pool.query("alter table live_card enable always trigger card_spelled");
    expect(await catalogue()).toBe("ok");
  });

  it("finds what readers see out of step, and makes it anew", async () => {
    await database.pool.query(
      "insert into listing values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), now(), now())",
    );
    await database.pool.query(
      "insert into search_doc values (gen_random_uuid(), gen_random_uuid(), now(), now(), now(), '', '')",
    );
    const { code, stdout } = await desk(["doctor", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ check: "projections", status: "fail", fix: "desk doctor --rebuild" }),
    );
    const rebuilt = await json<{ table: string; removed: number }[]>(["doctor", "--rebuild"]);
    expect(rebuilt.map(({ table, removed }) => [table, removed])).toEqual([
      ["cards", 0],
      ["lists", 1],
      ["words", 1],
    ]);
    expect((await desk(["doctor"])).code).toBe(0);
  });
});
