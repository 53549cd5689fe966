import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { globalId } from "../../src/kernel/global-id.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";
import {
  correctArticle,
  createArticle,
  findArticle,
  placeMedia,
  publishArticle,
  removeMedia,
  reviseArticle,
  type ArticleRow,
} from "../../src/newsroom/articles/index.ts";
import type { Desk } from "../../src/newsroom/desk.ts";
import { addLink, moveLink, removeLink } from "../../src/newsroom/links/index.ts";
import { restoreRevision } from "../../src/newsroom/revisions/index.ts";
import { createTopic } from "../../src/newsroom/topics/index.ts";
import { testDatabase } from "../support/database.ts";
import { aMedium, aSection, aUser, deskAs } from "../support/factories.ts";
import { testServer } from "../support/server.ts";

jest.setTimeout(120_000);
const house = testDatabase();
const server = testServer(house);
const screen = readFileSync(join(rootFolder, "schema/operations/reader/ArticleScreen.graphql"), "utf8");
const of = { article: "", topic: "", other: "", medium: "", another: "" };
let desk: Desk;

beforeAll(async () => {
  desk = deskAs(house.db, await aUser(house.db));
  const { id: sectionId } = await aSection(house.db);
  of.topic = (await createTopic(desk, { type: "KEYWORD", name: "Ferries" })).id;
  of.other = (await createTopic(desk, { type: "KEYWORD", name: "Bridges" })).id;
  of.medium = (await aMedium(house.db)).id;
  of.another = (await aMedium(house.db)).id;
  const blocks = ["One.", "Two."].map((text, index) => ({
    type: "paragraph",
    id: `p${String(index)}`,
    text,
    spans: [],
  }));
  const made = await createArticle(desk, {
    ...{ headline: "Ferry leaves", sectionId, blocks, bylines: [{ name: "Nia Okoro" }], topics: [of.topic] },
    media: [{ mediaId: of.medium, role: "LEAD" }],
    links: [
      { headline: "A report", target: { url: "https://bridges.example/report" } },
      { headline: "A map", target: { url: "https://bridges.example/map" } },
    ],
  });
  of.article = made.id;
  await publishArticle(desk, { id: made.id, expectedVersion: 1 });
});

/** What a reader's screen gets, to the byte. */
async function read(): Promise<string> {
  const { data, errors } = await server.ask("/graphql", screen, { by: { id: globalId("Article", of.article) } });
  expect(errors).toEqual([]);
  return JSON.stringify(data);
}

async function seen() {
  const { id, version: expectedVersion, headRevision } = await findArticle(desk, of.article);
  return { edit: { id, expectedVersion }, keys: headRevision.links.map(({ key }) => key), head: headRevision };
}

type Act = (now: Awaited<ReturnType<typeof seen>>) => Promise<ArticleRow>;
const words =
  (changes: object): Act =>
  ({ edit }) =>
    reviseArticle(desk, { ...edit, changes });

const acts: readonly (readonly [string, string, Act])[] = [
  ["a headline", "Ferry stays", words({ headline: "Ferry stays" })],
  ["the body", "Three.", words({ bodyText: "One.\n\nThree." })],
  ["the byline", "Jon Vale", words({ bylines: [{ name: "Jon Vale" }] })],
  ["topics", "Bridges", (now) => words({ topics: [of.other] })(now)],
  ["a new lead picture", "another", ({ edit }) => placeMedia(desk, { ...edit, mediaId: of.another, role: "LEAD" })],
  ["a picture taken off", "", ({ edit }) => removeMedia(desk, { ...edit, mediaId: of.another })],
  [
    "a new link",
    "bridges.example/new",
    ({ edit }) => addLink(desk, { ...edit, headline: "New", target: { url: "https://bridges.example/new" } }),
  ],
  ["the order of links", "", ({ edit, keys }) => moveLink(desk, { ...edit, key: keys[0] ?? "", position: 1 })],
  ["a link taken off", "", ({ edit, keys }) => removeLink(desk, { ...edit, key: keys[0] ?? "" })],
  ["an older revision", "A report", ({ edit }) => restoreRevision(desk, { ...edit, revision: 1 })],
];

describe("an edit of a published article", () => {
  it.each(acts)("of %s is seen by no reader until it is published", async (_what, word, act) => {
    const before = await read();
    const { id, version: expectedVersion } = await act(await seen());
    expect(await read()).toBe(before);
    await publishArticle(desk, { id, expectedVersion });
    const after = await read();
    expect(after).not.toBe(before);
    expect(after).toContain(word === "another" ? globalId("Media", of.another) : word);
  });

  it("is not published by a correction of what readers have", async () => {
    await words({ headline: "A headline nobody is ready for" })(await seen());
    const { edit } = await seen();
    await correctArticle(desk, { ...edit, changes: { kicker: "Right" }, text: "The kicker was wrong." });
    const after = await read();
    expect(after).toContain("The kicker was wrong.");
    expect(after).toContain('"kicker":"Right"');
    expect(after).not.toContain("nobody is ready");
    expect((await seen()).head).toMatchObject({ kicker: "Right", headline: "A headline nobody is ready for" });
  });
});
