import { describe, expect, it } from "@jest/globals";
import { readersOn } from "../../../src/database/readers.ts";
import { liveLens, type Lens } from "../../../src/delivery/index.ts";
import { testDatabase } from "../../support/database.ts";
import { ask } from "../../support/delivery.ts";
import { aSection } from "../../support/factories.ts";
import { plant } from "../../support/newspaper.ts";

const house = testDatabase();

/** What an article is answered with, and by what statement. */
async function asked(slug: string, selection: string, lens: Lens = liveLens) {
  const texts: string[] = [];
  const readers = readersOn(house.pool);
  const source = {
    ask: (statement: Parameters<typeof readers.ask>[0]) => {
      texts.push(statement.text);
      return readers.ask(statement);
    },
  };
  const query = `query ($slug: String!) { article(by: { slug: $slug }) { ${selection} } }`;
  const { data, errors } = await ask(house, query, { slug }, { lens, source });
  expect(errors).toEqual([]);
  return { article: data?.["article"], text: texts.join("\n") };
}

const teaser = "kind headline shortHeadline kicker standfirst path publishedAt updatedAt";

describe("The words of a card", () => {
  it("are taken as they were spelled, whatever signs are in them", async () => {
    const { id: sectionId } = await aSection(house.db);
    const headline = 'He said: "No\\yes" – 🗞, \u2028 </script>, and went';
    const { slug, id } = await plant(house.db, { sectionId, headline });
    const { article, text } = await asked(slug, teaser);
    expect(text).toContain('"t1".spelled');
    const { path } = await house.db.liveCard.findFirstOrThrow({ where: { articleId: id } });
    expect(article).toMatchObject({ headline, kicker: null, standfirst: null, path, kind: "NEWS" });
  });

  it("are spelled anew where a card is changed in place", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { slug, id } = await plant(house.db, { sectionId, headline: "Before" });
    // Whoever loads rows past the triggers as well.
    const change = `begin; set local session_replication_role = replica;
      update live_card set headline = 'After', short_headline = 'Short', kicker = 'A "word"', standfirst = 'It stands',
        kind = 'ANALYSIS', path = '/elsewhere', published_at = '2021-02-03 04:05:06.7+00',
        updated_at = '2021-02-03 23:59:59.999-05' where article_id = '${id}'; commit`;
    await house.pool.query(change);
    expect((await asked(slug, teaser)).article).toEqual({
      ...{ headline: "After", shortHeadline: "Short", kicker: 'A "word"', standfirst: "It stands" },
      ...{ kind: "ANALYSIS", path: "/elsewhere" },
      ...{ publishedAt: "2021-02-03T04:05:06.700Z", updatedAt: "2021-02-04T04:59:59.999Z" },
    });
  });

  it("keep their places where a moment has no spelling", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { slug, id } = await plant(house.db, { sectionId, headline: "Of old" });
    await house.pool.query("update live_card set published_at = '0044-03-15 12:00:00+00 BC' where article_id = $1", [
      id,
    ]);
    expect((await asked(slug, "headline kicker section { path }")).article).toMatchObject({
      headline: "Of old",
      kicker: null,
    });
    const { spelled } = await house.db.liveCard.findFirstOrThrow({ where: { articleId: id } });
    expect(JSON.parse(`[${spelled}]`)).toMatchObject({ length: 10, 4: null, 6: "Of old" });
  });

  it("are spelled one by one where few are wanted, and in a preview", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { slug, id, revisionId } = await plant(house.db, { sectionId, headline: "A headline" });
    const { article, text } = await asked(slug, "kind slug");
    expect(article).toEqual({ kind: "NEWS", slug });
    expect(text).not.toContain("spelled");
    expect((await asked(slug, "id path kind")).text).toContain("spelled");
    const lens = { at: null, preview: { articleId: id, revisionId } };
    const previewed = await asked(slug, teaser, lens);
    expect(previewed.text).not.toContain("spelled");
    expect(previewed.article).toEqual((await asked(slug, teaser)).article);
  });
});
