import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { wantedEncoding } from "../../../src/http/cache/encodings.ts";
import { knownTag } from "../../../src/http/cache/entity-tag.ts";
import { isOpenTo, readFacts } from "../../../src/http/cache/facts.ts";
import { VersionGuard } from "../../../src/http/cache/guard.ts";
import { questionOf } from "../../../src/http/cache/question.ts";
import { headerTag, tagHeaders } from "../../../src/http/cache/tag-headers.ts";

describe("The headers of tags", () => {
  it("carry plain tags as they are, and a hash of what a client could have put in", () => {
    expect(headerTag("path:/international-news/2026")).toBe("path:/international-news/2026");
    for (const tag of ["slug:a b", "slug:a,b", "slug:a\r\nb", "slug:é", `slug:${"a".repeat(300)}`, "slug:~x", "*"])
      expect(headerTag(tag)).toMatch(/^(slug:)?~[\w-]{22}$/);
    expect(headerTag("slug:a b")).not.toBe(headerTag("slug:a  b"));
  });

  it("are left out, with every promise, when they would be too large", () => {
    const many = (count: number) => tagHeaders(Array.from({ length: count }, () => `article:${"0".repeat(36)}`));
    expect(many(150)?.every((value) => value.length <= 8_000)).toBe(true);
    expect(many(1_000)).toBeNull();
    expect(tagHeaders([])).toEqual([]);
  });
});

describe("The form that is wanted", () => {
  it.each([
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["*", "br"],
    ["br;q=0, *;q=0.1", "gzip"],
    ["identity, gzip;q=0.5", "identity"],
    ["deflate", "identity"],
    ["GZIP ; Q=1", "gzip"],
    ["", "identity"],
  ])("for %j is %s", (header, encoding) => {
    expect(wantedEncoding(header)).toBe(encoding);
  });
});

it("A validator is known by any of its forms, and nothing else is", () => {
  const tags = ['"x"', '"x-gzip"', '"x-br"'];
  const known = (header: string) => knownTag(header, tags, '"x"');
  expect([known('"x"'), known('W/"x-br"'), known('"y", "x-gzip" '), known("*")]).toEqual([
    '"x"',
    '"x-br"',
    '"x-gzip"',
    '"x"',
  ]);
  expect([known('"y"'), known("x"), known(""), known('"x-deflate"')]).toEqual([null, null, null, null]);
});

describe("A question", () => {
  const hash = (query: string) => createHash("sha256").update(query).digest("hex");
  const headers: readonly [string, string][] = [];
  const ofBody = (body: unknown) =>
    questionOf({ method: "POST", search: "", body, headers, type: "json" })?.key ?? null;
  const ofSearch = (search: string) =>
    questionOf({ method: "GET", search, body: null, headers, type: "json" })?.key ?? null;
  const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hash(query) } });

  it("is the same however it is spelled", () => {
    const keys = [
      ofBody({ query: "{ a }", variables: { a: 1, b: { c: 1, d: [2] } } }),
      ofBody({ variables: { b: { d: [2], c: 1.0 }, a: 1 }, query: "{ a }", operationName: null, extensions: {} }),
      ofBody({ extensions: persisted("{ a }"), variables: { a: 1, b: { c: 1, d: [2] } } }),
      ofSearch(`?query=%7B+a+%7D&variables={"b":{"c":1,"d":[2]},"a":1}`),
    ];
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).not.toBeNull();
  });

  it("is another when anything is", () => {
    const keys = [
      { query: "{ a }" },
      { query: "{ a } " },
      { query: "{ a }", operationName: "" },
      { query: "{ a }", operationName: "null" },
      { query: "{ a }", variables: { a: null } },
      { query: "{ a }", variables: { a: "null" } },
      { query: "{ a }", variables: { a: [null] } },
      { query: "{ a }", variables: JSON.parse('{"a":1e999}') as object },
      { query: "{ a }", variables: JSON.parse('{"__proto__":1}') as object },
      { query: "{ a }", variables: { a: "1" } },
      { query: "{ a }", variables: { a: 1 } },
      { query: "{ a }", variables: { a: { b: 1 } } },
      { query: "{ a }", variables: { "a:b": 1 } },
    ].map(ofBody);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(null);
  });

  it.each([
    [[]],
    ["{ a }"],
    [null],
    [{}],
    [{ query: "" }],
    [{ query: 1 }],
    [{ query: "{ a }", variables: "{}" }],
    [{ query: "{ a }", variables: [] }],
    [{ query: "{ a }", operationName: 1 }],
    [{ query: "{ a }", extensions: persisted("{ b }") }],
    [{ extensions: { persistedQuery: { version: 2, sha256Hash: hash("{ a }") } } }],
    [{ extensions: { persistedQuery: { version: 1, sha256Hash: "A".repeat(64) } } }],
    [{ query: "{ a }", extensions: "x" }],
  ])("is left to Apollo where it is none: %j", (body) => {
    expect(ofBody(body)).toBeNull();
  });

  it.each([
    "",
    "?query=",
    "?query=a&query=a",
    "?query=a&variables=x",
    "?query=a&variables=null",
    "?query=a&extensions=1",
  ])("is left to Apollo where its address says %j", (search) => {
    expect(ofSearch(search)).toBeNull();
  });
});

