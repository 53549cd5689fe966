import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { webClient } from "../../../src/kernel/web/index.ts";
import { changeSlug, createArticle, publishArticle, reviseArticle } from "../../../src/newsroom/articles/index.ts";
import { checkExternal, linkTo, linkTroubles, movedAddresses, relink } from "../../../src/newsroom/links/index.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection, aUser, deskAs, deskOf, fresh } from "../../support/factories.ts";

const house = testDatabase();
const status = new Map<string, number>();
const leadsTo = new Map<string, string>();
const heard: string[] = [];
const server = createServer(({ url = "", method }, response) => {
  heard.push(`${String(method)} ${url}`);
  const code = status.get(url) ?? 200;
  response.writeHead(code, code === 301 ? { location: leadsTo.get(url) ?? `${url}-moved` } : {}).end();
});
const of = { base: "", sectionId: "" };
const desk = () => deskOf(house.db);
const client = () => webClient({ allows: (address) => address === "127.0.0.1" });
const at = (hours: number) => ({ ...desk(), now: () => new Date(Date.now() + hours * 3_600_000) });
const check = (hours: number, given = {}) => checkExternal(at(hours), given, { client: client(), pause: 0 });

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  of.base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  of.sectionId = (await aSection(house.db)).id;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const blocks = [{ id: "p", type: "paragraph", text: "The report is out.", spans: [] }];
async function anArticle(...paths: readonly string[]) {
  const links = paths.map((path) => ({
    target: { url: path.startsWith("http") ? path : `${of.base}${path}` },
    headline: path,
  }));
  return createArticle(desk(), { headline: fresh("Report"), sectionId: of.sectionId, blocks, links });
}
const rowOf = (path: string) => house.db.externalAddress.findUniqueOrThrow({ where: { url: `${of.base}${path}` } });

