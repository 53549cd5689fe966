import { beforeAll, describe, expect, it } from "@jest/globals";
import { testDatabase } from "../support/database.ts";
import { aSection } from "../support/factories.ts";
import { plant } from "../support/newspaper.ts";
import { testServer } from "../support/server.ts";

const house = testDatabase();
const server = testServer(house);

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db, { name: "Harbour", slug: "harbour" });
  await plant(house.db, { sectionId, slug: "ferry", headline: "The ferry runs again" });
});

/** The bytes of an answer, without what differs from request to request, and the headers that matter. */
async function told(query: string, variables: object): Promise<unknown> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const text = (await response.text()).replace(/"requestId":"[0-9a-f-]{36}"/g, '"requestId":"some"');
  const headers = ["content-type", "cache-control", "vary"].map((name) => response.headers.get(name));
  return { status: response.status, headers, text };
}

describe("A query whose text has passed the rules before", () => {
  it.each([
    ["an answer", "query ($slug: String!) { article(by: { slug: $slug }) { headline path } }", { slug: "ferry" }],
    ["nothing", "query ($slug: String!) { article(by: { slug: $slug }) { headline } }", { slug: "none" }],
    ["a fault below a field", '{ section(by: { path: "harbour" }) { name articles(first: 0) { totalCount } } }', {}],
    [
      "a fault of an argument",
      "query ($first: Int, $q: String!) { search(query: $q, first: $first) { edges { cursor } } }",
      { q: "x".repeat(201) },
    ],
    [
      "too many rows",
      "{ sections { articles(first: 100) { edges { node { section { articles(first: 100) { edges { cursor } } } } } } } }",
      {},
    ],
    ["introspection", '{ __type(name: "Section") { name } __typename }', {}],
    ["variables that do not fit", "query ($slug: String!) { article(by: { slug: $slug }) { headline } }", { slug: 3 }],
  ])("gets, for %s, the very bytes it got the first time", async (_name, query, variables) => {
    // A comment makes the text one that was never asked before.
    const fresh = `# ${String(Math.random())}\n${query}`;
    const first = await told(fresh, variables);
    expect(await told(fresh, variables)).toEqual(first);
    expect(await told(fresh, variables)).toEqual(first);
  });
});
