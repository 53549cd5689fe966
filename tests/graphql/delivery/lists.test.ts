import { describe, expect, it } from "@jest/globals";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";

const house = testDatabase();

interface Page {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly headline: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
}

const query = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $children: Boolean) {
  section(by: { id: $id }) {
    articles(first: $first, after: $after, last: $last, before: $before, includeChildren: $children) {
      totalCount edges { cursor node { headline } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

const page = async (id: string, wish: object = {}, at?: Date): Promise<Page> =>
  (await read<{ section: { articles: Page } }>(house, query, { id, children: false, ...wish }, at)).section.articles;

const heads = ({ edges }: Page): readonly string[] => edges.map(({ node }) => node.headline);
const ends = ({ pageInfo: { hasPreviousPage, hasNextPage } }: Page) => [hasPreviousPage, hasNextPage];

/** Five articles, two of them at the same moment, and some nobody may see. */
async function five(): Promise<string> {
  const { id: sectionId } = await aSection(house.db);
  const { id: elsewhere } = await aSection(house.db);
  for (const [headline, age] of [
    ["five", 50],
    ["four", 40],
    ["three", 30],
  ] as const)
    await plant(house.db, { sectionId, headline, publishedAt: minutes(-age) });
  const together = minutes(-20);
  await plant(house.db, { sectionId: elsewhere, headline: "two", publishedAt: together, alsoIn: [sectionId] });
  await plant(house.db, { sectionId, headline: "one", publishedAt: together });
  await plant(house.db, { sectionId, headline: "Canary", publishedAt: null });
  await plant(house.db, { sectionId, headline: "Canary", publishedAt: minutes(1) });
  return sectionId;
}

describe("A section's articles", () => {
  it("are given newest first, those that also stand in it among them, twenty where nobody chose", async () => {
    const id = await five();
    const all = await page(id);
    expect(heads(all)).toEqual(["one", "two", "three", "four", "five"]);
    expect(all.totalCount).toBe(5);
    expect(ends(all)).toEqual([false, false]);
  });

  it.each([1, 2, 3, 5])("are walked from both ends by %i without a gap or a double", async (size) => {
    const id = await five();
    const forward: string[] = [];
    const backward: string[] = [];
    for (let after: string | null = null, on = true; on;) {
      const found: Page = await page(id, { first: size, after });
      forward.push(...heads(found));
      expect(ends(found)).toEqual([after !== null, forward.length < 5]);
      [after, on] = [found.pageInfo.endCursor, found.pageInfo.hasNextPage];
    }
    for (let before: string | null = null, on = true; on;) {
      const found: Page = await page(id, { last: size, before });
      backward.unshift(...heads(found));
      expect(ends(found)).toEqual([backward.length < 5, before !== null]);
      [before, on] = [found.edges[0]?.cursor ?? null, found.pageInfo.hasPreviousPage];
    }
    expect(forward).toEqual(["one", "two", "three", "four", "five"]);
    expect(backward).toEqual(forward);
  });

  it("can be asked for between two cursors", async () => {
    const id = await five();
    const [first, , , , last] = (await page(id)).edges.map(({ cursor }) => cursor);
    const between = await page(id, { first: 2, after: first, before: last });
    expect([heads(between), ends(between)]).toEqual([
      ["two", "three"],
      [true, true],
    ]);
    const beyond = await page(id, { first: 2, after: last });
    expect([heads(beyond), ends(beyond), beyond.pageInfo.endCursor]).toEqual([[], [true, false], null]);
  });

  it("never double an item when something new comes on top", async () => {
    const id = await five();
    const { pageInfo } = await page(id, { first: 2 });
    const next = await page(id, { first: 2, after: pageInfo.endCursor }, minutes(2));
    expect(heads(next)).toEqual(["three", "four"]);
    expect(heads(await page(id, { first: 1 }, minutes(2)))).toEqual(["Canary"]);
  });

  it.each([{ first: 0 }, { first: -1 }, { first: 101 }, { last: 101 }, { last: 0 }, { first: 1, last: 1 }])(
    "refuse the page %j",
    async (wish) => {
      const { id } = await aSection(house.db);
      await expect(page(id, wish)).rejects.toThrow(/must lie between|cannot be combined/);
    },
  );

  it("refuse a cursor that is not one of the list's", async () => {
    const id = await five();
    const other = await five();
    const { pageInfo } = await page(id, { first: 1 });
    const tampered = Buffer.from(Buffer.from(String(pageInfo.endCursor), "base64url").toString().replace(/.$/, "x"));
    const wrong = [tampered.toString("base64url"), "", "x", "' OR 1=1 --", `${String(pageInfo.endCursor)}=`];
    for (const after of wrong) await expect(page(id, { after })).rejects.toThrow("That cursor");
    await expect(page(other, { after: pageInfo.endCursor })).rejects.toThrow("That cursor");
    await expect(page(id, { after: pageInfo.endCursor, children: true })).rejects.toThrow("That cursor");
  });

  it("take in the sections below on request, but not unlisted ones", async () => {
    const top = await aSection(house.db);
    const listed = await aSection(house.db, { parent: top.id });
    const hidden = await aSection(house.db, { parent: top.id });
    await house.db.section.update({ where: { id: hidden.id }, data: { visible: false } });
    for (const { id, name } of [top, listed, hidden]) await plant(house.db, { sectionId: id, headline: `In ${name}` });
    expect(heads(await page(top.id))).toEqual([`In ${top.name}`]);
    const branch = await page(top.id, { children: true });
    expect(new Set(heads(branch))).toEqual(new Set([`In ${top.name}`, `In ${listed.name}`]));
    expect(heads(await page(hidden.id))).toEqual([`In ${hidden.name}`]);
  });
});

describe("The sections", () => {
  it("are a tree of listed sections, reached by path and id", async () => {
    const top = await aSection(house.db, { name: "Harbour", slug: "harbour" });
    const below = await aSection(house.db, { name: "Tides", slug: "tides", parent: top.id });
    const hidden = await aSection(house.db, { name: "Unlisted", slug: "unlisted" });
    await house.db.section.update({ where: { id: hidden.id }, data: { visible: false } });
    const { sections } = await read<{ sections: { name: string }[] }>(
      house,
      "{ sections { name path children { name parent { name } } } }",
    );
    expect(sections).toContainEqual({
      ...{ name: "Harbour", path: "/harbour", children: [{ name: "Tides", parent: { name: "Harbour" } }] },
    });
    expect(sections.map(({ name }) => name)).not.toContain("Unlisted");
    const id = Buffer.from(`Section:${below.id}`).toString("base64url");
    for (const by of [{ path: "harbour/tides" }, { path: "/Harbour/Tides/" }, { id }, { id: below.id }]) {
      const { section } = await read(house, "query ($by: SectionBy!) { section(by: $by) { id name } }", { by });
      expect(section).toEqual({ id, name: "Tides" });
    }
    expect(await read(house, '{ section(by: { path: "/unlisted" }) { name } }')).toEqual({
      section: { name: "Unlisted" },
    });
  });
});

describe("Things by their ids", () => {
  it("are given in order, null for all that is not to be seen", async () => {
    const { id: sectionId, name } = await aSection(house.db);
    const live = await plant(house.db, { sectionId, headline: "Node" });
    const draft = await plant(house.db, { sectionId, headline: "Canary", publishedAt: null });
    const global = (type: string, id: string) => Buffer.from(`${type}:${id}`).toString("base64url");
    const hidden = [global("Article", draft.id), global("Revision", live.revisionId), global("User", sectionId)];
    const odd = [
      "",
      "x",
      live.id,
      global("constructor", live.id),
      global("Article", "1"),
      global("Article", sectionId),
    ];
    const ids = [global("Section", sectionId), ...hidden, ...odd, global("Article", live.id)];
    const { nodes } = await read<{ nodes: (object | null)[] }>(
      house,
      "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Article { headline } ... on Section { name } } }",
      { ids },
    );
    expect(nodes).toEqual([{ name }, ...[...hidden, ...odd].map(() => null), { headline: "Node" }]);
  });

  it("are at most a hundred", async () => {
    const ask = (many: number) =>
      read(house, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: Array.from({ length: many }, String) });
    await expect(ask(101)).rejects.toThrow("at most 100");
    await expect(ask(100)).resolves.toBeDefined();
  });
});
