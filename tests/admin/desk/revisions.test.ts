import { beforeAll, describe, expect, it } from "@jest/globals";
import { createArticle, holdArticle, publishArticle, reviseArticle } from "../../../src/newsroom/articles/index.ts";
import { runDesk } from "../../support/desk-command.ts";
import { admin, deskSession } from "../../support/desk-session.ts";
import { aSection, aUser, deskAs } from "../../support/factories.ts";

const { database, desk, json } = deskSession();
const mara = { email: "" };
const accepted = [{ code: "HEADLINE_LONG" as const, reason: "the full name is needed" }];

const block = (text: string) => ({ type: "paragraph", id: "p1", text, spans: [] });

beforeAll(async () => {
  const chief = deskAs(database.db, await database.db.user.findFirstOrThrow({ where: { email: admin } }));
  const { id: sectionId } = await aSection(database.db, { name: "Local" });
  const written = (headline: string, slug: string) =>
    createArticle(chief, { headline, slug, sectionId, blocks: [block("It lifts at dawn.")] });
  await written("Crane rests", "crane-rests");
  const { id } = await written("Crane lifts", "crane-lifts");
  await publishArticle(chief, { id, expectedVersion: 1 });
  const changes = { headline: "Crane drops", datelineRaw: "HARBOUR, Monday -" };
  await reviseArticle(chief, { id, expectedVersion: 2, changes });
  const long = await written(`Crane ${"lifts ".repeat(25)}`.trim(), "long");
  await publishArticle(chief, { id: long.id, expectedVersion: 1, acceptedWarnings: accepted });
  await holdArticle(chief, { id: long.id, expectedVersion: 2, reason: "the crane denies it" });
  await aUser(database.db, "EDITOR").then(({ email }) => Object.assign(mara, { email }));
});

interface Line {
  readonly id: string;
  readonly n: number;
  readonly marks: readonly string[];
  readonly kind: string;
  readonly changed: readonly string[];
}
const history = (...more: string[]) => json<readonly Line[]>(["article", "history", "crane-lifts", ...more]);

describe("the revisions of an article, at the desk command", () => {
  it("are listed newest first, with what points at each and what it changed, in pages", async () => {
    const lines = await history();
    expect(lines.map(({ n, marks, kind }) => [n, marks, kind])).toEqual([
      [2, ["HEAD"], "SAVE"],
      [1, ["LIVE"], "SAVE"],
    ]);
    const first = await desk(["article", "history", "crane-lifts", "--limit", "1"]);
    expect([first.code, first.stderr]).toEqual([
      0,
      `There are more: add --after ${lines[0]!.id}, or --limit up to 100.\n`,
    ]);
    expect(await history("--after", lines[0]!.id)).toMatchObject([{ n: 1 }]);
  });

  it("are compared by words, for people and for programs", async () => {
    const page = await desk(["article", "diff", "crane-lifts"]);
    expect([page.code, page.stdout]).toEqual([0, expect.stringContaining("Crane [-lifts-]{+drops+}")]);
    expect(await json(["article", "diff", "crane-lifts", "1", "2"])).toMatchObject({
      ...{ from: 1, to: 2, isEmpty: false, blocks: [] },
      texts: [{ name: "headline" }, { name: "datelineRaw" }],
    });
    expect(await json(["article", "diff", "crane-lifts", "1", "1"])).toMatchObject({ isEmpty: true });
    const none = await desk(["article", "diff", "crane-lifts", "1", "9"]);
    expect([none.code, none.stdout]).toEqual([3, ""]);
    const odd = await desk(["article", "diff", "crane-lifts", "one"]);
    expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining("desk article history")]);
  });

  it("come back as the newest, only on the version that was seen, and only rehearsed if so asked", async () => {
    const rehearsed = await desk(["article", "restore", "crane-lifts", "1", "--dry-run"]);
    expect([rehearsed.code, rehearsed.stderr]).toEqual([0, expect.stringContaining("nothing was written")]);
    const stale = await desk(["article", "restore", "crane-lifts", "1", "--if-version", "1"]);
    expect([stale.code, stale.stdout]).toEqual([5, ""]);
    const back = await desk(["article", "restore", "crane-lifts", "1", "--note", "The old one", "--json"]);
    expect([back.code, back.stderr]).toEqual([0, "Revision 1 is the newest again, as revision 3.\n"]);
    expect(JSON.parse(back.stdout)).toMatchObject({ headline: "Crane lifts" });
    expect((await history())[0]).toMatchObject({ n: 3, kind: "RESTORE" });
    expect((await desk(["article", "restore", "crane-lifts", "9"])).code).toBe(3);
  });

  it("are not flooded by a program that saves by itself", async () => {
    for (const kicker of ["Ha", "Harb", "Harbour"]) {
      await json(["article", "set", "crane-lifts", `kicker=${kicker}`, "--autosave"]);
    }
    expect((await history()).map(({ n, kind }) => [n, kind])).toEqual([
      [6, "AUTOSAVE"],
      [3, "RESTORE"],
      [2, "SAVE"],
      [1, "SAVE"],
    ]);
  });
});

