import { beforeAll, describe, expect, it } from "@jest/globals";
import type { CorrectionKind } from "../../../src/database/generated/enums.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { ask, read } from "../../support/delivery.ts";
import { aSection } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";

const house = testDatabase();
const soon = minutes(30);

interface Page {
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly text: string; readonly kind: string; readonly article: { readonly headline: string } };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($kind: CorrectionKind, $first: Int, $after: String) {
  corrections(kind: $kind, first: $first, after: $after) {
    edges { cursor node { id kind text publishedAt article { headline } } } pageInfo { hasNextPage endCursor } } }`;

const page = async (wish: object = {}, at?: Date): Promise<Page> =>
  (await read<{ corrections: Page }>(house, query, { ...wish }, at)).corrections;
const texts = ({ edges }: Page): readonly string[] => edges.map(({ node }) => node.text);

const note = (articleId: string, kind: CorrectionKind, text: string, publishedAt: Date) =>
  house.db.correction.create({ data: { articleId, kind, text, publishedAt, internalReason: "canary of the sub" } });

/** Notes under live articles, and canaries under those nobody may read, or not yet. */
beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db);
  const one = await plant(house.db, { sectionId, headline: "Ferry sails" });
  const two = await plant(house.db, { sectionId, headline: "Crane lifts" });
  await note(one.id, "CORRECTION", "first", minutes(-40));
  await note(two.id, "RETRACTION", "second", minutes(-30));
  // Two in one moment are told apart by their ids.
  const together = minutes(-20);
  await note(one.id, "UPDATE", "third", together);
  await note(two.id, "CORRECTION", "fourth", together);
  await note(one.id, "CORRECTION", "ahead", soon);
  const dark = { DRAFT: null, AHEAD: minutes(60) };
  for (const publishedAt of Object.values(dark)) {
    const { id } = await plant(house.db, { sectionId, headline: "Canary", publishedAt });
    await note(id, "CORRECTION", "canary", minutes(-10));
  }
  for (const facts of [{ embargoHold: true }, { state: "HELD" as const }, { expiresAt: minutes(-5) }]) {
    const { id } = await plant(house.db, { sectionId, headline: "Canary", facts });
    await note(id, "CORRECTION", "canary", minutes(-10));
  }
});

describe("The list of corrections", () => {
  it("is of live articles only, newest first, each with its article", async () => {
    const all = await page();
    expect(texts(all)).toEqual(["fourth", "third", "second", "first"]);
    expect(all.edges.map(({ node }) => node.article.headline)).toEqual([
      ...["Crane lifts", "Ferry sails", "Crane lifts", "Ferry sails"],
    ]);
    const { data, tags } = await ask(house, query);
    expect(JSON.stringify(data)).not.toMatch(/canary/i);
    expect(tags).toContain("corrections");
  });

  it("can be asked for one kind", async () => {
    expect(texts(await page({ kind: "RETRACTION" }))).toEqual(["second"]);
    expect(texts(await page({ kind: "EDITORS_NOTE" }))).toEqual([]);
    const { tags } = await ask(house, query, { kind: "EDITORS_NOTE" });
    expect(tags).toEqual(["corrections"]);
  });

  it.each([1, 2, 3])("is walked by %i without a gap or a double", async (first) => {
    const walked: string[] = [];
    for (let after: string | null = null, goesOn = true; goesOn;) {
      const part: Page = await page({ first, after });
      walked.push(...texts(part));
      ({ endCursor: after, hasNextPage: goesOn } = part.pageInfo);
    }
    expect(walked).toEqual(["fourth", "third", "second", "first"]);
  });

  it("shows a note when its time has come", async () => {
    expect(texts(await page({ first: 1 }, new Date(soon.getTime() - 1000)))).toEqual(["fourth"]);
    expect(texts(await page({ first: 1 }, soon))).toEqual(["ahead"]);
  });

  it("refuses sizes beyond the limits and cursors of other lists", async () => {
    const codes = async (wish: object) =>
      (await ask(house, query, { ...wish })).errors.map(({ extensions }) => extensions?.["code"]);
    expect(await codes({ first: 0 })).toEqual(["INVALID_INPUT"]);
    expect(await codes({ first: 101 })).toEqual(["INVALID_INPUT"]);
    expect(await codes({ after: "nonsense" })).toEqual(["BAD_CURSOR"]);
    // A place in a year no database can read would be the fault of everybody who asks at the same moment.
    const late = `${"0".repeat(12)}|${"9".repeat(15)}|${newId()}`;
    expect(await codes({ after: Buffer.from(late).toString("base64url") })).toEqual(["BAD_CURSOR"]);
  });

  it("is told in an article too, where a note leads back to it", async () => {
    const { search } = await read<{ search: { edges: { node: unknown }[] } }>(
      house,
      '{ search(query: "crane") { edges { node { corrections { kind article { headline } } } } } }',
    );
    expect(search.edges[0]?.node).toMatchObject({
      corrections: [{ kind: "RETRACTION", article: { headline: "Crane lifts" } }, { kind: "CORRECTION" }],
    });
  });
});
