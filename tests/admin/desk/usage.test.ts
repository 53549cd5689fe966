import { describe, expect, it } from "@jest/globals";
import { runDesk } from "../../support/desk-command.ts";

describe("desk, misunderstood", () => {
  it("shows its nouns to whoever says nothing", async () => {
    const { code, stdout } = await runDesk([]);
    expect(code).toBe(0);
    expect(stdout).toContain("articles in any state");
  });

  it.each([
    [["article", "publish", "--help"], "desk article publish harbour-bridge-reopens"],
    [["help", "article", "publish"], "desk article publish harbour-bridge-reopens"],
    [["article", "help"], "unpublish"],
  ])("explains %j", async (words, text) => {
    const { code, stdout, stderr } = await runDesk(words);
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
    const { code, stdout, stderr } = await runDesk(words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: .*\n$/);
    expect(stderr).toContain(hint);
  });

  it("tells it to a program as one JSON object", async () => {
    const { code, stderr } = await runDesk(["article", "pubish", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject({
      code: "BAD_USAGE",
      fix: expect.stringContaining("publish"),
      details: {},
    });
  });

  it("says that the database cannot be reached, without a stack, and ends with 8", async () => {
    const { code, stdout, stderr } = await runDesk(["section", "list"]);
    expect([code, stdout]).toEqual([8, ""]);
    expect(stderr).toMatch(/^error: The database cannot be reached: nothing listens there\. .*\n$/);
  });

  it("shows where an error came from when asked", async () => {
    const { stderr } = await runDesk(["section", "list", "--debug"]);
    expect(stderr).toMatch(/\n {4}at /);
  });

  it("lets the doctor say what is wrong with the database", async () => {
    const { code, stdout } = await runDesk(["doctor", "--json"]);
    expect(code).toBe(8);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ check: "database", status: "fail" }));
  });

  it.each(["bash", "zsh", "fish"])("completes in %s", async (shell) => {
    const { code, stdout } = await runDesk(["completion", shell]);
    expect(code).toBe(0);
    expect(stdout).toContain("unpublish");
  });
});
