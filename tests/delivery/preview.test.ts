import { describe, expect, it } from "@jest/globals";
import { testDatabase } from "../support/database.ts";
import { ask } from "../support/delivery.ts";
import { aSection } from "../support/factories.ts";
import { minutes, plant } from "../support/newspaper.ts";

const house = testDatabase();
const query = `query ($id: ID!, $slug: String!) {
  article(by: { slug: $slug }) { headline path bodyText relatedLinks { headline } section { articles { totalCount edges { node { headline } } } } }
  node(id: $id) { ... on Article { headline } }
}`;

describe("A lens that previews an article", () => {
  it.each([
    ["a draft", { publishedAt: null }],
    ["one that is held", { facts: { state: "HELD" as const } }],
    ["one under embargo", { facts: { embargoUntil: minutes(60) } }],
  ])("shows %s in the named revision, and everything reached from it as it is live", async (_name, given) => {
    const { id: sectionId } = await aSection(house.db);
    const live = await plant(house.db, { sectionId, headline: "Live" });
    const hidden = await plant(house.db, { sectionId, headline: "Hidden", publishedAt: null });
    const links = [{ targetArticleId: live.id }, { targetArticleId: hidden.id }];
    const previewed = await plant(house.db, { sectionId, headline: "Previewed", links, ...given });
    const asked = { id: Buffer.from(`Article:${hidden.id}`).toString("base64url"), slug: previewed.slug };
    const preview = { articleId: previewed.id, revisionId: previewed.revisionId };
    const { data, errors } = await ask(house, query, asked, { lens: { at: null, preview } });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      article: {
        headline: "Previewed",
        bodyText: "Previewed has a body.",
        relatedLinks: [{ headline: "Live" }],
        section: { articles: { totalCount: 1, edges: [{ node: { headline: "Live" } }] } },
      },
      node: null,
    });
    expect((await ask(house, query, asked)).data).toMatchObject({ article: null });
  });
});
