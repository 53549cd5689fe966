import { describe, expect, it } from "@jest/globals";
import { aMedium, aSection } from "../../support/factories.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { minutes, plant } from "../../support/newspaper.ts";

const house = testDatabase();
const bySlug = "query ($slug: String!) { article(by: { slug: $slug }) { headline updatedAt path url } }";

const seen = async (slug: string, at?: Date) =>
  (await read<{ article: { headline: string; updatedAt: string } | null }>(house, bySlug, { slug }, at)).article;

describe("An article", () => {
  it("is read with its words, its place and its address", async () => {
    const world = await aSection(house.db, { name: "World", slug: "world" });
    const europe = await aSection(house.db, { name: "Europe", slug: "europe", parent: world.id });
    const words = { kicker: "Harbours", standfirst: "Three ferries wait.", language: "ar", datelinePlace: "PORT NIM" };
    const publishedAt = new Date("2026-03-01T06:00:00Z");
    const { slug } = await plant(house.db, {
      ...{ sectionId: europe.id, headline: "The ferry sails again", slug: "ferry-sails", publishedAt, words },
      bylines: [{ nameAsWritten: "Ana Lum" }, { nameAsWritten: "Bo Dee", role: "translator" }],
    });
    const { article } = await read(
      house,
      `query ($slug: String!) { article(by: { slug: $slug }) {
        kind slug path url headline kicker standfirst language direction dateline bylineText bylineNotes
        bodyText bodyHtml wordCount readingTimeSeconds bylines { name role contributor { name } }
        firstPublishedAt publishedAt updatedAt leadMedia { id } media { id }
        section { name path url breadcrumb { name path } } secondarySections { name } topics { name } corrections { text }
        blocks { __typename ... on ParagraphBlock { id text spans { kind } } } } }`,
      { slug },
    );
    expect(article).toEqual({
      ...{ kind: "NEWS", slug: "ferry-sails", path: "/world/europe/2026/03/01/ferry-sails" },
      url: "https://news.example/world/europe/2026/03/01/ferry-sails",
      ...{ headline: "The ferry sails again", kicker: "Harbours", standfirst: "Three ferries wait." },
      ...{ language: "ar", direction: "RTL", dateline: "PORT NIM" },
      ...{ bylineText: expect.stringContaining("Ana Lum"), bylineNotes: [expect.stringContaining("Bo Dee")] },
      bylines: [
        { name: "Ana Lum", role: "AUTHOR", contributor: null },
        { name: "Bo Dee", role: "TRANSLATOR", contributor: null },
      ],
      ...{ bodyText: "The ferry sails again has a body.", bodyHtml: "<p>The ferry sails again has a body.</p>" },
      ...{ wordCount: 7, readingTimeSeconds: 2 },
      ...{ firstPublishedAt: "2026-03-01T06:00:00.000Z", publishedAt: "2026-03-01T06:00:00.000Z" },
      ...{ updatedAt: "2026-03-01T06:00:00.000Z", leadMedia: null, media: [], topics: [], corrections: [] },
      section: {
        ...{ name: "Europe", path: "/world/europe", url: "https://news.example/world/europe" },
        breadcrumb: [
          { name: "World", path: "/world" },
          { name: "Europe", path: "/world/europe" },
        ],
      },
      secondarySections: [],
      blocks: [{ __typename: "ParagraphBlock", id: "p1", text: "The ferry sails again has a body.", spans: [] }],
    });
  });

  it("is found by its id, a former slug, its path and any former path", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { id, slug } = await plant(house.db, { sectionId, headline: "Found", formerSlugs: ["once-called-so"] });
    const global = Buffer.from(`Article:${id}`).toString("base64url");
    const ways = [
      { id: global },
      { id },
      { slug },
      { slug: "once-called-so" },
      { path: `/elsewhere/1999/01/01/${slug}` },
      { path: "https://news.example/a/b/once-called-so/?utm_source=x#top" },
    ];
    for (const by of ways) {
      const { article } = await read(house, "query ($by: ArticleBy!) { article(by: $by) { id headline } }", { by });
      expect(article).toEqual({ id: global, headline: "Found" });
    }
  });

  it("appears, changes and disappears on the second", async () => {
    const { id: sectionId } = await aSection(house.db);
    const [from, next, until] = [minutes(10), minutes(20), minutes(30)];
    const { slug } = await plant(house.db, {
      ...{ sectionId, headline: "First words", publishedAt: from },
      ...{ next: { headline: "Second words" }, facts: { nextAt: next, expiresAt: until } },
    });
    const before = (time: Date) => new Date(time.getTime() - 1);
    expect(await seen(slug)).toBeNull();
    expect(await seen(slug, before(from))).toBeNull();
    expect(await seen(slug, from)).toMatchObject({ headline: "First words", updatedAt: from.toISOString() });
    expect(await seen(slug, before(next))).toMatchObject({ headline: "First words" });
    expect(await seen(slug, next)).toMatchObject({ headline: "Second words", updatedAt: next.toISOString() });
    expect(await seen(slug, before(until))).toMatchObject({ headline: "Second words" });
    expect(await seen(slug, until)).toBeNull();
  });

  it("keeps its updated time over a minor change", async () => {
    const { id: sectionId } = await aSection(house.db);
    const publishedAt = minutes(-60);
    const { slug } = await plant(house.db, {
      ...{ sectionId, publishedAt, next: { headline: "A comma moved" } },
      facts: { nextAt: minutes(-5), nextIsMinor: true },
    });
    expect(await seen(slug)).toMatchObject({ headline: "A comma moved", updatedAt: publishedAt.toISOString() });
  });

  it("tells corrections that are public, and never their inner reason", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { id, slug } = await plant(house.db, { sectionId });
    const correction = { articleId: id, kind: "CORRECTION" as const, internalReason: "typo of the sub" };
    await house.db.correction.createMany({
      data: [
        { ...correction, text: "The bridge is 40 metres long.", publishedAt: minutes(-5) },
        { ...correction, text: "Not yet told.", publishedAt: minutes(5) },
      ],
    });
    const query = "query ($slug: String!) { article(by: { slug: $slug }) { corrections { kind text } } }";
    expect(await read(house, query, { slug })).toEqual({
      article: { corrections: [{ kind: "CORRECTION", text: "The bridge is 40 metres long." }] },
    });
  });
});

