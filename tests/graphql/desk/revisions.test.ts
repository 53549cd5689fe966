import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { prepareNewsroom } from "../../../src/newsroom/setup/index.ts";
import { testDatabase } from "../../support/database.ts";
import { testServer } from "../../support/server.ts";

jest.setTimeout(120_000);
const house = testDatabase();
const server = testServer(house);
const tokens = { editor: "", reporter: "" };

beforeAll(async () => {
  await prepareNewsroom({ database: house, embedded: false });
  tokens.editor = await server.tokenOf("EDITOR");
  tokens.reporter = await server.tokenOf("REPORTER");
  await desk('mutation { createSection(input: { name: "Quayside" }) { problems { code } } }');
});

async function desk<T = Record<string, unknown>>(
  query: string,
  variables: object = {},
  token = tokens.editor,
): Promise<T> {
  const { data, errors } = await server.ask("/desk/graphql", query, variables, token);
  expect(errors).toEqual([]);
  return data as T;
}

const answer = `subject { id version head { number kind headline kicker } live { number } lock { by isYours note } }
  problems { code conflict { base { revision } theirs { revision headline } yours { revision headline }
    places { part key base theirs yours clashes } } }`;

interface Payload {
  readonly subject: { readonly id: string; readonly version: number } | null;
  readonly problems: readonly unknown[];
}

async function act(mutation: string, input: object, token?: string): Promise<Payload> {
  const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const query = `mutation ($input: ${type}Input!) { act: ${mutation}(input: $input) { ${answer} } }`;
  return (await desk<{ act: Payload }>(query, { input }, token)).act;
}

async function aDraft(headline: string): Promise<{ id: string; version: number }> {
  const { subject } = await act("createArticle", {
    section: "quayside",
    words: { headline, bodyText: "One.\n\nTwo." },
  });
  if (subject === null) throw new Error("no article");
  return subject;
}

describe("revisions at the desk's API", () => {
  it("come in pages, one by one, and compared", async () => {
    const { id } = await aDraft("Crane lifts");
    await act("publishArticle", { article: id, expectedVersion: 1, revision: 1 });
    await act("reviseArticle", {
      article: id,
      expectedVersion: 2,
      words: { headline: "Crane drops", bodyText: "One.\n\nTwo and three." },
    });
    await act("addLink", { article: id, expectedVersion: 3, headline: "A teaser" });
    const { article } = await desk(
      `query ($id: ID!) { article(name: $id) {
        history(first: 2) { revisions { number marks changed kind author } pageInfo { hasNextPage endCursor } }
        revision(number: 1) { headline } none: revision(number: 9) { headline }
        diff { isEmpty from { number } to { number } texts { name segments { kind text } }
          blocks { key change moved fromPosition toPosition fields { name from to } before after }
          relatedLinks { change label after { headline isUnresolved } } bylines { key } media { key } topics { key } }
      } }`,
      { id },
    );
    expect(article).toMatchObject({
      history: {
        revisions: [
          { number: 3, marks: ["HEAD"], changed: ["1 link"] },
          { number: 2, marks: [], changed: ["headline", "1 block"] },
        ],
        pageInfo: { hasNextPage: true },
      },
      ...{ revision: { headline: "Crane lifts" }, none: null },
      diff: {
        ...{ isEmpty: false, from: { number: 1 }, to: { number: 3 } },
        texts: [
          {
            name: "headline",
            segments: [
              { kind: "SAME", text: "Crane " },
              { kind: "REMOVED", text: "lifts" },
              { kind: "ADDED", text: "drops" },
            ],
          },
        ],
        blocks: [
          {
            change: "CHANGED",
            fromPosition: 1,
            toPosition: 1,
            fields: [{ name: "text", from: "Two." }],
            after: { text: "Two and three." },
          },
        ],
        relatedLinks: [{ change: "ADDED", label: "A teaser", after: { isUnresolved: true } }],
      },
    });
    const { history } = article as { history: { pageInfo: { endCursor: string } } };
    const rest = await desk(
      "query ($id: ID!, $after: ID) { article(name: $id) { history(after: $after) { revisions { number marks } } } }",
      {
        ...{ id, after: history.pageInfo.endCursor },
      },
    );
    expect(rest).toEqual({ article: { history: { revisions: [{ number: 1, marks: ["LIVE"] }] } } });
  });

  it("answer a conflict with all its sides, typed, and merge when asked", async () => {
    const { id } = await aDraft("Crane stalls");
    await act("reviseArticle", { article: id, expectedVersion: 1, words: { headline: "Theirs" } });
    const mine = { article: id, expectedVersion: 1, words: { headline: "Mine", kicker: "Port" } };
    expect((await act("reviseArticle", mine)).problems).toEqual([
      {
        code: "ARTICLE_STALE",
        conflict: {
          ...{
            base: { revision: 1 },
            theirs: { revision: 2, headline: "Theirs" },
            yours: { revision: null, headline: "Mine" },
          },
          places: [
            { part: "kicker", key: null, base: null, theirs: null, yours: "Port", clashes: false },
            { part: "headline", key: null, base: "Crane stalls", theirs: "Theirs", yours: "Mine", clashes: true },
          ],
        },
      },
    ]);
    const merged = await act("reviseArticle", { ...mine, words: { kicker: "Port" }, merge: true });
    expect(merged).toMatchObject({ problems: [], subject: { head: { headline: "Theirs", kicker: "Port" } } });
  });

  it("restore, autosave and correct", async () => {
    const { id } = await aDraft("Crane turns");
    const autosave = (expectedVersion: number, kicker: string) =>
      act("reviseArticle", { article: id, expectedVersion, autosave: true, words: { kicker } });
    await autosave(1, "a");
    expect(await autosave(2, "ab")).toMatchObject({ subject: { head: { number: 3, kind: "AUTOSAVE" } } });
    const back = await act("restoreRevision", { article: id, expectedVersion: 3, revision: 1 });
    expect(back).toMatchObject({ subject: { head: { number: 4, kind: "RESTORE", kicker: null } } });
    await act("publishArticle", { article: id, expectedVersion: 4, revision: 4 });
    const note = { text: "It turned left.", kind: "CLARIFICATION" };
    const right = await act("correctArticle", {
      article: id,
      expectedVersion: 5,
      words: { headline: "Crane turns left" },
      ...note,
    });
    expect(right).toMatchObject({ problems: [], subject: { live: { number: 5 }, head: { kind: "CORRECTION" } } });
  });

  it("show who is at work, to them and to others", async () => {
    const { id } = await aDraft("Crane waits");
    const locked = await act("lockArticle", { article: id, minutes: 5, note: "Calling the port" }, tokens.reporter);
    expect(locked).toMatchObject({ subject: { version: 1, lock: { isYours: true, note: "Calling the port" } } });
    const refused = await act("lockArticle", { article: id });
    expect(refused).toMatchObject({ problems: [{ code: "ARTICLE_LOCKED" }], subject: { lock: { isYours: false } } });
    expect(await act("breakLock", { article: id, reason: "Gone home" })).toMatchObject({
      problems: [],
      subject: { lock: null },
    });
    expect(await act("unlockArticle", { article: id })).toMatchObject({ problems: [], subject: { lock: null } });
  });
});
