import { describe, expect, it } from "@jest/globals";
import { spawnDesk } from "../../support/desk-command.ts";

describe("desk, misunderstood", () => {
  it("shows its nouns to whoever says nothing", async () => {
    const { code, stdout } = await spawnDesk([]);
    expect(code).toBe(0);
    expect(stdout).toContain("articles in any state");
  });

  it("answers --help quickly, without a database", async () => {
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const begun = performance.now();
      expect((await spawnDesk(["--help"])).code).toBe(0);
      times.push(performance.now() - begun);
    }
    // The promise is 0.3 s on an idle machine; tests share theirs.
    expect(Math.min(...times)).toBeLessThan(900);
  });

  it.each([
    [["article", "publish", "--help"], "desk article publish harbour-bridge-reopens"],
    [["help", "article", "publish"], "desk article publish harbour-bridge-reopens"],
    [["article", "help"], "unpublish"],
  ])("explains %j", async (words, text) => {
    const { code, stdout, stderr } = await spawnDesk(words);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(text);
  });

  it.each([
    [["artcle"], "Did you mean article?"],
    [["article", "pubish"], "Did you mean publish?"],
    [["article", "list", "--sate", "draft"], "Did you mean --state?"],
    [["article"], "wants a verb: create, list"],
    [["article", "publish"], "Name one or more, or choose them by --state"],
    [["article", "list", "too", "many"], "error: Too many arguments"],
    [["credit", "parse", "x", "--format", "xml"], "Allowed choices are table, json"],
    [["credit", "parse", "x", "--fields", "nope"], "The fields are line, parts."],
  ])("tells %j in one line and ends with 2", async (words, hint) => {
    const { code, stdout, stderr } = await spawnDesk(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toContain(hint);
  });

  it("tells it to a program as one JSON object", async () => {
    const { code, stderr } = await spawnDesk(["article", "pubish", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      code: "BAD_USAGE",
      fix: expect.stringContaining("publish"),
      details: {},
    });
  });

  it("says that the database cannot be reached, without a stack, and ends with 8", async () => {
    const { code, stdout, stderr } = await spawnDesk(["section", "list"]);
    expect([code, stdout]).toEqual([8, ""]);
    expect(stderr).toMatch(/^error: The database cannot be reached: nothing listens there\. .*\n$/);
  });

  it("shows where an error came from when asked", async () => {
    const { stderr } = await spawnDesk(["section", "list", "--debug"]);
    expect(stderr).toMatch(/\n {4}at /);
  });

  it("lets the doctor say what is wrong with the database", async () => {
    const { code, stdout } = await spawnDesk(["doctor", "--json"]);
    expect(code).toBe(8);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ check: "database", status: "fail" }));
  });

  it.each(["bash", "zsh", "fish"])("completes in %s", async (shell) => {
    const { code, stdout } = await spawnDesk(["completion", shell]);
    expect(code).toBe(0);
    expect(stdout).toContain("unpublish");
  });
});
