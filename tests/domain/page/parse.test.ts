import { describe, expect, it } from "@jest/globals";
import { pageFile, pageIn, said } from "./support.ts";

describe("a page", () => {
  it("gives headline, credit, paragraphs, teasers and empty rails, each with its line", () => {
    const page = pageIn(pageFile("summit"));
    expect(page.headline).toEqual({ text: "Island leaders gather in Port Amery for fisheries summit", line: 1 });
    expect(page.credit).toEqual({ text: "MARTA OYELARAN/ POOL/ AFP", line: 3 });
    expect(page.paragraphs.map(({ line }) => line)).toEqual([5, 7, 9, 11]);
    expect(page.paragraphs[3]?.text).toContain("Delegates from Velland Marenza, Kaltria,");
    expect(page.sectionName).toBe("International News");
    expect(page.lists).toHaveLength(1);
    expect(page.lists[0]?.heading).toBe("More from International News");
    expect(page.lists[0]?.teasers.map(({ line }) => line)).toEqual([15, 19, 23, 27]);
    expect(page.lists[0]?.teasers[3]).toEqual({
      headline: "Kaltria swears in its youngest mayor",
      summary: "The baker's daughter, aged 22, promised longer library hours and a second bench at the bus stop.",
      line: 27,
    });
    expect(page.emptyRails).toEqual([{ text: "Blogs", line: 31 }]);
    expect(page.leftOut).toEqual([]);
  });

  it("of the sample newsroom has everything such a page has", () => {
    const page = said(pageIn(pageFile("../../../prisma/sample/page")));
    expect(page.credit).toBe("MIRELA DASHTAN/ POOL/ AFP");
    expect(page.paragraphs).toHaveLength(8);
    expect(page.lists.map(({ heading, teasers }) => [heading, teasers.length])).toEqual([
      ["More from International News", 4],
    ]);
    expect(page.emptyRails).toEqual(["Blogs"]);
  });

  it("may be indented, numbered, without some summaries, and end in several empty rails", () => {
    const page = said(pageIn(pageFile("numbered")));
    expect(page.credit).toBe("Photo by Tomas Brandeis / Reuters");
    expect(page.sectionName).toBe("CITY LIFE");
    expect(page.lists[0]?.teasers).toEqual([
      {
        headline: "Tram line seven returns after a summer of repairs",
        summary: "Drivers said the new rails were so quiet that nobody noticed the first tram until it rang its bell.",
      },
      { headline: "Night market moves to the river bank", summary: null },
      { headline: "Bakers win the annual raft race", summary: "They beat the firemen by two lengths and a loaf." },
    ]);
    expect(page.emptyRails).toEqual(["Podcasts", "Opinion", "Most read"]);
  });

  it("wrapped at a width becomes whole paragraphs, headlines and summaries again", () => {
    const page = pageIn(pageFile("wrapped"));
    expect(page.headline.text).toBe("Researchers map the seagrass meadows of the northern coast from a rowing boat");
    expect(page.byline).toEqual({ text: "By Ilse Varnholt and Piet Amsel", line: 4 });
    expect(page.credit).toBeNull();
    expect(page.dateline).toEqual({ place: "PORT AMERY", raw: expect.stringContaining("(Reuters)"), line: 6 });
    expect(page.paragraphs.map(({ text }) => text)).toEqual([
      "A team of four spent two summers on the water with a sounding line, a notebook and a great deal of patience. " +
        "The map they drew covers nine bays.",
      "The meadows store more carbon than the forests behind them, the university said on Tuesday.",
      '"We lost an oar and two hats," said the leader of the team. "The hats we found again."',
    ]);
    expect(page.lists[0]?.teasers.map(({ headline }) => headline)).toEqual([
      "A comet nobody ordered is visible until Friday, and the observatory stays open late",
      "Beetle named after a tax inspector",
    ]);
    expect(page.lists[0]?.teasers[0]?.summary).toMatch(/^Bring a coat, .* is being repaired\.$/);
  });

  it("without any empty line has a paragraph a line", () => {
    const page = said(pageIn(pageFile("bare")));
    expect(page.credit).toBe("HANNE ULDAHL/ HANDOUT");
    expect(page.paragraphs).toHaveLength(3);
    expect(page.lists).toEqual([
      {
        heading: "More from Gardens",
        teasers: [
          { headline: "Roses survive the frost", summary: "Growers had covered them with old sails." },
          { headline: "A hedge wins a prize", summary: null },
        ],
      },
    ]);
    expect(page.emptyRails).toEqual(["Blogs"]);
  });

  it("may list related articles without naming a section; other rails' entries and footers are left out", () => {
    const page = said(pageIn(pageFile("related")));
    expect(page.sectionName).toBeNull();
    expect(page.lists.map(({ heading, teasers }) => [heading, teasers.length])).toEqual([["Related", 2]]);
    expect(page.leftOut).toEqual([
      ...["Most read", "Ten soups for a wet week", "The bus that forgot to stop"],
      ...["Cartoons", "© The Osmer Courier"],
    ]);
  });

  it("may have no list at all", () => {
    const page = said(pageIn("A short night\n\nThe moon rose at nine.\n\nIt set at ten."));
    expect(page).toMatchObject({
      headline: "A short night",
      credit: null,
      lists: [],
      sectionName: null,
      emptyRails: [],
    });
    expect(page.paragraphs).toEqual(["The moon rose at nine.", "It set at ten."]);
  });

  it("may end in a rail without having a list", () => {
    expect(said(pageIn("A short night\n\nThe moon rose at nine.\n\nBlogs\n\nVideos\n"))).toMatchObject({
      paragraphs: ["The moon rose at nine."],
      emptyRails: ["Blogs", "Videos"],
    });
  });

  it("may have empty rails before its list", () => {
    const page = said(
      pageIn("A short night\n\nThe moon rose at nine.\n\nVideos\n\nMore from Sky\n\n• One falls\n\nBlogs"),
    );
    expect(page).toMatchObject({ paragraphs: ["The moon rose at nine."], emptyRails: ["Videos", "Blogs"] });
    expect(page.lists).toHaveLength(1);
  });

  it("may name its section over an empty list", () => {
    const page = said(pageIn("A short night\n\nThe moon rose at nine.\n\nMore from Sky\n\nBlogs"));
    expect(page).toMatchObject({ sectionName: "Sky", lists: [], emptyRails: ["More from Sky", "Blogs"] });
  });
});

