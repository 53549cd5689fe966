import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { createArticle, findArticle, publishArticle, reviseArticle } from "../../../src/newsroom/articles/index.ts";
import { rehearse, type Desk } from "../../../src/newsroom/desk.ts";
import { importTextPage } from "../../../src/newsroom/exchange/index.ts";
import { unresolvedTeasers } from "../../../src/newsroom/links/index.ts";
import { createSection, findSection } from "../../../src/newsroom/sections/index.ts";
import { prepareNewsroom } from "../../../src/newsroom/setup/index.ts";
import { testDatabase } from "../../support/database.ts";
import { deskOf } from "../../support/factories.ts";
import { describeWithShared } from "../../support/shared-data.ts";

const house = testDatabase();
let desk: Desk;

beforeAll(async () => {
  desk = deskOf(house.db, "EDITOR");
  await prepareNewsroom({ database: house, embedded: false });
});

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../fixtures/pages", `${name}.txt`), "utf8");
const counts = async () => ({
  articles: await house.db.article.count(),
  revisions: await house.db.revision.count(),
  sections: await house.db.section.count(),
  media: await house.db.media.count(),
  audit: await house.db.auditEvent.count(),
  externalIds: await house.db.externalId.count(),
});
const page = (headline: string, rest = "The moon rose at nine.\n\nMore from Night Life") => `${headline}\n\n${rest}\n`;
const links = (article: {
  headRevision: { links: readonly { headline: string | null; targetArticleId: string | null }[] };
}) => article.headRevision.links.map(({ headline, targetArticleId }) => [headline, targetArticleId]);

