import { connect } from "node:net";
import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { HttpServer } from "../../../src/http/index.ts";
import type { Counters } from "../../../src/http/cache/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { plant } from "../../support/newspaper.ts";
import { get, json, openServer, post, preflighted, send, until } from "./world.ts";

const house = testDatabase();
const state: { server?: HttpServer } = {};
const url = () => state.server?.url ?? "";
const counters = (): Counters => {
  const now = state.server?.counters;
  if (!now) throw new Error("The server has no cache.");
  return now;
};
const fields = "headline bodyText section { name articles(first: 20) { edges { node { headline path standfirst } } } }";
const article = (slug: string, name = "Q") => `query ${name} { article(by: { slug: "${slug}" }) { ${fields} } }`;
const hashOf = (query: string) => createHash("sha256").update(query).digest("hex");
const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db, { name: "Harbour", slug: "harbour" });
  for (let n = 0; n < 20; n++) await plant(house.db, { sectionId, headline: `Ferry ${n}`, slug: `ferry-${n}` });
  state.server = await openServer(house);
}, 120_000);
afterAll(() => state.server?.close());

/** How often the answer was computed, and how often it was served, while something was done. */
async function counted(work: () => Promise<unknown>) {
  const before = counters();
  await work();
  const { hits, misses, joins } = counters();
  return { hits: hits - before.hits, misses: misses - before.misses, joins: joins - before.joins };
}

describe("An answer that is kept", () => {
  it("has the same bytes and headers as the first one, but for what names the request and the hour", async () => {
    const query = { query: article("ferry-1") };
    const [first, again] = [await post(url(), query), await post(url(), query)];
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    const told = ({ headers }: typeof first) =>
      Object.fromEntries(
        Object.entries(headers).filter(([name]) => !["x-request-id", "date", "cache-control"].includes(name)),
      );
    expect(told(again)).toEqual(told(first));
    expect(again.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(again.headers["x-request-id"]).not.toBe(first.headers["x-request-id"]);
    const uncached = await post(url(), query, { cookie: "a=b" });
    expect(uncached.text).toBe(first.text);
    for (const [name, value] of Object.entries(uncached.headers))
      if (!["x-request-id", "date", "cache-control"].includes(name))
        expect([name, again.headers[name]]).toEqual([name, value]);
  });

  it("says for how long others may keep it, by what it varies, and what it is made of", async () => {
    const { headers } = await post(url(), { query: article("ferry-2") });
    expect(headers["cache-control"]).toMatch(
      /^public, max-age=0, s-maxage=(55|60), stale-while-revalidate=30, stale-if-error=300$/,
    );
    expect(headers.vary).toBe("Accept, Accept-Encoding, Authorization, Cookie");
    const keys = String(headers["surrogate-key"]).split(" ");
    expect(keys).toContain("slug:ferry-2");
    expect(keys.some((key) => key.startsWith("list:"))).toBe(true);
    expect(String(headers["cache-tag"]).split(",")).toEqual(keys);
  });

  it("is one for all spellings of a question, by GET, by POST and by hash", async () => {
    const query = `query One($slug: String!, $n: Int) { article(by: { slug: $slug }) { headline } newest: sections { name articles(first: $n) { totalCount } } }`;
    const variables = { slug: "ferry-3", n: 1 };
    const asked = { query, variables: JSON.stringify(variables) };
    const did = await counted(async () => {
      const replies = [
        await post(url(), { query, variables }),
        await post(url(), { variables: { n: 1, slug: "ferry-3" }, operationName: null, query }),
        await get(url(), asked),
        await post(url(), { query, variables, extensions: persisted(query) }),
        await post(url(), { variables, extensions: persisted(query) }),
        await get(url(), { variables: asked.variables, extensions: JSON.stringify(persisted(query)) }),
        await post(url(), { query, variables }, { accept: "application/json" }),
        await send(url(), {
          body: JSON.stringify({ query, variables }),
          headers: { "Content-Type": "application/json; charset=utf-8" },
        }),
      ];
      expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    });
    expect(did).toEqual({ hits: 7, misses: 1, joins: 0 });
  });

  it("is another for other variables, another operation or another type of answer", async () => {
    const query = "query A { sections { name } } query B { sections { slug } }";
    const did = await counted(async () => {
      await post(url(), { query, operationName: "A" });
      await post(url(), { query, operationName: "B" });
      const other = await post(url(), { query, operationName: "B" }, { accept: "application/graphql-response+json" });
      expect(other.headers["content-type"]).toContain("application/graphql-response+json");
    });
    expect(did).toEqual({ hits: 0, misses: 3, joins: 0 });
  });

  it("is computed once for a thousand who ask at once", async () => {
    const query = { query: article("ferry-4") };
    const did = await counted(async () => {
      const replies = await Promise.all(Array.from({ length: 1000 }, () => post(url(), query)));
      expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    });
    expect(did.misses).toBe(1);
    expect(did.hits + did.joins).toBe(999);
  });

  it("is not sent again to those who have it, in whatever form", async () => {
    const query = { query: article("ferry-5") };
    const { headers } = await get(url(), query);
    const etag = headers.etag ?? "";
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*", etag.replace(/"$/, '-br"')]) {
      const reply = await get(url(), query, { "if-none-match": known });
      expect([known, reply.status, reply.text, reply.headers["content-length"]]).toEqual([known, 304, "", undefined]);
      expect(reply.headers["surrogate-key"]).toBe(headers["surrogate-key"]);
      expect(reply.headers["cache-control"]).toContain("s-maxage");
    }
    expect((await get(url(), query, { "if-none-match": '"other"' })).status).toBe(200);
    expect((await post(url(), query, { "if-none-match": etag })).status).toBe(200);
  });

  it("is compressed once, when somebody first wants it so, with a validator of its own", async () => {
    const query = { query: article("ferry-6") };
    const plain = await post(url(), query);
    for (const [accepts, encoding, unpack] of [
      ["gzip, deflate, br", "br", brotliDecompressSync],
      ["gzip;q=1, br;q=0", "gzip", gunzipSync],
    ] as const) {
      const wanted = () => post(url(), query, { "accept-encoding": accepts });
      await until(async () => (await wanted()).headers["content-encoding"] === encoding);
      const { body, headers } = await wanted();
      expect(unpack(body).toString()).toBe(plain.text);
      expect(headers.etag).toBe(plain.headers.etag?.replace(/"$/, `-${encoding}"`));
    }
    expect((await post(url(), query, { "accept-encoding": "identity" })).headers["content-encoding"]).toBeUndefined();
  });

  it("is sent over a connection that ends with it, and to those who speak HTTP/1.0", async () => {
    const query = { query: article("ferry-7") };
    await post(url(), query);
    expect((await post(url(), query, { connection: "close" })).headers.connection).toBe("close");
    const body = JSON.stringify(query);
    const head = `POST /graphql HTTP/1.0\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    expect(await raw(head + body)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*"Ferry 7"/);
  });
});

/** Sends bytes and reads until the other side ends, or until we do. */
const raw = (bytes: string, endAfter?: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url()).port), "127.0.0.1", () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => {
      resolve(Buffer.concat(chunks).toString());
    });
    if (endAfter !== undefined) setTimeout(() => socket.destroy(), endAfter);
  });