describe("checking addresses", () => {
  it.each(["/trap?`reboot`", "/trap?\\x", `/${"x".repeat(2100)}`])(
    "takes no site's word for having moved to what nobody could link to: %s",
    async (location) => {
      const path = `/${fresh("trap")}`;
      const { id: articleId } = await anArticle(path);
      status.set(path, 301);
      leadsTo.set(path, location);
      await check(0, { articleId });
      expect(await rowOf(path)).toMatchObject({ state: "OK", finalUrl: null });
    },
  );

  it("takes three failures an hour apart for death, tells readers, and one answer for life", async () => {
    const article = await anArticle("/report");
    const { slug } = await publishArticle(desk(), { id: article.id, expectedVersion: 1 });
    const shown = async () =>
      (
        await read<{ article: { relatedLinks: object[] } }>(
          house,
          "query ($slug: String!) { article(by: { slug: $slug }) { relatedLinks { __typename headline } } }",
          { slug },
        )
      ).article.relatedLinks;
    status.set("/report", 404);
    const only = { articleId: article.id };
    for (const [hours, failCount, state] of [
      [0, 1, "UNCHECKED"],
      [0.5, 1, "UNCHECKED"],
      [2, 2, "UNCHECKED"],
      [4, 3, "DEAD"],
    ] as const) {
      const [found] = await check(hours, only);
      expect(found?.after).toMatchObject({ failCount, state, httpStatus: 404 });
    }
    expect(await rowOf("/report")).toMatchObject({ state: "DEAD", failCount: 3 });
    expect(await shown()).toEqual([{ __typename: "UnlinkedTeaser", headline: "/report" }]);
    status.set("/report", 200);
    await check(6, only);
    expect(await rowOf("/report")).toMatchObject({ state: "OK", failCount: 0 });
    expect(await shown()).toEqual([{ __typename: "ExternalLink", headline: "/report" }]);
  });

  it("asks each address once a run, skips what was looked at lately, and goes on where it was broken off", async () => {
    await anArticle("/once");
    await anArticle("/once", "/twice", "/thrice");
    heard.length = 0;
    const ending = new AbortController();
    const first = await checkExternal(
      at(50),
      {},
      {
        ...{ client: client(), pause: 0, signal: ending.signal },
        onProgress: ({ done }) => {
          if (done === 2) ending.abort();
        },
      },
    );
    expect(first).toHaveLength(2);
    const rest = await check(50.1);
    const urls = [...first, ...rest].map(({ url }) => url);
    expect(new Set(urls).size).toBe(urls.length);
    expect(urls).toEqual(expect.arrayContaining(["/once", "/twice", "/thrice"].map((path) => `${of.base}${path}`)));
    expect(heard.filter((line) => line.endsWith("/once"))).toEqual(["HEAD /once"]);
    expect(await check(51)).toEqual([]);
    expect((await check(51, { olderThanHours: 0 })).length).toBe(urls.length);
  });

  it("never looks inside the house by itself, and calls such an address blocked", async () => {
    const { id } = await anArticle("/private", "http://169.254.169.254/latest/");
    heard.length = 0;
    const found = await checkExternal(desk(), { articleId: id });
    expect(found.map(({ after }) => [after.state, after.httpStatus])).toEqual([
      ["BLOCKED", null],
      ["BLOCKED", null],
    ]);
    expect(heard).toEqual([]);
  });

  it("keeps nothing of a rehearsal, and writes one line of audit a run", async () => {
    const { id } = await anArticle("/rehearsed");
    expect(await check(0, { articleId: id, keep: false })).toMatchObject([{ after: { state: "OK" } }]);
    expect(await rowOf("/rehearsed")).toMatchObject({ state: "UNCHECKED", checkedAt: null });
    await check(0, { articleId: id });
    expect(
      await house.db.auditEvent.findMany({ where: { entityId: id, action: "link:check-external" } }),
    ).toMatchObject([{ after: { checked: 1, dead: 0 } }]);
    await expect(checkExternal(deskOf(house.db, "REPORTER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("addresses in the text", () => {
  const marked = (path: string, id: string, at = 4) => ({
    ...{ id, type: "paragraph", text: "Read it there." },
    spans: [{ kind: "link", start: 0, end: at, href: /^http/i.test(path) ? path : `${of.base}${path}` }],
  });
  const item = (path: string) => ({ text: "There", spans: marked(path, "").spans });
  const texted = (...body: object[]) =>
    createArticle(desk(), { headline: fresh("Text"), sectionId: of.sectionId, blocks: body });

  it("are asked like those of related links, die of three strikes, and say where they stand", async () => {
    const list = { id: "l", type: "list", ordered: false, items: [item("/text-b"), item("/text-a")] };
    const box = { id: "f", type: "factBox", title: "Facts", blocks: [marked("/text-c", "inner")] };
    const table = { id: "t", type: "table", header: [item("/text-d")], rows: [[item("/text-d")]] };
    const one = await texted(marked("/text-a", "p"), list, box, table);
    status.set("/text-a", 410);
    const found = await check(0, { articleId: one.id });
    const places = new Map(
      found.map(({ url, places: at }) => [url.slice(of.base.length), at.map(({ block }) => block)]),
    );
    expect([...places].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
      ["/text-a", ["l", "p"]],
      ["/text-b", ["l"]],
      ["/text-c", ["inner"]],
      ["/text-d", ["t"]],
    ]);
    expect(found[0]?.places[0]).toMatchObject({ article: { id: one.id, slug: one.slug }, key: null });
    for (const hours of [2, 4]) await check(hours, { articleId: one.id });
    expect(await rowOf("/text-a")).toMatchObject({ state: "DEAD", failCount: 3 });
    expect(await linkTroubles(desk(), { articleId: one.id })).toMatchObject([
      {
        key: null,
        position: null,
        block: "l",
        standing: "DEAD",
        warning: expect.stringContaining("still leads there"),
      },
      { block: "p", target: `${of.base}/text-a` },
    ]);
  });

  it("are never looked for inside the house", async () => {
    const { id } = await texted(marked("/inner", "p"), marked("http://169.254.169.254/latest/", "q"));
    heard.length = 0;
    const found = await checkExternal(desk(), { articleId: id });
    expect(found.map(({ after }) => after.state)).toEqual(["BLOCKED", "BLOCKED"]);
    expect(heard).toEqual([]);
  });

  it("are looked at as long as readers have them, and no longer", async () => {
    const { id } = await texted(marked("/first", "p"));
    await publishArticle(desk(), { id, expectedVersion: 1 });
    await reviseArticle(desk(), { id, expectedVersion: 2, changes: { blocks: [marked("/second", "p")] } });
    const asked = async () =>
      (await check(0, { articleId: id })).map(({ url }) => url.slice(of.base.length)).toSorted();
    expect(await asked()).toEqual(["/first", "/second"]);
    await publishArticle(desk(), { id, expectedVersion: 3 });
    expect(await asked()).toEqual(["/second"]);
  });

  it("are followed where they have moved, however they are spelled, in one new revision with the related links", async () => {
    status.set("/moving", 301);
    const [from, to] = [`${of.base}/moving`, `${of.base}/moving-moved`];
    const links = [{ target: { url: from }, headline: "Moving" }];
    const both = await createArticle(desk(), {
      ...{ headline: fresh("Both"), sectionId: of.sectionId, links },
      blocks: [marked(from.replace("http:", "HTTP:"), "p"), marked("/stays", "q")],
    });
    const only = await texted(marked("/moving", "p"), marked("/moving", "q"));
    await check(0, { articleId: only.id });
    expect((await movedAddresses(desk())).filter(({ url }) => url === from)).toMatchObject([
      { movedTo: to, articles: [{ id: only.id }, { id: both.id }] },
    ]);
    const done = await relink(desk(), { from, to: { url: to } });
    expect(done.map(({ id, article }) => [id, article?.headRevision.number])).toEqual([
      [only.id, 2],
      [both.id, 2],
    ]);
    const hrefs = (revision: { blocks: unknown } | undefined) =>
      (revision?.blocks as { spans: { href: string }[] }[]).flatMap(({ spans }) => spans.map(({ href }) => href));
    expect(hrefs(done[0]?.article?.headRevision)).toEqual([to, to]);
    expect(hrefs(done[1]?.article?.headRevision)).toEqual([to, `${of.base}/stays`]);
    expect(done[1]?.article?.headRevision.links).toMatchObject([{ externalAddress: { url: to } }]);
    expect(await relink(desk(), { from, to: { url: to } })).toEqual([]);
    const blocked = await texted(marked("/moving", "p"));
    const [refused] = await relink(desk(), { from, to: { articleId: only.id } });
    expect([refused?.id, refused?.error?.code]).toEqual([blocked.id, "LINK_TARGET_UNCLEAR"]);
  });

  it("go with an autosave that gives way to the next", async () => {
    const { id } = await texted(marked("/saved", "p"));
    const user = await aUser(house.db, "REPORTER");
    const by = deskAs(house.db, user);
    const save = (version: number, path: string) =>
      reviseArticle(by, {
        ...{ id, expectedVersion: version, revisionKind: "AUTOSAVE" },
        changes: { blocks: [marked(path, "p")] },
      });
    await save(1, "/saved-once");
    await save(2, "/saved-twice");
    const urls = await house.db.bodyLink.findMany({
      where: { revision: { articleId: id } },
      select: { externalAddress: { select: { url: true } } },
    });
    expect(urls.map(({ externalAddress }) => externalAddress.url.slice(of.base.length)).toSorted()).toEqual([
      "/saved",
      "/saved-twice",
    ]);
  });
});

describe("an address that has moved", () => {
  it("is offered, and followed by every newest revision; one that cannot says why and stops nobody", async () => {
    status.set("/old", 301);
    const [one, two] = [await anArticle("/old"), await anArticle("/old", "/old-moved")];
    await publishArticle(desk(), { id: one.id, expectedVersion: 1 });
    await check(0, { articleId: one.id });
    const [from, to] = [`${of.base}/old`, `${of.base}/old-moved`];
    expect((await movedAddresses(desk())).filter(({ url }) => url === from)).toMatchObject([
      { movedTo: to, articles: [{ id: two.id }, { id: one.id }] },
    ]);
    const done = await relink(desk(), { from, to: { url: to } });
    expect(
      done.map(({ id, article, error }) => [id, article?.headRevision.number ?? null, error?.code ?? null]),
    ).toEqual([
      [two.id, null, "LINK_DOUBLED"],
      [one.id, 2, null],
    ]);
    expect(done[1]?.article).toMatchObject({ liveRevision: { number: 1 } });
    expect(done[1]?.article?.headRevision.links).toMatchObject([{ headline: "/old", externalAddress: { url: to } }]);
    expect((await movedAddresses(desk())).filter(({ url }) => url === from)).toMatchObject([
      { articles: [{ id: two.id }] },
    ]);
  });

  it("may turn out to be an article of ours", async () => {
    const [target, { id }] = [await anArticle(), await anArticle("/ours")];
    const [done] = await relink(desk(), { from: `${of.base}/ours`, to: { articleId: target.id } });
    expect(done?.article?.headRevision.links).toMatchObject([{ targetArticleId: target.id, externalAddressId: null }]);
    expect(done?.id).toBe(id);
  });

  it("is nothing an article of ours ever needs: links go by id, whatever its slug", async () => {
    const [target, linking] = [await anArticle(), await anArticle()];
    await publishArticle(desk(), { id: target.id, expectedVersion: 1 });
    await linkTo(desk(), { id: linking.id, expectedVersion: 1, targets: [target.id] });
    const { slug } = await publishArticle(desk(), { id: linking.id, expectedVersion: 2 });
    const moved = await changeSlug(desk(), { id: target.id, expectedVersion: 2, slug: fresh("another-slug") });
    const query = `query ($slug: String!) { article(by: { slug: $slug }) { relatedLinks { ... on ArticleLink { article { slug } } } } }`;
    expect(await read(house, query, { slug })).toEqual({
      article: { relatedLinks: [{ article: { slug: moved.slug } }] },
    });
    expect(await house.db.article.findUnique({ where: { id: linking.id } })).toMatchObject({ version: 3 });
  });
});