describe("a paragraph", () => {
  const paragraphs = (body: string) => said(pageIn(`A short night\n\n${body}\n`)).paragraphs;

  it("keeps its words, slips and inner spaces; only white space around it goes", () => {
    const odd = "United Isle Secretary  General said so , twice\u00A0over.";
    expect(paragraphs(`\u00A0 ${odd}\t \n\u00A0\n  Next  one .`)).toEqual([odd, "Next  one ."]);
  });

  it("keeps a line break inside it that no layout made", () => {
    expect(paragraphs("Roses are red,\nviolets are blue\n\nThat is all.")).toEqual([
      "Roses are red,\nviolets are blue",
      "That is all.",
    ]);
  });

  it("is set to normal form NFC", () => {
    expect(paragraphs("Cafe\u0301 news.")).toEqual(["Caf\u00E9 news."]);
  });

  it("may be short, and even begin with the words of a list's heading", () => {
    expect(paragraphs("Why?\n\nMore from the front came at noon.")).toEqual([
      "Why?",
      "More from the front came at noon.",
    ]);
  });

  it("may be an entry of a list in the body", () => {
    expect(paragraphs("Three things are known.\n\n- Water is wet.\n- Night is dark.")).toHaveLength(3);
  });
});

describe("the line under the headline", () => {
  const under = (line: string) => {
    const { credit, byline, paragraphs } = said(pageIn(`A short night\n\n${line}\n\nThe moon rose at nine.`));
    return { credit, byline, paragraphs: paragraphs.length };
  };

  it.each([
    "REUTERS",
    "Jo Amadi/AFP",
    "(AP Photo/Jo Amadi)",
    "Photo: Jo Amadi",
    "Handout via Reuters",
    "JO AMADI",
    "© 2031 Jo Amadi / dpa",
    "Jo Amadi / The Sandry Mail",
    "Courtesy of the Osmer museum",
    "写真：共同",
  ])("is a credit line: %s", (line) => {
    expect(under(line)).toEqual({ credit: line, byline: null, paragraphs: 1 });
  });

  it.each(["By Jo Amadi", "By JO AMADI and Ida Wren in Osmer", "BY IDA WREN"])("is a byline: %s", (line) => {
    expect(under(line)).toEqual({ credit: null, byline: line, paragraphs: 1 });
  });

  it.each([
    "Nobody knows why",
    "SANDRY - Nobody knows why the moon was late, Reuters said.",
    "AFP - somebody knows why",
    "By Tuesday nobody was left.",
    "The talks were held via Zoom",
  ])("is a paragraph: %s", (line) => {
    expect(under(line)).toMatchObject({ credit: null, byline: null, paragraphs: 2 });
  });

  it("may be followed by the credit, as long as that can be nothing else", () => {
    expect(under("Nobody knows why\n\nIDA WREN/ POOL/ AFP")).toEqual({
      ...{ credit: "IDA WREN/ POOL/ AFP", byline: null, paragraphs: 2 },
    });
  });

  it("may be byline and credit, in either order", () => {
    for (const lines of ["By Jo Amadi\n\nIda Wren/ AFP", "Ida Wren/ AFP\nBy Jo Amadi"]) {
      expect(under(lines)).toEqual({ credit: "Ida Wren/ AFP", byline: "By Jo Amadi", paragraphs: 1 });
    }
  });
});

