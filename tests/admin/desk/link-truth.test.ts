import { beforeAll, describe, expect, it } from "@jest/globals";
import { reviseArticle } from "../../../src/newsroom/articles/index.ts";
import { addLink } from "../../../src/newsroom/links/index.ts";
import { deskSession } from "../../support/desk-session.ts";

import { deskOf } from "../../support/factories.ts";

const { database, desk, json } = deskSession();

beforeAll(async () => {
  await json(["section", "create", "Coast"]);
  for (const headline of ["Bridge opens", "Bridge closed", "Bridge report"]) {
    await json(["article", "create", "--headline", headline, "--section", "coast"]);
  }
}, 180_000);

describe("links that stay true, by the desk command", () => {
  it("suggests, adds what is accepted, and says how links stand and who uses an article", async () => {
    expect(await json(["link", "suggest", "bridge-opens"])).toEqual([]);
    const found = await json<{ n: number; slug: string }[]>(["link", "suggest", "bridge-opens", "--drafts"]);
    expect(found).toEqual([]);
    await json(["link", "add", "bridge-opens", "bridge-closed"]);
    expect(await json(["link", "list", "bridge-opens"])).toMatchObject([{ standing: "dark" }]);
    const [trouble] = await json<{ warning: string }[]>(["link", "check", "bridge-opens"]);
    expect(trouble?.warning).toBe("Its target is draft: readers see nothing of the link.");
    expect(await json(["article", "used", "bridge-closed"])).toMatchObject([
      { in: "article", name: "bridge-opens", how: ["link"], on: ["newest"], seen: false },
    ]);
    expect((await desk(["media", "used", "0198f2a4"])).code).toBe(3);
    expect((await desk(["link", "suggest", "bridge-opens", "--accept", "9"])).code).toBe(3);
  });

  it("never looks inside the house, relinks each article by itself, and ends with 7 when some could not be", async () => {
    const [from, to] = ["http://127.0.0.1:9/old", "https://bridges.example/new"];
    await json(["link", "add", "bridge-opens", from, "--headline", "The report"]);
    expect(await json(["link", "check-external", "bridge-opens"])).toMatchObject([{ url: from, state: "blocked" }]);
    await json(["link", "add", "bridge-report", from, "--headline", "The report"]);
    await json(["link", "add", "bridge-report", to, "--headline", "The report again"]);
    const run = await desk(["link", "relink", "--from", from, "--to", to, "--json"]);
    expect(run.code).toBe(7);
    expect(JSON.parse(run.stdout)).toMatchObject([
      { slug: "bridge-report", outcome: "LINK_DOUBLED", revision: null },
      { slug: "bridge-opens", outcome: "relinked", revision: 4 },
    ]);
    expect(await json(["link", "moved"])).toEqual([]);
  });

  it("shows who asks to be linked back to, hides one, shows it again, and makes it the article's own", async () => {
    await json(["link", "add", "bridge-report", "bridge-closed", "--reciprocal", "--kind", "timeline"]);
    const asking = { from: "bridge-report", kind: "TIMELINE" };
    expect(await json(["link", "backs", "bridge-closed"])).toMatchObject([{ ...asking, standing: "waiting" }]);
    const hide = ["link", "hide", "bridge-closed", "bridge-report"];
    expect(await json([...hide, "--dry-run"])).toMatchObject([{ ...asking, standing: "hidden" }]);
    expect(await json(["link", "backs", "bridge-closed"])).toMatchObject([{ standing: "waiting" }]);
    expect(await json(hide)).toMatchObject([{ ...asking, standing: "hidden" }]);
    expect((await desk(hide)).stderr).toContain("Nothing changed.");
    expect((await desk([...hide, "--if-version", "1"])).code).toBe(5);
    expect(await json(["link", "unhide", "bridge-closed", "bridge-report"])).toMatchObject([{ standing: "waiting" }]);
    expect(await json(["link", "adopt", "bridge-closed", "bridge-report", "--at", "1"])).toMatchObject([
      { n: 1, target: "bridge-report", kind: "TIMELINE", reciprocal: false },
    ]);
    expect(await json(["link", "backs", "bridge-closed"])).toMatchObject([{ standing: "own" }]);
    expect((await desk(["link", "hide", "bridge-closed", "bridge-opens"])).code).toBe(3);
  });

  it("tells where an article is used before it goes, to people and to programs", async () => {
    const spike = ["article", "spike", "bridge-closed"];
    const { id: toArticleId } = await json<{ id: string }>(["article", "show", "bridge-closed"]);
    await database.db.redirect.create({ data: { fromPath: "/closed", toArticleId, origin: "MANUAL" } });
    const told = await desk([...spike, "--dry-run"]);
    expect(told.code).toBe(0);
    expect(told.stderr).toMatch(
      /^bridge-closed is used in 2 articles \(0 where readers see it now\), 0 rails, 1 redirect\.\n {2}article bridge-report \(link, reciprocal\)\n {2}article bridge-opens \(link\)\n {2}redirect \/closed/,
    );
    const uses = [
      { in: "article", name: "bridge-report", how: ["link", "reciprocal"] },
      { in: "article", name: "bridge-opens", how: ["link"] },
      { in: "redirect", name: "/closed" },
    ];
    expect(await json([...spike, "--dry-run"])).toMatchObject({ state: "SPIKED", usedIn: uses });
    const many = [...spike, "bridge-report", "--dry-run"];
    const [closed, report] = await json<{ usedIn: object[] }[]>(many);
    expect([closed, report]).toMatchObject([{ usedIn: uses }, { usedIn: [{ name: "bridge-closed" }] }]);
    const kill = await desk(["article", "kill", "bridge-closed", "--reason", "wrong", "--json"]);
    expect([kill.code, JSON.parse(kill.stderr)]).toMatchObject([2, { code: "BAD_USAGE", details: { usedIn: uses } }]);
    const said = await desk(["article", "unpublish", "bridge-closed", "--reason", "wrong"]);
    expect(said.stderr).toMatch(/^bridge-closed is used in 2 articles[^]*wants a confirmation/);
  });

  it("says in which block of which article an address stands", async () => {
    const url = "http://127.0.0.1:9/in-the-text";
    const blocks = [
      { id: "p7", type: "paragraph", text: "There", spans: [{ kind: "link", start: 0, end: 5, href: url }] },
    ];
    const { id, version } = await json<{ id: string; version: number }>(["article", "show", "bridge-opens"]);
    await reviseArticle(deskOf(database.db), { id, expectedVersion: version, changes: { blocks } });
    const found = await json<{ url: string }[]>(["link", "check-external", "bridge-opens"]);
    expect(found.find((one) => one.url === url)).toMatchObject({
      state: "blocked",
      in: [{ slug: "bridge-opens", key: null, block: "p7" }],
    });
    expect((await desk(["link", "check-external", "bridge-opens"])).stdout).toContain("bridge-opens (block p7)");
  });

  it("pages through teasers without a target", async () => {
    const { id, version } = await json<{ id: string; version: number }>(["article", "show", "bridge-opens"]);
    for (const [at, headline] of ["One", "Two", "Three"].entries()) {
      await addLink(deskOf(database.db), { id, expectedVersion: version + at, headline });
    }
    const first = await json<{ key: string }[]>(["link", "unresolved", "--limit", "2"]);
    const rest = await json<{ headline: string }[]>(["link", "unresolved", "--after", first.at(-1)?.key ?? ""]);
    expect(rest).toMatchObject([{ headline: "Three" }]);
    expect((await desk(["link", "unresolved", "--limit", "2"])).stderr).toContain("There are more: add --after ");
  });

  it("keeps redirects", async () => {
    expect(await json(["redirect", "add", "/old-coast", "/coast", "--dry-run"])).toMatchObject({ to: "/coast" });
    expect(await json(["redirect", "list", "--q", "old-coast"])).toEqual([]);
    expect(await json(["redirect", "add", "/old-coast", "/coast"])).toMatchObject({
      from: "/old-coast",
      origin: "MANUAL",
    });
    const taken = await desk(["redirect", "add", "/coast", "/old-coast", "--json"]);
    expect([taken.code, (JSON.parse(taken.stderr) as { code: string }).code]).toEqual([5, "ALREADY_EXISTS"]);
    expect(await json(["redirect", "list", "--q", "coast"])).toMatchObject([{ from: "/old-coast", to: "/coast" }]);
    expect(await json(["redirect", "remove", "/old-coast"])).toMatchObject({ from: "/old-coast" });
    expect((await desk(["redirect", "remove", "/old-coast"])).code).toBe(3);
  });
});