describe("What is never kept", () => {
  it.each([
    ["with a token", { authorization: "Bearer nothing" }],
    ["with a cookie", { cookie: "a=b" }],
  ])("is asked %s", async (_, headers) => {
    const query = { query: article("ferry-8", "Private") };
    const did = await counted(async () => {
      for (let n = 0; n < 2; n++) {
        const reply = await post(url(), query, headers);
        expect([reply.status, reply.headers["cache-control"]]).toEqual([200, "private, no-store"]);
        expect(reply.headers["surrogate-key"]).toBeUndefined();
      }
    });
    expect(did).toEqual({ hits: 0, misses: 0, joins: 0 });
  });

  it.each([
    ["a query that does not fit", { query: "{ nope }" }],
    [
      "an argument that is refused",
      { query: '{ node(id: "x") { id } nodes(ids: ["x"]) { id } section(by: {}) { name } }' },
    ],
    ["a hash nobody knows", { extensions: persisted("{ __typename nothing }") }],
  ])("tells of an error: %s", async (_, query) => {
    const { entries } = counters();
    for (let n = 0; n < 2; n++) {
      const reply = await post(url(), query);
      expect([reply.text.startsWith('{"errors"'), reply.headers["cache-control"]]).toEqual([true, "private, no-store"]);
      expect((JSON.parse(reply.text) as { errors: [{ extensions: object }] }).errors[0].extensions).toMatchObject({
        requestId: reply.headers["x-request-id"],
      });
    }
    expect(counters().entries).toBe(entries);
  });

  it("is the schema, which nothing says may be kept", async () => {
    const { entries } = counters();
    const reply = await post(url(), { query: "{ __schema { queryType { name } } }" });
    expect([reply.status, reply.headers["cache-control"]]).toEqual([200, "public, max-age=0, must-revalidate"]);
    expect(counters().entries).toBe(entries);
  });
});

