import { describe, expect, it } from "@jest/globals";
import { testDatabase } from "../../support/database.ts";
import { ask } from "../../support/delivery.ts";
import { aSection } from "../../support/factories.ts";
import { plant } from "../../support/newspaper.ts";

const house = testDatabase();
const query = `query ($id: ID!) {
  article(by: { id: $id }) { rails { items { section { articles(first: 0) { totalCount } } } } }
}`;

describe("What cannot be told inside a rail", () => {
  it("stands at the place of that rail among those that are shown", async () => {
    const section = await aSection(house.db);
    const [{ id }] = [
      await plant(house.db, { sectionId: section.id }),
      await plant(house.db, { sectionId: section.id }),
    ];
    // The first is hidden, although it could hold the other article; the second is shown empty.
    const rails = [
      { key: "hidden", titleTemplate: "Hidden", fill: "NEWEST", minItems: 2, maxItems: 4, whenEmpty: "HIDE" },
      { key: "empty", titleTemplate: "Empty", fill: "NONE", maxItems: 4, whenEmpty: "SHOW" },
      { key: "full", titleTemplate: "Full", fill: "NEWEST", maxItems: 4, whenEmpty: "SHOW" },
    ] as const;
    await house.db.rail.createMany({ data: rails.map((rail, position) => ({ ...rail, position })) });
    const { data, errors } = await ask(house, query, { id });
    expect(data).toEqual({ article: null });
    expect(errors.map(({ path }) => path)).toEqual([["article", "rails", 1, "items", 0, "section", "articles"]]);
  });
});
