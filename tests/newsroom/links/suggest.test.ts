import { beforeAll, describe, expect, it } from "@jest/globals";
import { linkTo, suggestLinks } from "../../../src/newsroom/links/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, deskOf } from "../../support/factories.ts";
import { minutes, plant, type Seedling } from "../../support/newspaper.ts";

const house = testDatabase();
const of = { sectionId: "", bridge: "", tide: "" };
const desk = () => deskOf(house.db);

const paragraph = (text: string) => [{ id: "p", type: "paragraph", text, spans: [] }];
const grow = (headline: string, body: string, given: Partial<Seedling> = {}) =>
  plant(house.db, { sectionId: of.sectionId, headline, words: { blocks: paragraph(body) }, ...given });

beforeAll(async () => {
  of.sectionId = (await aSection(house.db)).id;
  for (const name of ["bridge", "tide"] as const) {
    of[name] = (await house.db.topic.create({ data: { type: "KEYWORD", slug: name, name: `The ${name}` } })).id;
  }
  for (let n = 0; n < 12; n += 1)
    await grow(`Council meets ${String(n)}`, "The mayor said on Monday that people waited.");
});

describe("suggestions", () => {
  it("go by topics in common and telling words, say why, and leave out itself, what is linked and what is dark", async () => {
    const own = await grow(
      "Drawbridge hinge cracked",
      "The mayor said on Monday that the drawbridge hinge had cracked.",
      {
        topics: [of.bridge, of.tide],
      },
    );
    const both = await grow("Divers inspect pylons", "They saw nothing.", { topics: [of.tide, of.bridge] });
    const wordy = await grow("Hinge of the drawbridge was old", "The hinges were forged in 1902.");
    const linked = await grow("Ferry", "It sails.", { topics: [of.bridge] });
    await grow("Canary draft drawbridge hinge", "x", { topics: [of.bridge], publishedAt: null });
    await grow("Canary drawbridge hinge to come", "x", { topics: [of.bridge], publishedAt: minutes(20) });
    await linkTo(desk(), { id: own.id, expectedVersion: 1, targets: [linked.id] });
    const found = await suggestLinks(desk(), { articleId: own.id });
    expect(found.map(({ id }) => id)).toEqual([both.id, wordy.id]);
    expect(found[0]?.why).toBe("2 topics in common: The bridge, The tide");
    expect(found[1]).toMatchObject({ topics: [], words: expect.arrayContaining(["drawbridge", "hinge"]) });
    expect(found[1]?.why).toMatch(/^similar words: /);
    const scores = found.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const drafts = await suggestLinks(desk(), { articleId: own.id, drafts: true, limit: 20 });
    expect(drafts.map(({ headline }) => headline)).toEqual(
      expect.arrayContaining(["Canary draft drawbridge hinge", "Canary drawbridge hinge to come"]),
    );
  });

  it("find company for a draft nobody has read, and none where nothing is alike", async () => {
    const draft = await grow("Drawbridge hinge mended", "Welders came.", { publishedAt: null });
    expect((await suggestLinks(desk(), { articleId: draft.id })).map(({ headline }) => headline)).toContain(
      "Hinge of the drawbridge was old",
    );
    const alone = await grow("Zebra xylophone", "Quixotic.", { publishedAt: null });
    expect(await suggestLinks(desk(), { articleId: alone.id })).toEqual([]);
  });

  it("prefer the recent where all else is equal, and keep to the limit", async () => {
    const long = { topics: [of.tide], publishedAt: new Date(Date.now() - 900 * 86_400_000) };
    const old = await grow("Saltwater", "Old news.", long);
    const young = await grow("Freshwater", "New things.", { topics: [of.tide] });
    const asking = await grow("Brackish", "In between.", { topics: [of.tide], publishedAt: null });
    const ids = (await suggestLinks(desk(), { articleId: asking.id, limit: 20 })).map(({ id }) => id);
    expect(ids.indexOf(young.id)).toBeLessThan(ids.indexOf(old.id));
    expect(await suggestLinks(desk(), { articleId: asking.id, limit: 1 })).toHaveLength(1);
    await expect(suggestLinks(desk(), { articleId: asking.id, limit: 21 })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });
});
