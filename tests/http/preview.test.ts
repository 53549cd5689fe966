import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { SignJWT } from "jose";
import type { HttpServer } from "../../src/http/index.ts";
import { reviseArticle, createArticle } from "../../src/newsroom/articles/index.ts";
import { createPreview, revokePreview } from "../../src/newsroom/preview/index.ts";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { aSection, aUser, deskAs, deskOf } from "../support/factories.ts";
import { minutes, plant, type Planted } from "../support/newspaper.ts";
import { json, openServer, post, preflighted, send, type Reply } from "./cache/world.ts";

const house = testDatabase();
const opened: { server?: HttpServer; live?: Planted; draft?: Planted; sectionId?: string } = {};
const url = (): string => opened.server!.url;
const draft = (): Planted => opened.draft!;
const system = () => deskOf(house.db, "SYSTEM");
const door = "/preview/graphql";

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db, { name: "Harbour", slug: "harbour" });
  opened.sectionId = sectionId;
  opened.live = await plant(house.db, { sectionId, headline: "The ferry sails", slug: "ferry" });
  opened.draft = await plant(house.db, { sectionId, headline: "Secret plans", slug: "plans", publishedAt: null });
  opened.server = await openServer(house);
});
afterAll(() => opened.server?.close());

const tokenFor = async ({ id }: Pick<Planted, "id">, desk = system()): Promise<string> =>
  (await createPreview(desk, { articleId: id })).token;