describe("A request", () => {
  it("with anything private, said twice or sent in pieces is not answered from kept bytes", () => {
    for (const headers of [
      ["Authorization", "x"],
      ["COOKIE", ""],
      ["Transfer-Encoding", "chunked"],
      ["Accept", "a", "accept", "b"],
      ["content-encoding", "gzip"],
    ])
      expect(readFacts(headers)).toBeNull();
    expect(readFacts(["Host", "x", "__proto__", "y", "constructor", "z"])).not.toBeNull();
  });

  it("is open to what Apollo's rule against CSRF lets through", () => {
    const open = (method: string, ...headers: string[]) => {
      const facts = readFacts(headers);
      return facts !== null && isOpenTo(method, facts);
    };
    expect(open("GET")).toBe(false);
    expect(open("GET", "X-Apollo-Operation-Name", "Q")).toBe(true);
    expect(open("GET", "apollo-require-preflight", "")).toBe(false);
    expect(open("GET", "content-type", "application/json")).toBe(true);
    expect(open("GET", "content-type", "text/plain", "apollo-require-preflight", "1")).toBe(false);
    expect(open("POST", "content-type", "application/json;charset=UTF-8")).toBe(true);
    for (const type of ["text/plain", "application/json; charset=utf-16", "application/jsonx", "multipart/form-data"])
      expect(open("POST", "content-type", type, "apollo-require-preflight", "1")).toBe(false);
    expect(open("HEAD", "apollo-require-preflight", "1")).toBe(false);
  });
});

describe("The guard", () => {
  it("remembers drops for as long as a statement may run, and trusts nothing that took longer", () => {
    const guard = new VersionGuard();
    const start = guard.start(0);
    guard.dropped(["a"], 1);
    expect([guard.overtook(start, ["b"], 2), guard.overtook(start, ["a"], 2)]).toEqual([false, true]);
    guard.dropped(["c"], 29_000);
    expect(guard.overtook(start, ["a"], 29_999)).toBe(true);
    expect(guard.overtook(start, ["b"], 31_000)).toBe(true);
    expect(guard.overtook(guard.start(31_000), ["a", "c"], 31_001)).toBe(false);
  });

  it("stays small however many tags are dropped", () => {
    const guard = new VersionGuard();
    const start = guard.start(0);
    guard.dropped(
      Array.from({ length: 200_001 }, (_, n) => `article:${n}`),
      1,
    );
    expect(guard.overtook(start, ["anything"], 2)).toBe(true);
  });
});