describe("The media of an article", () => {
  const picture =
    "id kind alt caption isAiGenerated image { url width height mime } credit { line parts { role name agency { name } } }";

  it("stand with their credit while they wait for a file, and with their own words where a place has some", async () => {
    const { id: sectionId } = await aSection(house.db);
    const agency = await house.db.agency.create({ data: { name: "Harbour Wire", kind: "news" } });
    const { id: mediaId } = await aMedium(house.db, { creditLine: "NIA OKORO/ POOL/ HARBOUR WIRE", alt: "Boats" });
    await house.db.mediaCredit.deleteMany({ where: { mediaId } });
    await house.db.mediaCredit.createMany({
      data: [
        { mediaId, position: 0, role: "photographer", name: "NIA OKORO", start: 0, end: 9 },
        { mediaId, position: 1, role: "pool", name: "Pool", start: 11, end: 15 },
        { mediaId, position: 2, role: "agency", name: "Harbour Wire", start: 17, end: 29, agencyId: agency.id },
      ],
    });
    const { slug } = await plant(house.db, {
      sectionId,
      media: [
        { mediaId, role: "LEAD", position: 0 },
        { mediaId, role: "INLINE", position: 3, captionOverride: "Boats, later" },
      ],
      words: { blocks: [{ id: "i", type: "image", placement: 3, alt: "Boats at dusk" }] },
    });
    const { article } = await read<{
      article: { leadMedia: object; media: { id: string }[]; blocks: { media: object }[] };
    }>(
      house,
      `query ($slug: String!) { article(by: { slug: $slug }) { leadMedia { ${picture} } media { ${picture} }
        bodyHtml blocks { ... on ImageBlock { media { ${picture} } } } } }`,
      { slug },
    );
    const lead = {
      ...{ kind: "IMAGE", alt: "Boats", caption: null, isAiGenerated: false, image: null },
      credit: {
        line: "NIA OKORO/ POOL/ HARBOUR WIRE",
        parts: [
          { role: "PHOTOGRAPHER", name: "NIA OKORO", agency: null },
          { role: "POOL", name: "Pool", agency: null },
          { role: "AGENCY", name: "Harbour Wire", agency: { name: "Harbour Wire" } },
        ],
      },
    };
    expect(article.leadMedia).toMatchObject(lead);
    expect(article.media).toMatchObject([lead, { alt: "Boats", caption: "Boats, later" }]);
    expect(article.blocks[0]?.media).toMatchObject({ alt: "Boats at dusk", caption: "Boats, later" });
    expect(new Set(article.media.map(({ id }) => id)).size).toBe(2);
    expect(article).toMatchObject({ bodyHtml: "" });
  });

  it("are gone everywhere once they are killed or their rights have run out", async () => {
    const { id: sectionId } = await aSection(house.db);
    const ids = await Promise.all([0, 1, 2].map(async (n) => (await aMedium(house.db, { caption: `Canary ${n}` })).id));
    const [killed = "", expired = "", good = ""] = ids;
    await house.db.media.update({ where: { id: killed }, data: { state: "KILLED" } });
    await house.db.media.update({ where: { id: expired }, data: { rightsExpireAt: minutes(-1) } });
    const { slug } = await plant(house.db, {
      sectionId,
      media: [
        { mediaId: killed, role: "LEAD", position: 0 },
        { mediaId: good, role: "GALLERY", position: 0 },
        { mediaId: expired, role: "GALLERY", position: 1 },
      ],
      words: {
        blocks: [
          { id: "a", type: "image", mediaId: killed, caption: "Canary 3" },
          { id: "b", type: "gallery", mediaIds: [killed, good] },
          { id: "c", type: "gallery", mediaIds: [killed, expired], caption: "Canary 4" },
        ],
      },
    });
    const { article } = await read(
      house,
      `query ($slug: String!) { article(by: { slug: $slug }) { leadMedia { caption } media { caption } bodyText bodyHtml
        blocks { __typename ... on ImageBlock { media { caption } } ... on GalleryBlock { pictures { caption } } } } }`,
      { slug },
    );
    expect(article).toEqual({
      ...{ leadMedia: null, media: [{ caption: "Canary 2" }], bodyText: "", bodyHtml: "" },
      blocks: [{ __typename: "GalleryBlock", pictures: [{ caption: "Canary 2" }] }],
    });
  });

  it("bear the label of what a machine made", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { id: mediaId } = await aMedium(house.db);
    await house.db.media.update({ where: { id: mediaId }, data: { digitalSourceType: "trainedAlgorithmicMedia" } });
    const { slug } = await plant(house.db, { sectionId, media: [{ mediaId, role: "LEAD", position: 0 }] });
    const query = "query ($slug: String!) { article(by: { slug: $slug }) { leadMedia { isAiGenerated } } }";
    expect(await read(house, query, { slug })).toEqual({ article: { leadMedia: { isAiGenerated: true } } });
  });
});