const ask = (token: string | null, query: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> =>
  send(url(), {
    path: door,
    body: JSON.stringify({ query }),
    headers: { ...json, ...(token !== null && { authorization: `Bearer ${token}` }), ...headers },
  });
const headlineOf = (slug: string): string => `{ article(by: { slug: "${slug}" }) { headline } }`;
const parsed = ({ text }: Reply): unknown => JSON.parse(text);

describe("The preview door", () => {
  it("shows its article, says what it is, and everything else as readers have it", async () => {
    const token = await tokenFor(draft());
    const other = await plant(house.db, {
      sectionId: opened.sectionId!,
      headline: "Other secret",
      slug: "other",
      publishedAt: null,
    });
    const query = `{ article(by: { slug: "plans" }) { headline section { articles { totalCount edges { node { headline } } } } }
      other: article(by: { slug: "${other.slug}" }) { headline } search(query: "secret") { edges { cursor } } }`;
    const reply = await ask(token, query);
    expect([reply.status, parsed(reply)]).toEqual([
      200,
      {
        data: {
          article: {
            headline: "Secret plans",
            section: { articles: { totalCount: 1, edges: [{ node: { headline: "The ferry sails" } }] } },
          },
          other: null,
          search: { edges: [] },
        },
        extensions: {
          preview: {
            ...{ articleId: draft().id, state: "DRAFT", embargoUntil: null, embargoHold: false },
            notice: "A preview of an article in the state DRAFT: not for publication.",
          },
        },
      },
    ]);
  });

  it("shows an article under embargo, and says until when", async () => {
    const until = minutes(60);
    const given = { sectionId: opened.sectionId!, headline: "Not before six", facts: { embargoUntil: until } };
    const embargoed = await plant(house.db, given);
    const reply = await ask(await tokenFor(embargoed), headlineOf(embargoed.slug));
    expect(parsed(reply)).toMatchObject({
      data: { article: { headline: "Not before six" } },
      extensions: {
        preview: { embargoUntil: until.toISOString(), notice: expect.stringContaining(until.toISOString()) },
      },
    });
    const held = await plant(house.db, { sectionId: opened.sectionId!, facts: { embargoHold: true } });
    expect(parsed(await ask(await tokenFor(held), headlineOf(held.slug)))).toMatchObject({
      extensions: { preview: { embargoHold: true, notice: expect.stringContaining("until it is lifted") } },
    });
  });

  it("shows the next save of an editor, and readers nothing of it", async () => {
    const desk = system();
    const made = await createArticle(desk, { headline: "First words", slug: "saved", sectionId: opened.sectionId! });
    const token = await tokenFor(made);
    expect(parsed(await ask(token, headlineOf("saved")))).toMatchObject({
      data: { article: { headline: "First words" } },
    });
    await reviseArticle(desk, { id: made.id, expectedVersion: made.version, changes: { headline: "Second words" } });
    expect(parsed(await ask(token, headlineOf("saved")))).toMatchObject({
      data: { article: { headline: "Second words" } },
    });
    expect(parsed(await post(url(), { query: headlineOf("saved") }))).toEqual({ data: { article: null } });
  });

  it("takes the token from the address too, and gives a browser the explorer with a query for the article", async () => {
    const token = await tokenFor(draft());
    const query = new URLSearchParams({ token, query: headlineOf("plans") });
    const asked = await send(url(), { method: "GET", path: `${door}?${query}`, headers: preflighted });
    expect([asked.status, parsed(asked)]).toMatchObject([200, { data: { article: { headline: "Secret plans" } } }]);
    const page = await send(url(), { method: "GET", path: `${door}?token=${token}`, headers: { accept: "text/html" } });
    expect([page.status, page.headers["content-type"], page.headers["cache-control"]]).toEqual([
      200,
      "text/html; charset=utf-8",
      "private, no-store",
    ]);
    const refused = await send(url(), { method: "GET", path: door, headers: { accept: "text/html" } });
    expect(refused.status).toBe(401);
  });

  it("bears headers that keep every answer private, refusals and faults too", async () => {
    const token = await tokenFor(draft());
    const origin = { origin: "https://elsewhere.example" };
    const replies = [
      await ask(token, headlineOf("plans"), origin),
      await ask(token, "{ nope }", origin),
      await ask("nonsense", headlineOf("plans"), origin),
      await send(url(), { method: "GET", path: `${door}?token=${token}`, headers: { accept: "text/html", ...origin } }),
      await send(url(), {
        method: "OPTIONS",
        path: door,
        headers: { ...origin, "access-control-request-method": "POST" },
      }),
      await send(url(), { method: "PUT", path: door, headers: json, body: "{}" }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 401, 200, 405, 405]);
    for (const { headers } of replies) {
      expect(headers).toMatchObject({
        "cache-control": "private, no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": expect.stringContaining("noindex"),
      });
      for (const name of [
        "access-control-allow-origin",
        "access-control-allow-credentials",
        "surrogate-key",
        "cache-tag",
      ])
        expect(headers).not.toHaveProperty(name);
    }
    expect(replies[0]!.headers.vary).toContain("Authorization");
  });
});

describe("A token that is not good", () => {
  const unwanted: Readonly<Record<string, () => Promise<string | null>>> = {
    "no token": async () => null,
    "an empty one": async () => "",
    nonsense: async () => "a.b.c",
    "a revoked one": async () => {
      const { token, preview } = await createPreview(system(), { articleId: draft().id });
      await revokePreview(system(), { preview: preview.id });
      return token;
    },
    "one that is over": async () => {
      const clock = (): Date => minutes(-120);
      return (await createPreview({ ...system(), clock, now: clock }, { articleId: draft().id, minutes: 60 })).token;
    },
    "one of somebody who has been disabled": async () => {
      const user = await aUser(house.db, "REPORTER");
      const token = await tokenFor(draft(), deskAs(house.db, user));
      await house.db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
      return token;
    },
    "one that another secret has signed": async () => signed(Buffer.alloc(32, 7), draft().id, newId()),
    "one without a row": async () => signed(await secret(), draft().id, newId()),
    "one whose row is of another article": async () => {
      const { preview } = await createPreview(system(), { articleId: opened.live!.id });
      return signed(await secret(), draft().id, preview.id);
    },
    "one made for something else": async () => {
      const { preview } = await createPreview(system(), { articleId: draft().id });
      return signed(await secret(), draft().id, preview.id, "desk");
    },
    "one that is not signed": async () => {
      const { preview } = await createPreview(system(), { articleId: draft().id });
      const claims = { iss: "dateline", aud: "preview", sub: draft().id, jti: preview.id, exp: 4_000_000_000 };
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none", typ: "JWT" })}.${part(claims)}.`;
    },
  };
  const secret = async (): Promise<Uint8Array> =>
    (await house.db.previewKey.findUniqueOrThrow({ where: { id: 1 } })).secret;
  const signed = (key: Uint8Array, articleId: string, id: string, audience = "preview"): Promise<string> =>
    new SignJWT()
      .setProtectedHeader({ alg: "HS256", typ: "JWT" })
      .setIssuer("dateline")
      .setAudience(audience)
      .setSubject(articleId)
      .setJti(id)
      .setExpirationTime("1h")
      .sign(key);

  it("is proven by a control: the same hand makes one that is good", async () => {
    const { preview } = await createPreview(system(), { articleId: draft().id });
    expect((await ask(await signed(await secret(), draft().id, preview.id), headlineOf("plans"))).status).toBe(200);
  });

  it.each(Object.keys(unwanted))("is refused like every other: %s", async (name) => {
    const reply = await ask(await unwanted[name]!(), headlineOf("plans"));
    expect(reply.status).toBe(401);
    expect(reply.headers["www-authenticate"]).toBe("Bearer");
    const { errors } = parsed(reply) as { errors: [{ message: string; extensions: Record<string, unknown> }] };
    expect({ ...errors[0], extensions: { ...errors[0].extensions, requestId: "" } }).toEqual({
      message: "This door wants a preview token that is good now.",
      extensions: {
        ...{ code: "UNAUTHENTICATED", requestId: "" },
        fix: "Send it as 'Authorization: Bearer TOKEN' or '?token=TOKEN'; 'desk preview create ARTICLE' makes one.",
      },
    });
    expect(reply.text).not.toContain("Secret");
  });

  it("opens neither the desk nor anything at the readers' door", async () => {
    const token = await tokenFor(draft());
    const bearing = { ...json, authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query: headlineOf("plans") });
    expect((await send(url(), { path: "/desk/graphql", body, headers: bearing })).status).toBe(401);
    expect(parsed(await send(url(), { path: "/graphql", body, headers: bearing }))).toEqual({
      data: { article: null },
    });
    expect(parsed(await send(url(), { path: `/graphql?token=${token}`, body, headers: json }))).toEqual({
      data: { article: null },
    });
  });
});