describe("a list of teasers", () => {
  const tail = (text: string) => {
    const { lists, emptyRails, leftOut } = said(pageIn(`A short night\n\nThe moon rose at nine.\n\n${text}`));
    return {
      teasers: lists.map(({ teasers }) => teasers.map(({ headline, summary }) => [headline, summary])),
      emptyRails,
      leftOut,
    };
  };

  it.each(["•", "-", "*", "–", "·", "—", "‣", "+", ">", "→", "✔", "★", "▪️", "\uF0B7", "o", "1.", "b)", "iv)"])(
    "may have the bullet %s",
    (bullet) => {
      const expected = {
        teasers: [
          [
            ["One falls", "It fell."],
            ["Two rise", null],
          ],
        ],
        emptyRails: [],
        leftOut: [],
      };
      expect(tail(`More from Sky\n\n${bullet} One falls\n\n  It fell.\n\n${bullet} Two rise`)).toEqual(expected);
      expect(tail(`More from Sky\n\t${bullet}\tOne falls\r\n\t\tIt fell.\r\n\t${bullet}\tTwo rise`)).toEqual(expected);
    },
  );

  it("may have the bullet alone on its line", () => {
    expect(tail("More from Sky\n•\nOne falls\nIt fell.\n•\n\nTwo rise\n").teasers).toEqual([
      [
        ["One falls", "It fell."],
        ["Two rise", null],
      ],
    ]);
  });

  it("may have no bullets, summaries being told by their indentation or their full stop", () => {
    const expected = [
      [
        ["One of them falls", "It fell."],
        ["Two of them rise", "They rose."],
      ],
    ];
    expect(
      tail("More from Sky\n\nOne of them falls\n\n  It fell.\n\nTwo of them rise\n\n  They rose.\n\nBlogs"),
    ).toEqual({
      ...{ teasers: expected, emptyRails: ["Blogs"], leftOut: [] },
    });
    expect(tail("More from Sky\n\nOne of them falls\n\nIt fell.\n\nTwo of them rise\n\nThey rose.").teasers).toEqual(
      expected,
    );
  });

  it("may have its summaries in line with the bullets, and rails after it", () => {
    expect(
      tail("More from Sky\n\n• One falls\n\nIt fell.\n\n• Two rise\n\nThey rose.\n\nLetters to the Editor\n\nVideos"),
    ).toEqual({
      teasers: [
        [
          ["One falls", "It fell."],
          ["Two rise", "They rose."],
        ],
      ],
      emptyRails: ["Letters to the Editor", "Videos"],
      leftOut: [],
    });
  });

  it("may have summaries of several paragraphs, and dashes inside them", () => {
    expect(tail("More from Sky\n\n• One falls\n\n  It fell.\n\n  - far\n\n  Then it rose.").teasers).toEqual([
      [["One falls", "It fell. - far Then it rose."]],
    ]);
  });

  it("may come after another under its own heading; the first names the section", () => {
    const page = pageIn(
      "A short night\n\nThe moon rose.\n\nMore from Sky\n• One falls\n\nMore from Sea\n• Two sink\n\nRelated:\n• Three float",
    );
    expect(page.sectionName).toBe("Sky");
    expect(page.lists.map(({ heading, sectionName }) => [heading, sectionName])).toEqual([
      ["More from Sky", "Sky"],
      ["More from Sea", "Sea"],
      ["Related", null],
    ]);
  });

  it("may bear a heading dressed up with rules, hashes, a colon or capitals", () => {
    for (const heading of [
      "Read more from “Sky”",
      "## More from Sky",
      "MORE FROM SKY:",
      "=== More  from Sky ===",
      "**More From Sky**",
      "-----\nMore from Sky\n-----",
    ]) {
      const { sectionName } = pageIn(`A short night\n\nThe moon rose.\n\n${heading}\n\n• One falls`);
      expect(sectionName?.toLowerCase()).toBe("sky");
    }
  });
});