describe("a lock, at the desk command", () => {
  it("tells colleagues, is given back, and is broken only with a reason", async () => {
    const taken = await desk(["article", "lock", "crane-lifts", "--minutes", "30", "--note", "Asking the crane"]);
    expect([taken.code, taken.stderr]).toEqual([0, expect.stringContaining("It informs colleagues")]);
    const shown = await desk(["article", "show", "crane-lifts"]);
    expect(shown.stdout).toContain("Asking the crane");

    const asMara = (...words: string[]) => runDesk(words, { url: database.url, as: mara.email });
    const kept = await asMara("article", "unlock", "crane-lifts");
    expect([kept.code, kept.stdout]).toEqual([5, ""]);
    const broken = await asMara("article", "unlock", "crane-lifts", "--break", "They went home");
    expect([broken.code, broken.stderr]).toEqual([0, "Nobody is at work on it now.\n"]);
    expect(await database.db.auditEvent.findFirst({ where: { action: "article:break-lock" } })).toMatchObject({
      reason: "They went home",
    });
    expect((await asMara("article", "lock", "crane-lifts")).code).toBe(0);
    expect((await asMara("article", "unlock", "crane-lifts")).code).toBe(0);
    expect(await database.db.articleLock.count()).toBe(0);
  });
});

describe("corrections, at the desk command", () => {
  it("are added, and listed of one article and of all", async () => {
    const text = "It lifts at noon, not at dawn.";
    const added = await desk(["correction", "add", "crane-lifts", "--text", text, "--reason", "the crane called"]);
    expect([added.code, added.stderr]).toEqual([0, expect.stringContaining("Readers see the note.")]);
    const kind = ["--kind", "editors-note"];
    await json(["correction", "add", "crane-lifts", "--text", "The crane is ours.", ...kind]);
    const told = [
      { kind: "EDITORS_NOTE", article: "crane-lifts", state: "PUBLISHED", text: "The crane is ours." },
      { kind: "CORRECTION", text, internalReason: "the crane called" },
    ];
    expect(await json(["article", "corrections", "crane-lifts"])).toMatchObject(told);
    expect(await json(["correction", "list"])).toMatchObject(told);
    expect(await json(["correction", "list", "--kind", "correction"])).toMatchObject([told[1]]);
    const page = await desk(["correction", "list", "--limit", "1"]);
    expect([page.code, page.stderr]).toEqual([
      0,
      expect.stringMatching(/^There are more: add --after [0-9a-f-]{36}, or --limit up to 100\.\n$/),
    ]);
    const none = await desk(["correction", "list", "--kind", "retraction"]);
    expect([none.code, none.stdout, none.stderr]).toEqual([0, "", "No correction.\n"]);
    expect((await desk(["correction", "list", "--kind", "gossip"])).code).toBe(4);
    expect((await desk(["article", "corrections", "no-such-crane"])).code).toBe(3);
  });

  it("are refused under what readers have not seen", async () => {
    const early = await desk(["correction", "add", "crane-rests", "--text", "It does not."]);
    expect([early.code, early.stdout]).toEqual([4, ""]);
  });
});

describe("a release, at the desk command", () => {
  it("asks the preflight, and takes the warnings that are accepted", async () => {
    const accept = ["--accept", "HEADLINE_LONG=the full name is needed"];
    const refused = await desk(["article", "release", "long", "--json"]);
    expect([refused.code, JSON.parse(refused.stderr)]).toEqual([
      4,
      expect.objectContaining({ code: "WARNINGS_STAND" }),
    ]);
    expect(await json(["article", "release", "long", ...accept])).toMatchObject({ state: "PUBLISHED" });
  });
});