describe("importing a page", () => {
  it("shows everything in a rehearsal and writes nothing", async () => {
    const before = await counts();
    const shown = await rehearse(desk, (open) => importTextPage(open, { text: fixture("summit") }));
    expect(shown).toMatchObject({
      outcome: "created",
      section: { name: "International News", path: "international-news", created: true },
      headline: { line: 1 },
      credit: {
        line: 3,
        parts: [
          { role: "photographer", name: "MARTA OYELARAN" },
          { role: "pool", name: "Pool" },
          { role: "agency", name: "AFP" },
        ],
      },
      emptyRails: [{ text: "Blogs", line: 31 }],
      leftOut: [],
    });
    expect(shown.paragraphs).toHaveLength(4);
    expect(shown.teasers.map(({ position, matched }) => [position, matched])).toEqual(
      [0, 1, 2, 3].map((n) => [n, null]),
    );
    expect(await counts()).toEqual(before);
  });

  it("makes the section, a draft of an imported revision, its lead medium with credit and its teasers", async () => {
    const { article, section, credit } = await importTextPage(desk, {
      text: fixture("summit"),
      fileName: "summit.txt",
    });
    expect(section).toMatchObject({ name: "International News", created: true });
    expect(article).toMatchObject({ state: "DRAFT", version: 1, sectionId: section.id });
    expect(article.slug).toBe("island-leaders-gather-in-port-amery-for-fisheries-summit");
    const { headRevision: head } = article;
    expect(head).toMatchObject({ number: 1, kind: "IMPORT", language: "en" });
    expect(head.blocks).toHaveLength(4);
    expect(head.blocks).toMatchObject([{ id: "p1", type: "paragraph" }, { id: "p2" }, { id: "p3" }, { id: "p4" }]);
    expect(head.placements).toMatchObject([{ role: "LEAD", mediaId: credit?.mediaId, media: { sha256: null } }]);
    expect(head.placements[0]?.media.creditLine).toBe("MARTA OYELARAN/ POOL/ AFP");
    expect(head.placements[0]?.media.credits.map(({ agency }) => agency?.name ?? null)).toEqual([null, null, "AFP"]);
    expect(head.links).toHaveLength(4);
    for (const link of head.links) {
      expect(link).toMatchObject({ kind: "RELATED", heading: "More from International News", targetArticleId: null });
      expect(link.summary).not.toBeNull();
    }
    expect(head.links.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
    const audit = await house.db.auditEvent.findFirst({ where: { action: "article:import", entityId: article.id } });
    expect(audit?.after).toMatchObject({ file: "summit.txt", links: 4 });
  });

  it("a second time changes nothing and says so, whatever the layout of the file", async () => {
    const before = await counts();
    const text = fixture("summit");
    const again = [
      text,
      `\uFEFF${text}\n\n`,
      text.replaceAll("\n", "\r\n"),
      text.replaceAll("\n  •", "\n\t•"),
      Buffer.from(text),
    ];
    for (const same of again) {
      const { outcome, article, section, teasers } = await importTextPage(desk, { text: same });
      expect([outcome, article.version, section.created, teasers.length]).toEqual(["unchanged", 1, false, 4]);
    }
    expect(await counts()).toEqual(before);
  });

  it("still knows the page after its article was revised", async () => {
    const text = page("The page that was revised");
    const { article } = await importTextPage(desk, { text });
    await reviseArticle(desk, { id: article.id, expectedVersion: 1, changes: { headline: "Quite another headline" } });
    expect(await importTextPage(desk, { text })).toMatchObject({ outcome: "unchanged", article: { version: 2 } });
  });

  it("refuses another text under a known headline in that section, and says what to do", async () => {
    const before = await counts();
    const other = fixture("summit")
      .replace("seven island states", "eight island states")
      .replace("Island leaders", "ISLAND  leaders");
    await expect(importTextPage(desk, { text: other })).rejects.toMatchObject({
      code: "IMPORT_CLASH",
      fix: expect.stringContaining("desk article set island-leaders-gather-in-port-amery-for-fisheries-summit"),
      details: { line: 1, section: "International News" },
    });
    expect(await counts()).toEqual(before);
  });

  it("takes another text under the same headline in another section", async () => {
    await createSection(desk, { name: "Fishing" });
    const text = fixture("summit").replace("seven island states", "nine island states");
    const { outcome, article, section } = await importTextPage(desk, { text, section: "fishing" });
    expect([outcome, section.path, section.created]).toEqual(["created", "fishing", false]);
    expect(article.slug).toBe("island-leaders-gather-in-port-amery-for-fisheries-summit-2");
  });

  it("takes language, byline and dateline along", async () => {
    const { article, byline } = await importTextPage(desk, { text: fixture("wrapped"), language: "en-GB" });
    expect(byline?.text).toBe("By Ilse Varnholt and Piet Amsel");
    expect(article.headRevision).toMatchObject({ language: "en-GB", datelinePlace: "PORT AMERY", placements: [] });
    expect(article.headRevision.bylines.map(({ nameAsWritten }) => nameAsWritten)).toEqual([
      "Ilse Varnholt",
      "Piet Amsel",
    ]);
    expect(article.headRevision.blocks).toMatchObject([{ text: expect.stringMatching(/^A team of four/) }, {}, {}]);
  });

  it("makes one article when the same page comes twice at the same moment", async () => {
    const text = page("The page that came twice");
    const both = await Promise.all([importTextPage(desk, { text }), importTextPage(desk, { text })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["created", "unchanged"]);
    expect(both[0].article.id).toBe(both[1].article.id);
  });
});

describe("the section of a page", () => {
  it("is found by its name in any case", async () => {
    const known = await createSection(desk, { name: "City Life", slug: "city" });
    const { section } = await importTextPage(desk, { text: fixture("numbered") });
    expect(section).toEqual({ id: known.id, name: "City Life", path: "city", created: false });
  });

  it("is asked for when several bear the name", async () => {
    await createSection(desk, { name: "Chess Club", slug: "chess-one" });
    await createSection(desk, { name: "Chess Club", slug: "chess-two" });
    const clash = importTextPage(desk, { text: page("Rook takes night", "So it does.\n\nMore from Chess Club") });
    await expect(clash).rejects.toMatchObject({ code: "AMBIGUOUS", fix: expect.stringContaining("--section") });
  });

  it("must be chosen when the page names none, and must exist then", async () => {
    const text = fixture("related");
    await expect(importTextPage(desk, { text })).rejects.toMatchObject({
      code: "NOT_A_PAGE",
      fix: expect.stringContaining("--section"),
      details: { line: 5 },
    });
    await expect(importTextPage(desk, { text, section: "no-such-place" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { article, leftOut } = await importTextPage(desk, { text, section: "fishing" });
    expect(article.headRevision.links.map(({ heading }) => heading)).toEqual(["Related", "Related"]);
    expect(leftOut.map(({ line }) => line)).toEqual([12, 14, 15, 17, 19]);
  });
});

describe("the teasers of a page", () => {
  const teasers =
    "• The  OWL returns\n\n  It was away.\n\n• Nobody knows this one\n\n• Twice told tale\n\n• The owl returns";
  const draft = async (headline: string) =>
    createArticle(desk, { headline, sectionId: (await findSection(desk, "fishing")).id });

  it("are matched when exactly one article bears the headline, keep their words, and stand once", async () => {
    const owl = await draft("The owl returns");
    await draft("Twice told tale");
    await draft("Twice told tale");
    const text = page("Birds of the night", `They fly.\n\nMore from Night Life\n\n${teasers}`);
    const made = await importTextPage(desk, { text });
    expect(links(made.article)).toEqual([
      ["The  OWL returns", owl.id],
      ["Nobody knows this one", null],
      ["Twice told tale", null],
    ]);
    expect(made.article.headRevision.links[0]).toMatchObject({
      summary: "It was away.",
      heading: "More from Night Life",
    });
    expect(made.teasers[0]?.matched).toMatchObject({ id: owl.id, slug: "the-owl-returns" });
    expect(made.leftOut).toMatchObject([{ text: "The owl returns" }]);
    const { teasers: open } = await unresolvedTeasers(desk, { articleId: made.article.id });
    expect(open.map(({ headline, candidates }) => [headline, candidates.length])).toEqual([
      ["Nobody knows this one", 0],
      ["Twice told tale", 2],
    ]);
  });

  it("never lead to the article itself, and never two to one article", async () => {
    const bat = await draft("The bat that was live");
    const block = { type: "paragraph", id: "p1", text: "It flew.", spans: [] };
    const written = await reviseArticle(desk, { id: bat.id, expectedVersion: 1, changes: { blocks: [block] } });
    const live = await publishArticle(desk, { id: bat.id, expectedVersion: written.version });
    await reviseArticle(desk, {
      id: bat.id,
      expectedVersion: live.version,
      changes: { headline: "The bat that is head" },
    });
    const list = "• Bats at noon\n• The bat that was live\n• The bat that is head";
    const { article } = await importTextPage(desk, {
      text: page("Bats at noon", `They sleep.\n\nMore from Night Life\n\n${list}`),
    });
    expect(links(article)).toEqual([
      ["Bats at noon", null],
      ["The bat that was live", bat.id],
      ["The bat that is head", null],
    ]);
    const [own] = (await unresolvedTeasers(desk, { articleId: article.id })).teasers;
    expect(own).toMatchObject({ headline: "Bats at noon", candidates: [] });
  });
});

describe("what cannot be imported", () => {
  it("is refused with file, line and reason", async () => {
    const before = await counts();
    await expect(importTextPage(desk, { text: "{}", fileName: "data.json" })).rejects.toMatchObject({
      code: "NOT_A_PAGE",
      message: expect.stringMatching(/^data\.json, line 1: It looks like JSON/),
      details: { line: 1, file: "data.json" },
    });
    await expect(importTextPage(desk, { text: Buffer.from("Caf\xe9\n", "latin1") })).rejects.toMatchObject({
      code: "NOT_A_PAGE",
      details: { line: 1, reason: expect.stringContaining("not UTF-8") },
    });
    await expect(importTextPage(desk, { text: page("Night falls"), language: "klingonese" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    expect(await counts()).toEqual(before);
  });

  it("is anything, for a reporter", async () => {
    const reporter = deskOf(house.db, "REPORTER");
    await expect(importTextPage(reporter, { text: page("Night falls") })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

// Third-party text: what is expected of it is read from the file itself.
describeWithShared("the real page, imported and published", "seed/putin-kazakhstan.txt", (path) => {
  it("has its eight paragraphs, its credit of three parts and its four teasers in order", async () => {
    const bytes = readFileSync(path);
    const lines = bytes.toString("utf8").split("\n");
    const made = await importTextPage(desk, { text: bytes, fileName: "page.txt" });
    expect(made).toMatchObject({ outcome: "created", section: { name: "International News", created: false } });
    const { article } = made;
    const live = await publishArticle(desk, { id: article.id, expectedVersion: article.version });
    const { headRevision: head } = await findArticle(desk, live.slug);
    const blocks = head.blocks as unknown as { text: string }[];
    expect(blocks).toHaveLength(8);
    for (const { text } of blocks) expect(lines).toContain(text);
    expect(head.placements[0]?.media.creditLine).toBe(lines[2]);
    expect(head.placements[0]?.media.credits.map(({ role }) => role)).toEqual(["photographer", "pool", "agency"]);
    expect(head.links.map(({ headline }) => `  • ${headline ?? ""}`)).toEqual(
      lines.filter((line) => line.includes("•")),
    );
    expect(head.links.map(({ summary }) => `    ${summary ?? ""}`)).toEqual(
      lines.filter((line) => line.startsWith("    ")),
    );
    expect(made.emptyRails.map(({ text }) => text)).toEqual(["Blogs"]);
    expect(await importTextPage(desk, { text: bytes })).toMatchObject({ outcome: "unchanged" });
  });
});
