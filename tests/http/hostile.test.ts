import { stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { testDatabase } from "../support/database.ts";
import { aSection } from "../support/factories.ts";
import { testServer } from "../support/server.ts";

const house = testDatabase();
const server = testServer(house);
const codesOf = ({ errors }: Awaited<ReturnType<typeof server.ask>>) =>
  errors.map(({ extensions }) => extensions["code"]);

beforeAll(async () => {
  await aSection(house.db, { name: "Harbour", slug: "harbour" });
});

describe("What an operation costs", () => {
  const costly =
    "sections { articles(first: 100) { edges { node { section { articles(first: 100) { totalCount } } } } } }";

  it("is counted although a null stands where an argument takes none", async () => {
    const [query, variables] = [
      'section(by: { path: "harbour" }) { articles(includeChildren: $no) { totalCount } }',
      { no: null },
    ];
    const answer = await server.ask("/graphql", `query ($no: Boolean) { ${query} ${costly} }`, variables);
    expect([answer.status, answer.data, codesOf(answer)]).toEqual([400, null, ["QUERY_INVALID"]]);
  });

  it("is counted although a null stands where a directive takes none", async () => {
    const query = `query ($no: Boolean = true) { section(by: { path: "harbour" }) { name @include(if: $no) } ${costly} }`;
    const answer = await server.ask("/graphql", query, { no: null });
    expect([answer.status, answer.data, codesOf(answer)]).toEqual([400, null, ["QUERY_INVALID"]]);
  });
});

describe("The readers' door", () => {
  it.each(["mutation { createArticle { id } }", "subscription { articles { id } }"])(
    "does not answer %s",
    async (text) => {
      const answer = await server.ask("/graphql", text);
      expect([answer.status, answer.data, codesOf(answer)]).toEqual([400, null, ["QUERY_INVALID"]]);
    },
  );

  it("redirects nobody to a site that the address names", async () => {
    await house.db.redirect.create({
      data: { fromPath: "/old", isPrefix: true, toPath: "/", status: 301, origin: "MANUAL" },
    });
    const { data } = await server.ask(
      "/graphql",
      '{ resolve(path: "/old/elsewhere.example") { ... on Redirect { to } } }',
    );
    expect(data).toEqual({ resolve: { to: "/elsewhere.example" } });
  });
});

describe("The name of an operation", () => {
  const two = "query One { sections { name } } query Two { sections { path } }";
  const ask = async (path: string, body: object, token?: string) => {
    const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(server.url + path, { method: "POST", headers, body: JSON.stringify(body) });
    const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return [response.status, ...errors.map(({ extensions }) => extensions.code)];
  };

  it.each([
    ["is none of the document's", { query: two, operationName: "Three" }],
    ["is empty", { query: two, operationName: "" }],
    ["is missing where there are two", { query: two }],
    ["is given where none has one", { query: "{ sections { name } }", operationName: "One" }],
  ])("is the client's fault at every door when it %s", async (_, body) => {
    expect(await ask("/graphql", body)).toEqual([400, "QUERY_INVALID"]);
    expect(await ask("/desk/graphql", body, await server.tokenOf("REPORTER"))).toEqual([400, "QUERY_INVALID"]);
  });

  it("is never taken for the beginning of a query that was answered before", async () => {
    const [operationName, text] = ["query", "{ sections { name path } }"];
    for (const body of [{ query: `${operationName}\n${text}` }, { query: `${operationName}\n${text}` }])
      expect(await ask("/graphql", body)).toEqual([200]);
    expect(await ask("/graphql", { query: text, operationName })).toEqual([400, "QUERY_INVALID"]);
  });
});

describe("A search", () => {
  const search = (query: string) =>
    server.ask("/graphql", "query ($query: String!) { search(query: $query) { edges { cursor } } }", { query });

  it.each(["-".repeat(33), `${"- ".repeat(99)}a`, '-"" '.repeat(40), "-!".repeat(60)])(
    "that only says what is not wanted is the client's fault: %s",
    async (query) => {
      expect(codesOf(await search(query))).toEqual(["INVALID_INPUT"]);
    },
  );

  it.each(["-".repeat(20), `${'-"" '.repeat(20)}quay`, `${"or ".repeat(20)}- or "`, "-(!&|:*<->".repeat(10)])(
    "is answered however odd it is: %s",
    async (query) => {
      expect(await search(query)).toMatchObject({ status: 200, errors: [] });
    },
  );
});

describe("A body of endless depth", () => {
  const deep = "[".repeat(45_000) + "]".repeat(45_000);
  const query = '"query":"{ sections { name } }"';
  const post = (body: string, headers: object = {}) =>
    fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
    });

  it.each(["", ',"variables":null', ',"operationName":null', ',"variables":{},"operationName":null,"extensions":{}'])(
    "is let in where the query is new and brings %j besides",
    async (more) => {
      const fresh = `"query":"# ${String(Math.random())}\\n{ sections { name } }"`;
      expect((await post(`{${fresh},"more":${deep}${more}}`)).status).toBe(200);
    },
  );

  it.each([
    ["beside the query", `{${query},"more":${deep}}`, 200],
    ["in its extensions", `{${query},"extensions":{"more":${deep}}}`, 200],
    ["in variables it does not have", `{${query},"variables":{"more":${deep}}}`, 200],
    [
      "in variables it has",
      `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${deep}}}`,
      400,
    ],
  ])("harms nothing, %s, known or not", async (_, body, status) => {
    await post(`{${query}}`);
    for (const headers of [{}, {}, {}, { cookie: "some=thing" }])
      expect((await post(body, headers)).status).toBe(status);
    expect((await post(`{${query}}`)).status).toBe(200);
  });
});

describe("A page of another site", () => {
  const preflight = (path: string) =>
    fetch(server.url + path, {
      method: "OPTIONS",
      headers: { origin: "https://elsewhere.example", "access-control-request-method": "POST" },
    });

  it("may ask what is public", async () => {
    const { status, headers } = await preflight("/graphql");
    expect([status, headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
  });

  it("is not let in at the desk", async () => {
    const { status, headers } = await preflight("/desk/graphql");
    expect([status, headers.get("access-control-allow-origin")]).toEqual([405, null]);
  });
});

describe("An address that cannot be read", () => {
  it.each([
    ["badly escaped", "/media/%ff"],
    ["with an endless name", `/media/${"a".repeat(300)}.png`],
  ])("is refused like everything else and not repeated: %s", async (_, path) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(400);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const requestId = response.headers.get("x-request-id");
    expect(await response.json()).toEqual({
      errors: [
        { message: expect.any(String), extensions: { code: "BAD_REQUEST", fix: expect.any(String), requestId } },
      ],
    });
  });
});

describe("Searching at the desk", () => {
  it.each(["articles", "mediaList", "contributors", "topics"])(
    "%s takes no character the database cannot store",
    async (list) => {
      const token = await server.tokenOf("REPORTER");
      const answer = await server.ask(
        "/desk/graphql",
        `query ($q: String) { ${list}(q: $q) { __typename } }`,
        { q: "a\0b" },
        token,
      );
      expect(codesOf(answer)).toEqual(["INVALID_INPUT"]);
    },
  );
});

describe("The folder of the pictures", () => {
  it("cannot be listed by others on the machine", async () => {
    const { mode } = await stat(join(server.dataDir, "media"));
    expect(mode & 0o044).toBe(0);
  });
});
