import { describe, expect, it } from "@jest/globals";
import { deskSession } from "../../support/desk-session.ts";

const { desk, json, database } = deskSession();

const body = "Cars crossed at dawn.\n\n## Why it took so long\n\nRust, mostly.\n";
const create = (headline: string): Promise<Record<string, unknown>> =>
  json(["article", "create", "--headline", headline, "--section", "local", "--file", "-"], body);

describe("desk article", () => {
  it("takes an article from draft to readers and back, each step one command", async () => {
    await json(["section", "create", "Local"]);
    const draft = await create("Harbour bridge reopens");
    expect(draft).toMatchObject({ slug: "harbour-bridge-reopens", state: "DRAFT", section: "local", version: 1 });
    expect(draft["body"]).toMatchObject([{ type: "paragraph" }, { type: "heading", level: 2 }, { type: "paragraph" }]);

    const published = await json(["article", "publish", "harbour-bridge-reopens"]);
    expect(published).toMatchObject({ state: "PUBLISHED", version: 2, liveRevision: 1 });
    expect(published["path"]).toMatch(/^\/local\/\d{4}\/\d\d\/\d\d\/harbour-bridge-reopens$/);

    const path = String(published["path"]);
    const set = await json(["article", "set", path, "kicker=Traffic", "bylines=Mara Quill; Jon Vale"]);
    expect(set).toMatchObject({ kicker: "Traffic", bylines: ["Mara Quill", "Jon Vale"], revision: 2, liveRevision: 1 });

    const history = await json<{ n: number; marks: string[] }[]>(["article", "history", String(draft["id"])]);
    expect(history.map(({ n, marks }) => [n, marks])).toEqual([
      [2, ["HEAD"]],
      [1, ["LIVE"]],
    ]);

    const down = await json(["article", "unpublish", "harbour-bridge-reopens", "--reason", "wrong bridge", "--yes"]);
    expect(down).toMatchObject({ state: "UNPUBLISHED" });
    expect(await database.db.auditEvent.findFirst({ where: { action: "article:unpublish" } })).toMatchObject({
      door: "CLI",
      reason: "wrong bridge",
      osUser: expect.stringMatching(/./),
    });
  });

  it("rehearses without leaving a trace", async () => {
    await create("Ferry runs late");
    const before = await database.db.auditEvent.count();
    const { code, stdout, stderr } = await desk(["article", "publish", "ferry-runs-late", "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^state +DRAFT → PUBLISHED$/m);
    expect(stderr).toContain("nothing was written");
    expect(await json(["article", "show", "ferry-runs-late"])).toMatchObject({ state: "DRAFT", version: 1 });
    expect(await database.db.auditEvent.count()).toBe(before);
  });

  it("refuses to write on another version than the one seen, and ends with 5", async () => {
    await create("Tide tables corrected");
    const { code, stderr } = await desk([
      "article",
      "set",
      "tide-tables-corrected",
      "kicker=x",
      "--if-version",
      "7",
      "--json",
    ]);
    expect(code).toBe(5);
    expect(JSON.parse(stderr)).toMatchObject({
      code: "ARTICLE_STALE",
      details: { expectedVersion: 7, currentVersion: 1 },
    });
  });

  it("schedules, and lists what goes out", async () => {
    await create("Tomorrow's market");
    const at = await json(["article", "publish", "tomorrows-market", "--at", "+2h"]);
    expect(at).toMatchObject({ state: "SCHEDULED" });
    const due = await json<{ slug: string }[]>(["article", "list", "--state", "scheduled"]);
    expect(due.map(({ slug }) => slug)).toEqual(["tomorrows-market"]);
    expect((await desk(["article", "list", "--section", "local", "--q", "market", "--format", "count"])).stdout).toBe(
      "1\n",
    );
  });

  it("changes slug, kind and words in one act", async () => {
    await create("Lighthouse sold");
    const set = await json([
      "article",
      "set",
      "lighthouse-sold",
      "slug=lighthouse",
      "kind=analysis",
      "standfirst=At last.",
    ]);
    expect(set).toMatchObject({ slug: "lighthouse", kind: "ANALYSIS", standfirst: "At last.", version: 4 });
    const bad = await desk(["article", "set", "lighthouse", "kicker=x", "kind=gossip"]);
    expect([bad.code, bad.stdout]).toEqual([4, ""]);
    expect(await json(["article", "show", "lighthouse"])).toMatchObject({ kicker: null, version: 4 });
  });

  it("shows an article as a page", async () => {
    const { stdout } = await desk(["article", "show", "lighthouse"]);
    expect(stdout).toContain("Lighthouse sold\nAt last.\n");
    expect(stdout).toContain("Why it took so long");
    expect(stdout).toContain("ANALYSIS");
  });

  it.each([
    [["article", "show", "lighthose"], 3, "Did you mean"],
    [["article", "create", "--headline", "x", "--section", "nowhere"], 3, 'There is no section "nowhere".'],
    [["article", "publish", "lighthouse", "--at", "2001-01-01"], 4, "lies in the past"],
    [["article", "publish", "lighthouse", "--at", "soon"], 2, "is no time we understand"],
    [["article", "unpublish", "lighthouse", "--reason", "x"], 2, "Add --yes."],
    [["article", "unpublish", "lighthouse", "--reason", "x", "--yes"], 4, "cannot unpublish"],
    [["article", "create", "--headline", "x", "--section", "local", "--slug", "lighthouse"], 5, "belongs to another"],
    [["article", "set", "lighthouse", "colour=red"], 2, "The fields are"],
    [["article", "create", "--headline", "x", "--section", "local", "--file", "/no/such"], 2, "there is no such file"],
    [["article", "create", "--headline", "x", "--section", "local", "--file", "/dev/zero"], 2, "larger than 64 MB"],
  ])("answers %j with %i", async (words, exit, hint) => {
    const { code, stdout, stderr } = await desk(words);
    expect({ code, stdout, stderr }).toEqual({ code: exit, stdout: "", stderr: expect.stringContaining(hint) });
    // Before an article goes, it is said where it is used.
    expect(stderr).toMatch(/^(lighthouse: .*\n)?error: .*\n$/);
  });
});
