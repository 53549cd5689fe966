import { beforeAll, describe, expect, it } from "@jest/globals";
import { deskSession } from "../../support/desk-session.ts";

const { desk, json } = deskSession();

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

  it("keeps redirects", async () => {
    expect(await json(["redirect", "add", "/old-coast", "/coast", "--dry-run"])).toMatchObject({ to: "/coast" });
    expect(await json(["redirect", "list"])).toEqual([]);
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
