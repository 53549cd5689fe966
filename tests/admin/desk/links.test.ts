import { describe, expect, it } from "@jest/globals";
import { deskSession } from "../../support/desk-session.ts";

const { desk, json } = deskSession();

const page = `Harbour bridge reopens after nine months of repairs

Ada Lens/ POOL/ AFP

The harbour bridge opened again on Monday, nine months after it was closed for repairs that had been planned for six weeks.

"We waited long enough," said the mayor, who was the first to drive across it in the early morning.

More from Coast News
  • Ferry company counts its losses
    The ferries carried four times as many passengers as usual while the bridge was closed.
  • Lighthouse keeper retires
    After forty years the last keeper of the coast handed over the keys on Sunday.

Blogs
`;

interface Link {
  readonly headline: string;
  readonly target: string | null;
}

const slug = "harbour-bridge-reopens-after-nine-months-of-repairs";
const targets = (links: readonly Link[]): (string | null)[] => links.map(({ target }) => target);

describe("desk import text, and the links it brings", () => {
  it("shows everything it read in a rehearsal, and writes nothing", async () => {
    const { code, stdout } = await desk(["import", "text", "-", "--dry-run"], page);
    expect(code).toBe(0);
    for (const text of [
      "Coast News",
      "photographer Ada Lens, pool Pool, agency AFP",
      "paragraph 2",
      "no address known",
    ]) {
      expect(stdout).toContain(text);
    }
    expect(await json<unknown[]>(["section", "list"])).toEqual([]);
  });

  it("makes a draft, and a second time changes nothing", async () => {
    const first = await json(["import", "text", "-"], page);
    expect(first).toMatchObject({ outcome: "created", slug, emptyRails: ["Blogs"], section: { created: true } });
    const again = await desk(["import", "text", "-"], page);
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("nothing changed");
    expect(again.stderr).toContain(`desk article publish ${slug}`);
    const other = await desk(["import", "text", "-"], page.replace("nine months after", "ten months after"));
    expect(other.code).toBe(5);
    const none = await desk(["import", "text", "-", "--json"], "\n");
    expect([none.code, (JSON.parse(none.stderr) as { code: string }).code]).toEqual([4, "NOT_A_PAGE"]);
  });

  it("publishes it by the name the import printed", async () => {
    expect(await json(["article", "publish", slug])).toMatchObject({ state: "PUBLISHED" });
  });

  it("lists unresolved teasers with candidates that have arrived, and accepts one", async () => {
    await json(["article", "create", "--headline", "Lighthouse keeper retires", "--section", "coast-news"]);
    const open = await json<{ headline: string; candidates: { slug: string }[] }[]>(["link", "unresolved", slug]);
    expect(open.map(({ candidates }) => candidates.map((each) => each.slug))).toEqual([
      [],
      ["lighthouse-keeper-retires"],
    ]);
    const links = await json<Link[]>(["link", "accept", slug, "2"]);
    expect(targets(links)).toEqual([null, "lighthouse-keeper-retires"]);
    expect((await desk(["link", "accept", slug, "1"])).code).toBe(3);
    expect(await json(["article", "show", slug])).toMatchObject({ revision: 2, liveRevision: 1 });
  });

  it("adds, moves and removes links by their numbers", async () => {
    const address = "https://bridges.example/report";
    const added = await json<Link[]>(["link", "add", slug, address, "--headline", "The report", "--at", "1"]);
    expect(targets(added)).toEqual([address, null, "lighthouse-keeper-retires"]);
    expect(targets(await json(["link", "move", slug, "3", "--at", "1"]))).toEqual([
      "lighthouse-keeper-retires",
      address,
      null,
    ]);
    const rehearsed = await json<Link[]>(["link", "remove", slug, "1", "--dry-run"]);
    expect(targets(rehearsed)).toEqual([address, null]);
    expect(targets(await json(["link", "remove", slug, "3"]))).toEqual(["lighthouse-keeper-retires", address]);
    expect(targets(await json(["link", "list", slug]))).toEqual(["lighthouse-keeper-retires", address]);
  });

  it.each([
    [["link", "add", slug, slug], 4, "LINK_TO_SELF"],
    [["link", "add", slug, "lighthouse-keeper-retires"], 5, "LINK_DOUBLED"],
    [["link", "add", slug, "https://bridges.example/other"], 4, "INVALID_INPUT"],
    [["link", "remove", slug, "9"], 3, "NOT_FOUND"],
    [["link", "move", slug, "1", "--at", "0"], 2, "BAD_USAGE"],
  ])("answers %j with %i", async (words, exit, code) => {
    const run = await desk([...words, "--json"]);
    expect([run.code, (JSON.parse(run.stderr) as { code: string }).code]).toEqual([exit, code]);
  });

  it("shows the rails beside it, and says which is empty", async () => {
    const rails = await json<{ key: string; title: string; isEmpty: boolean }[]>(["rail", "show", "--for", slug]);
    expect(rails).toMatchObject([
      { key: "more-from-section", title: "More from Coast News", isEmpty: true },
      { key: "blogs", title: "Blogs", isEmpty: true },
    ]);
    expect((await desk(["rail", "show", "blogs", "--for", slug])).stdout).toContain("empty, and readers are told so");
    expect((await desk(["rail", "show", "crosswords", "--for", slug])).code).toBe(3);
  });
});
