import { describe, expect, it } from "@jest/globals";
import { runDesk } from "../../support/desk-command.ts";
import { admin, deskSession } from "../../support/desk-session.ts";

const { desk, json, database } = deskSession();

interface Row {
  readonly id: string;
  readonly action: string;
}

describe("desk user", () => {
  it("gives roles and names, and says what changed", async () => {
    await json(["user", "create", "jon@news.example", "--role", "reporter"]);
    const raised = await json(["user", "set-role", "jon@news.example", "editor", "--reason", "promoted"]);
    expect(raised).toMatchObject({ role: "EDITOR", sections: [] });
    expect(await json(["user", "rename", "jon@news.example", "Jon Vale"])).toMatchObject({ name: "Jon Vale" });
  });

  it("limits what somebody writes to sections, and sets them free", async () => {
    await json(["section", "create", "Sport"]);
    await json(["section", "create", "World"]);
    const limited = await json(["user", "scope", "jon@news.example", "--section", "sport"]);
    expect(limited).toMatchObject({ sections: ["sport"] });
    const asJon = (words: string[]) => runDesk(words, { url: database.url, as: "jon@news.example" });
    const outside = await asJon(["article", "create", "--headline", "Abroad", "--section", "world"]);
    expect([outside.code, outside.stderr]).toEqual([6, expect.stringContaining("limited to /sport")]);
    expect((await asJon(["article", "create", "--headline", "Set point", "--section", "sport"])).code).toBe(0);
    expect((await desk(["user", "scope", "jon@news.example"])).code).toBe(2);
    expect(await json(["user", "scope", "jon@news.example", "--everywhere"])).toMatchObject({ sections: [] });
  });

  it("does not leave the newsroom without an admin", async () => {
    const demoted = await desk(["user", "set-role", admin, "editor"]);
    expect([demoted.code, demoted.stderr]).toEqual([4, expect.stringContaining("Make one: desk user set-role")]);
    expect((await desk(["user", "disable", admin, "--yes", "--dry-run"])).code).toBe(4);
  });
});

describe("desk audit", () => {
  it("lists acts by what they were, who did them and when", async () => {
    const acts = await json<Row[]>(["audit", "list", "--actor", admin, "--action", "user", "--since", "2h"]);
    expect(acts.map(({ action }) => action)).toEqual([
      ...["user:scope", "user:scope", "user:rename", "user:set-role", "user:create"],
    ]);
    const written = await json<Row[]>(["audit", "list", "--article", "set-point", "--door", "cli"]);
    expect(written).toMatchObject([{ action: "article:create", actor: "Jon Vale", requestId: expect.any(String) }]);
    const page = await desk(["audit", "list", "--limit", "1"]);
    expect([page.code, page.stderr]).toEqual([0, expect.stringContaining("--after")]);
    expect(await json(["audit", "list", "--since", "2999-01-01"])).toEqual([]);
  });

  it("shows one with what it changed and why, and numbers nobody bears as missing", async () => {
    const [, , , role] = await json<Row[]>(["audit", "list", "--action", "user"]);
    const { stdout } = await desk(["audit", "show", role?.id ?? ""]);
    expect(stdout).toContain("Because: promoted\n");
    expect(stdout).toContain("- role: REPORTER\n+ role: EDITOR\n");
    expect(stdout).toContain("  email: jon@news.example\n");
    expect((await desk(["audit", "show", "999999"])).code).toBe(3);
    expect((await desk(["audit", "show", "first"])).code).toBe(4);
  });

  it("proves the record, keeps it against a head, and ends with 1 when it does not hold", async () => {
    const verdict = await json(["audit", "verify"]);
    expect(verdict).toMatchObject({ holds: true, fault: null, head: expect.stringMatching(/^\d+:[0-9a-f]{64}$/) });
    expect((await desk(["audit", "verify", "--expect", String(verdict["head"])])).code).toBe(0);
    const other = String(verdict["head"]).replace(/.{8}$/, "00000000");
    expect((await desk(["audit", "verify", "--expect", other])).code).toBe(1);
  });

  it("ends with 1 and names the row when somebody changed it behind the triggers", async () => {
    await database.pool.query(
      "BEGIN; SET LOCAL session_replication_role = replica; UPDATE audit_event SET reason = 'bribed' WHERE reason = 'promoted'; COMMIT",
    );
    const broken = await desk(["audit", "verify", "--json"]);
    expect(broken.code).toBe(1);
    expect(JSON.parse(broken.stdout)).toMatchObject({ holds: false, fault: expect.stringContaining("was changed") });
    const editor = await runDesk(["audit", "verify"], { url: database.url, as: "jon@news.example" });
    expect(editor.code).toBe(6);
  });
});