describe("The body of an article", () => {
  it("shows every kind of block, and keeps what it does not know as a fallback", async () => {
    const { id: sectionId } = await aSection(house.db);
    const words = {
      text: "See the harbour",
      spans: [{ start: 8, end: 15, kind: "link", href: "https://harbour.example/" }],
    };
    const blocks = [
      { id: "1", type: "paragraph", ...words },
      { id: "2", type: "heading", level: 2, text: "Tides", spans: [{ start: 0, end: 5, kind: "em" }] },
      { id: "3", type: "list", ordered: true, items: [{ text: "High", spans: [] }] },
      { id: "4", type: "quote", text: "It rises.", spans: [], attribution: "The keeper" },
      { id: "5", type: "embed", provider: "Tide chart", url: "https://tides.example/1", fallbackText: "A chart" },
      { id: "6", type: "divider" },
      { id: "7", type: "table", header: [{ text: "Hour", spans: [] }], rows: [[{ text: "6", spans: [] }]] },
      {
        id: "8",
        type: "factBox",
        title: "Facts",
        blocks: [{ id: "8a", type: "paragraph", text: "Twice a day.", spans: [] }],
      },
      { id: "9", type: "correctionNote", date: "2026-03-02", kind: "CORRECTION", text: "It was low.", spans: [] },
      { id: "10", type: "unknown", typeName: "tide-clock", original: '{"secret":"canary"}', fallbackText: "A clock" },
      { id: "11", type: "hologram", text: "From tomorrow" },
    ];
    const { slug } = await plant(house.db, { sectionId, words: { blocks } });
    const { article } = await read<{ article: { blocks: object[] } }>(
      house,
      `query ($slug: String!) { article(by: { slug: $slug }) { blocks { __typename
        ... on MarkedText { text spans { start end kind href } }
        ... on HeadingBlock { level } ... on ListBlock { ordered items { text } } ... on QuoteBlock { attribution }
        ... on EmbedBlock { provider url fallbackText } ... on TableBlock { header { text } rows { cells { text } } caption }
        ... on FactBoxBlock { title blocks { ... on ParagraphBlock { id text } } }
        ... on CorrectionNoteBlock { date kind } ... on UnknownBlock { typeName fallbackText } } } }`,
      { slug },
    );
    const link = { start: 8, end: 15, kind: "LINK", href: "https://harbour.example/" };
    expect(article.blocks).toEqual([
      { __typename: "ParagraphBlock", text: "See the harbour", spans: [link] },
      { __typename: "HeadingBlock", level: 2, text: "Tides", spans: [{ start: 0, end: 5, kind: "EM", href: null }] },
      { __typename: "ListBlock", ordered: true, items: [{ text: "High" }] },
      { __typename: "QuoteBlock", attribution: "The keeper", text: "It rises.", spans: [] },
      { __typename: "EmbedBlock", provider: "Tide chart", url: "https://tides.example/1", fallbackText: "A chart" },
      { __typename: "DividerBlock" },
      { __typename: "TableBlock", header: [{ text: "Hour" }], rows: [{ cells: [{ text: "6" }] }], caption: null },
      { __typename: "FactBoxBlock", title: "Facts", blocks: [{ id: "8a", text: "Twice a day." }] },
      { __typename: "CorrectionNoteBlock", date: "2026-03-02", kind: "CORRECTION", text: "It was low.", spans: [] },
      { __typename: "UnknownBlock", typeName: "tide-clock", fallbackText: "A clock" },
      { __typename: "UnknownBlock", typeName: "hologram", fallbackText: "From tomorrow" },
    ]);
  });
});
