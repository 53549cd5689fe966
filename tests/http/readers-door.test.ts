import { beforeAll, describe, expect, it } from "@jest/globals";
import { getIntrospectionQuery } from "graphql";
import { catalogue } from "../../src/kernel/errors/index.ts";
import { testDatabase } from "../support/database.ts";
import { aSection } from "../support/factories.ts";
import { plant } from "../support/newspaper.ts";
import { testServer } from "../support/server.ts";

const house = testDatabase();
const server = testServer(house);
const door = (): string => `${server.url}/graphql`;
const ask = (query: string, variables?: object) => server.ask("/graphql", query, variables);
const codes = async (query: string, variables?: object): Promise<unknown[]> => {
  const { errors } = await ask(query, variables);
  for (const { extensions } of errors) {
    expect(Object.keys(catalogue)).toContain(extensions["code"]);
    expect(extensions).toMatchObject({ fix: expect.any(String), requestId: expect.any(String) });
    expect(extensions).not.toHaveProperty("stacktrace");
  }
  return errors.map(({ extensions }) => extensions["code"]);
};
const many = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(" ");

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db, { name: "Harbour", slug: "harbour" });
  await plant(house.db, { sectionId, headline: "The ferry sails again", slug: "ferry" });
});

describe("The readers' door", () => {
  it("answers a query by POST", async () => {
    const { status, headers, data } = await ask('{ article(by: { slug: "ferry" }) { headline } }');
    expect([status, data]).toEqual([200, { article: { headline: "The ferry sails again" } }]);
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("answers a query by GET that no foreign page could have sent, and not twice the same bytes", async () => {
    const url = `${door()}?query=${encodeURIComponent("{ sections { name } }")}`;
    expect((await fetch(url)).status).toBe(400);
    const headers = { "apollo-require-preflight": "true" };
    const first = await fetch(url, { headers });
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(first.headers.get("vary")).toContain("Authorization");
    const etag = first.headers.get("etag") ?? "";
    const again = await fetch(url, { headers: { ...headers, "if-none-match": `"other", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const known = await fetch(url, { headers: { ...headers, authorization: "Bearer x" } });
    expect(known.headers.get("cache-control")).toBe("private, no-store");
  });

  it("keeps no answer with errors", async () => {
    const url = `${door()}?query=${encodeURIComponent("{ nope }")}`;
    const { headers } = await fetch(url, { headers: { "apollo-require-preflight": "true" } });
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  const odd: readonly (readonly [string, RequestInit, number, string])[] = [
    ["broken JSON", { method: "POST", body: "{", headers: { "content-type": "application/json" } }, 400, "BAD_REQUEST"],
    ["no body", { method: "POST", headers: { "content-type": "application/json" } }, 400, "BAD_REQUEST"],
    ["text", { method: "POST", body: "{}", headers: { "content-type": "text/plain" } }, 400, "BAD_REQUEST"],
    [
      "XML",
      { method: "POST", body: "<a/>", headers: { "content-type": "application/xml" } },
      415,
      "UNSUPPORTED_CONTENT",
    ],
    [
      "a batch",
      { method: "POST", body: '[{"query":"{ sections { name } }"}]', headers: { "content-type": "application/json" } },
      400,
      "BAD_REQUEST",
    ],
    [
      "an empty batch",
      { method: "POST", body: "[]", headers: { "content-type": "application/json" } },
      400,
      "BAD_REQUEST",
    ],
    [
      "a flood",
      {
        method: "POST",
        body: JSON.stringify({ query: "#".repeat(200_000) }),
        headers: { "content-type": "application/json" },
      },
      413,
      "BODY_TOO_LARGE",
    ],
    ["PUT", { method: "PUT", body: "{}", headers: { "content-type": "application/json" } }, 405, "METHOD_NOT_ALLOWED"],
  ];
  it.each(odd)("refuses %s in the one shape of all errors", async (_name, init, status, code) => {
    const response = await fetch(door(), init);
    const body = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect([response.status, body.errors[0]?.extensions]).toMatchObject([
      status,
      { code, requestId: expect.any(String) },
    ]);
    expect(response.headers.get("content-type")).toContain("json");
    expect(response.headers.get("cache-control")).toContain("no-store");
  });

  it("tells other addresses apart from itself in the same shape", async () => {
    const response = await fetch(`${server.url}/nowhere`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: "NOT_FOUND" } }] },
    ]);
  });
});

describe("Limits", () => {
  const article = 'article(by: { slug: "ferry" })';
  const nested = (levels: number): string =>
    `{ ${article} { section ${"{ parent ".repeat(levels)} { name } ${"} ".repeat(levels)} } }`;
  const pages =
    "query ($n: Int) { sections { articles(first: $n) { edges { node { section { articles(first: $n) { edges { node { headline } } } } } } } } }";
  const refused: Readonly<Record<string, readonly [string, object?]>> = {
    aliases: [`{ ${many(31, (n) => `a${n}: ${article} { headline }`)} }`],
    "root fields": [`{ ${many(21, () => "sections { name }")} }`],
    depth: [nested(16)],
    "depth through fragments": [
      `{ ${article} { section { ...F0 } } } ${many(20, (n) => `fragment F${n} on Section { parent { ...F${n + 1} } }`)} fragment F20 on Section { name }`,
    ],
    "a fragment bomb": [
      `{ sections { ...F0 } } ${many(12, (n) => `fragment F${n} on Section { ...F${n + 1} ...F${n + 1} }`)} fragment F12 on Section { name }`,
    ],
    directives: [`{ sections { ${many(51, () => "name @include(if: true)")} } }`],
    "pages by variable": [pages, { n: 100 }],
    "pages of the wrong size": ["{ sections { articles(last: 1, first: 100000) { edges { node { headline } } } } }"],
    "introspection again and again": [`{ ${many(6, (n) => `s${n}: __schema { types { name } }`)} }`],
  };
  it.each(Object.keys(refused))("refuse too much of: %s", async (name) => {
    const [query, variables] = refused[name]!;
    const found = await codes(query, variables);
    expect(found).toContain("TOO_COMPLEX");
  });

  it("refuse a document of too many words before looking at it", async () => {
    expect(await codes(`{ ${many(2_100, () => "sections")} }`)).toEqual(["TOO_COMPLEX"]);
  });

  it("refuse circles of fragments", async () => {
    const found = await codes(
      "{ sections { ...A } } fragment A on Section { children { ...B } } fragment B on Section { parent { ...A } }",
    );
    expect(found).toContain("QUERY_INVALID");
  });

  it("refuse more than a hundred ids", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect(await codes(query, { ids: Array.from({ length: 101 }, () => "x") })).toEqual(["INVALID_INPUT"]);
    expect(await codes(query, { ids: Array.from({ length: 100 }, () => "x") })).toEqual([]);
  });

  it("bear fields repeated as often as fits, quickly", async () => {
    const began = Date.now();
    await ask(`{ ${article} { ${many(1_400, () => "headline")} } }`);
    await ask(`{ ${article} { ${many(120, () => "section { parent { parent { name } } }")} } }`);
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it("let the explorer read the schema", async () => {
    expect(
      await codes(
        getIntrospectionQuery({
          descriptions: true,
          inputValueDeprecation: true,
          specifiedByUrl: true,
          schemaDescription: true,
          oneOf: true,
        }),
      ),
    ).toEqual([]);
  });
});

describe("Errors", () => {
  it("hint at nothing in the schema", async () => {
    const { errors } = await ask("{ artcle { headlin } }");
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    expect(errors[0]?.extensions["code"]).toBe("QUERY_INVALID");
  });

  it("repeat no value that was sent", async () => {
    const secrets: readonly (readonly [string, object?])[] = [
      ["query ($n: Int) { sections { articles(first: $n) { totalCount } } }", { n: "pa55word" }],
      ["query ($by: ArticleBy!) { article(by: $by) { id } }", { by: { slug: { deep: "pa55word" } } }],
      ["query ($by: ArticleBy!) { article(by: $by) { id } }", { by: "pa55word" }],
      ["query ($by: ArticleBy!) { article(by: $by) { id } }", { by: { slug: "pa55word", path: "pa55word" } }],
      ["query ($by: ArticleBy!) { article(by: $by) { id } }", { by: { pa55word: 1 } }],
      ['{ sections { articles(first: "pa55word") { totalCount } } }'],
      ["{ sections { articles(first: pa55word) { totalCount } } }"],
      ['{ section(by: "pa55word") { name } }'],
      ['{ node(id: { a: "pa55word" }) { id } }'],
    ];
    for (const [query, variables] of secrets) {
      const { errors, status } = await ask(query, variables);
      expect(errors.length).toBeGreaterThan(0);
      expect([status, JSON.stringify(errors)]).not.toEqual([status, expect.stringContaining("pa55word")]);
      expect(["INVALID_INPUT", "QUERY_INVALID"]).toContain(errors[0]?.extensions["code"]);
    }
  });

  it("of our own making are masked, with an id to ask about", async () => {
    await house.db.$executeRaw`ALTER TABLE rail RENAME TO rail_away`;
    const { errors, data } = await ask('{ article(by: { slug: "ferry" }) { headline rails { key } } }');
    await house.db.$executeRaw`ALTER TABLE rail_away RENAME TO rail`;
    expect(data).toEqual({ article: null });
    expect(errors).toMatchObject([
      { message: catalogue.INTERNAL.says, extensions: { code: "INTERNAL", requestId: expect.any(String) } },
    ]);
    expect(JSON.stringify(errors)).not.toMatch(/rail_away|does not exist|prisma|select/i);
  });

  it("name the place of a wrong page size", async () => {
    const { errors } = await ask("{ sections { articles(first: 0) { totalCount } } }");
    expect(errors).toMatchObject([
      { extensions: { code: "INVALID_INPUT", details: { faults: [{ path: ["first"] }] } } },
    ]);
  });
});