describe("What is kept for readers", () => {
  it("never holds a previewed answer, whoever asks first", async () => {
    const token = await tokenFor(draft());
    const entries = (): number => opened.server!.counters!.entries;
    for (const [query, order] of [
      ['{ article(by: { slug: "plans" }) { headline kicker } }', "preview first"],
      ['{ article(by: { slug: "plans" }) { headline slug } }', "readers first"],
    ] as const) {
      const reader = async (): Promise<unknown> => parsed(await post(url(), { query }));
      if (order === "readers first") expect(await reader()).toEqual({ data: { article: null } });
      const before = entries();
      for (let times = 0; times < 3; times += 1)
        expect(parsed(await ask(token, query))).toMatchObject({ data: { article: { headline: "Secret plans" } } });
      expect(entries()).toBe(before);
      for (let times = 0; times < 3; times += 1) expect(await reader()).toEqual({ data: { article: null } });
      expect(parsed(await ask(token, query))).toMatchObject({ data: { article: { headline: "Secret plans" } } });
    }
  });

  it("is not looked up by hash at the preview door", async () => {
    const token = await tokenFor(draft());
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    const reply = await send(url(), {
      path: door,
      body: JSON.stringify({ extensions }),
      headers: { ...json, authorization: `Bearer ${token}` },
    });
    expect(parsed(reply)).toMatchObject({ errors: [{ extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }] });
  });
});
