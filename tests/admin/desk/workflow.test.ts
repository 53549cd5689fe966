import { beforeAll, describe, expect, it } from "@jest/globals";
import { deskSession } from "../../support/desk-session.ts";

const { desk, json } = deskSession();
const create = (headline: string): Promise<Record<string, unknown>> =>
  json(["article", "create", "--headline", headline, "--section", "local", "--file", "-"], "Cars crossed at dawn.\n");

interface Line {
  readonly article: string;
  readonly outcome: string;
  readonly state: string | null;
  readonly code: string | null;
}

const brief = (text: string) =>
  (JSON.parse(text) as readonly Line[]).map(({ article, outcome, state, code }) => [article, outcome, state, code]);

beforeAll(async () => {
  await json(["section", "create", "Local"]);
  for (const headline of ["Bridge one", "Bridge two", "Bridge three"]) await create(headline);
}, 180_000);

describe("many articles at once", () => {
  it("are each an act of their own: what fails is told by its code, and the command ends with 7", async () => {
    const mixed = await desk(["article", "submit", "bridge-one", "no-such-bridge", "bridge-two", "--json"]);
    expect(brief(mixed.stdout)).toEqual([
      ["bridge-one", "done", "IN_REVIEW", null],
      ["no-such-bridge", "failed", null, "NOT_FOUND"],
      ["bridge-two", "done", "IN_REVIEW", null],
    ]);
    expect([mixed.code, mixed.stderr]).toEqual([7, "2 done. 1 failed: NOT_FOUND 1.\n"]);
  });

  it("are chosen by state and section, only with a yes, and can be rehearsed", async () => {
    const chosen = ["article", "approve", "--state", "in-review", "--section", "local"];
    const asked = await desk(chosen);
    expect([asked.code, asked.stdout, asked.stderr]).toEqual([2, "", expect.stringContaining('Approve "2 articles"')]);
    const rehearsed = await desk([...chosen, "--dry-run", "--json"]);
    expect(brief(rehearsed.stdout).map(([, , state]) => state)).toEqual(["APPROVED", "APPROVED"]);
    expect(rehearsed.stderr).toContain("nothing was written");
    const done = await desk([...chosen, "--yes", "--json"]);
    expect([done.code, done.stderr, brief(done.stdout).length]).toEqual([0, "2 done.\n", 2]);
    const none = await desk([...chosen, "--yes", "--json"]);
    expect([none.code, none.stdout]).toEqual([0, "[]\n"]);
  });

  it("are scheduled on the clock of another place", async () => {
    const at = ["--at", "2031-11-24 06:00", "--tz", "Asia/Dubai"];
    const done = await desk(["article", "schedule", "--state", "approved", ...at, "--yes"]);
    expect([done.code, done.stderr]).toEqual([0, "2 done.\n"]);
    expect(done.stdout).toMatch(/bridge-one +done +SCHEDULED/);
    const article = await json(["article", "show", "bridge-one"]);
    expect(article["publishedAt"]).toBe("2031-11-24T02:00:00.000Z");
  });

  it.each([
    [["article", "approve"], 2, "Name one or more"],
    [["article", "approve", "bridge-one", "--state", "draft"], 2, "not both"],
    [["article", "approve", "bridge-one", "bridge-two", "--if-version", "1"], 2, "is about one article"],
    [["article", "hold", "bridge-one"], 2, "--reason"],
    [["article", "kill", "bridge-one", "--reason", "x"], 2, "Add --yes."],
    [["article", "approve", "bridge-three"], 4, "From here it can: submit, schedule, publish, spike."],
    [["article", "schedule", "bridge-three", "--at", "2026-03-29 02:30", "--tz", "Europe/Berlin"], 2, "put forward"],
    [
      ["article", "schedule", "bridge-three", "--at", "18:00", "--tz", "Mars/Olympus"],
      2,
      'no time zone "Mars/Olympus"',
    ],
    [["article", "embargo", "bridge-three"], 2, "Give one of --until, --open and --lift."],
    [["article", "expire", "bridge-three"], 2, "Give either --at TIME or --never."],
  ])("answers %j with %i", async (words, exit, hint) => {
    const { code, stdout, stderr } = await desk(words);
    expect({ code, stdout, stderr }).toEqual({ code: exit, stdout: "", stderr: expect.stringContaining(hint) });
  });

  it("goes under embargo, out of it with a reason, and to its kill", async () => {
    const under = await json(["article", "embargo", "bridge-three", "--open", "--note", "Treasury"]);
    expect(under).toMatchObject({ embargoHold: true });
    const early = await desk(["article", "publish", "bridge-three", "--json"]);
    expect([early.code, JSON.parse(early.stderr)]).toEqual([4, expect.objectContaining({ code: "UNDER_EMBARGO" })]);
    await json(["article", "embargo", "bridge-three", "--lift", "--reason", "it is out"]);
    expect(await json(["article", "publish", "bridge-three"])).toMatchObject({ state: "PUBLISHED" });
    const killed = await json([
      "article",
      "kill",
      "bridge-three",
      "--reason",
      "wrong",
      "--legal-note",
      "a letter",
      "--yes",
    ]);
    expect(killed).toMatchObject({ state: "KILLED", stateNote: "wrong", legalNote: "a letter" });
  });
});