describe("A request that Apollo would refuse", () => {
  const query = article("ferry-9");
  const path = `/graphql?${new URLSearchParams({ query })}`;
  it("is refused although its answer is kept", async () => {
    await get(url(), { query });
    await post(url(), { query });
    const body = JSON.stringify({ query });
    const refused = [
      await send(url(), { method: "GET", path }),
      await send(url(), { method: "GET", path, headers: { "apollo-require-preflight": "" } }),
      await send(url(), { method: "GET", path, headers: { ...preflighted, "content-type": "text/plain" } }),
      await send(url(), { body, headers: { "content-type": "text/plain" } }),
      await send(url(), { body }),
      await send(url(), { body: `${body}x`, headers: json }),
      await send(url(), { body: "", headers: json }),
      await post(url(), { query }, { accept: "image/png" }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 415, 400, 415, 400, 400, 406]);
    for (const { headers } of refused) expect(headers["cache-control"]).toBe("private, no-store");
  });

  it("is left to the others when its method is not one of ours", async () => {
    expect((await send(url(), { method: "HEAD", path, headers: preflighted })).status).toBe(405);
    const headers = { origin: "https://elsewhere.example", "access-control-request-method": "POST" };
    expect((await send(url(), { method: "OPTIONS", headers })).status).toBe(204);
    expect((await send(url(), { method: "PUT", body: "{}", headers: json })).status).toBe(405);
  });

  it("is too large, told or found out", async () => {
    const body = JSON.stringify({ query, variables: { filler: "x".repeat(200_000) } });
    expect((await send(url(), { body, headers: json })).status).toBe(413);
  });
});

describe("A query kept by its hash", () => {
  it("is asked for, sent once, and known from then on", async () => {
    const query = "query Known($slug: String!) { article(by: { slug: $slug }) { headline } }";
    const ask = (slug: string, more: object = {}) =>
      post(url(), { variables: { slug }, extensions: persisted(query), ...more });
    expect((await ask("ferry-1")).text).toContain('"message":"PersistedQueryNotFound"');
    expect((await ask("ferry-1")).text).toContain('"code":"PERSISTED_QUERY_NOT_FOUND"');
    expect((await ask("ferry-1", { query })).text).toContain("Ferry 1");
    expect((await ask("ferry-2")).text).toContain("Ferry 2");
  });

  it("is not kept when it does not fit the schema, or its hash is another's", async () => {
    const wrong = "{ nothing }";
    await post(url(), { query: wrong, extensions: persisted(wrong) });
    expect((await post(url(), { extensions: persisted(wrong) })).text).toContain("PersistedQueryNotFound");
    const other = await post(url(), { query: "{ sections { name } }", extensions: persisted("{ sections { slug } }") });
    expect([other.status, other.text.includes('"code":"BAD_REQUEST"')]).toEqual([400, true]);
  });

  it("is not refused to who sends it whole while others ask for its hash", async () => {
    const query = "query Both { sections { name slug path } }";
    const asked = Array.from({ length: 40 }, (_, n) =>
      post(url(), { ...(n % 2 === 1 && { query }), extensions: persisted(query) }),
    );
    const replies = await Promise.all(asked);
    expect(replies.filter((_, n) => n % 2 === 1).every(({ text }) => text.startsWith('{"data"'))).toBe(true);
  });
});

describe("Hostile clients", () => {
  it("cannot put anything into a header by what they ask for", async () => {
    const slug = 'x\r\nset-cookie: a=b\u2028 "é,;';
    const reply = await post(url(), {
      query: "query ($s: String!) { article(by: { slug: $s }) { headline } }",
      variables: { s: slug },
    });
    expect([reply.status, reply.text]).toEqual([200, '{"data":{"article":null}}\n']);
    expect(reply.headers["set-cookie"]).toBeUndefined();
    expect(reply.headers["surrogate-key"] ?? "").toMatch(/^[A-Za-z0-9:_/.~ -]*$/);
  });

  it("cannot make the cache larger than it may be", async () => {
    const small = await openServer(house, 1);
    try {
      for (let n = 0; n < 300; n++) {
        const variables = { slug: `none-${n}`, unasked: "x".repeat(20_000) };
        await post(small.url, {
          query: "query ($slug: String!) { article(by: { slug: $slug }) { headline } }",
          variables,
        });
      }
      expect(small.counters?.bytes).toBeLessThanOrEqual(1024 * 1024);
      expect(small.counters?.entries).toBeLessThan(100);
      expect(small.counters?.entries).toBeGreaterThan(5);
    } finally {
      await small.close();
    }
  });

  it("leave nothing behind when they go away in the middle", async () => {
    const body = JSON.stringify({ query: article("ferry-10") });
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    await Promise.all(Array.from({ length: 50 }, (_, n) => raw(head + body.slice(0, n * 3), 20)));
    await Promise.all(Array.from({ length: 50 }, (_, n) => raw(head + body, n % 5)));
    expect((await post(url(), { query: article("ferry-10") })).status).toBe(200);
  });

  it("get the same for variables nested without end as without a cache", async () => {
    const deep = `{"query":"{ sections { name } }","variables":${'{"a":'.repeat(5000)}1${"}".repeat(5000)}}`;
    expect((await send(url(), { body: deep, headers: json })).status).toBe(200);
  });
});
