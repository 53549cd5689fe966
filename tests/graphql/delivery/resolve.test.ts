import { describe, expect, it } from "@jest/globals";
import type { Prisma } from "../../../src/database/generated/client.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";
import { moveSection } from "../../../src/newsroom/sections/index.ts";
import { layRedirects } from "../../support/redirects.ts";
import { minutes, plant, type Planted } from "../../support/newspaper.ts";

const house = testDatabase();
const query = `query ($path: String!) { resolve(path: $path) { __typename ... on Article { headline } ... on Section { name }
  ... on Redirect { to status permanent } ... on Gone { path } } }`;

const resolve = async (path: string, at?: Date) =>
  (await read<{ resolve: object | null }>(house, query, { path }, at)).resolve;

const pathOf = async ({ id, slug }: Planted): Promise<string> => {
  const { section, pathDate } = await house.db.article.findUniqueOrThrow({
    where: { id },
    select: { pathDate: true, section: { select: { path: true } } },
  });
  return `/${section.path}/${pathDate!.toISOString().slice(0, 10).replaceAll("-", "/")}/${slug}`;
};

const to = (path: string, status = 301) => ({ __typename: "Redirect", to: path, status, permanent: true });

describe("A path", () => {
  it("leads to the section or article whose path it is, however it is spelled", async () => {
    const { id: sectionId, name, path } = await aSection(house.db);
    const article = await plant(house.db, { sectionId, headline: "There" });
    const canonical = await pathOf(article);
    for (const given of [
      canonical,
      canonical.toUpperCase(),
      `https://news.example${canonical}/?a=b#c`,
      canonical.slice(1),
    ])
      expect(await resolve(given)).toEqual({ __typename: "Article", headline: "There" });
    expect(await resolve(`/${path}`)).toEqual({ __typename: "Section", name });
  });

  it("with another date, section or former slug, or the id, leads on to the canonical path", async () => {
    const { id: sectionId } = await aSection(house.db);
    const former = fresh("former-slug");
    const article = await plant(house.db, { sectionId, formerSlugs: [former] });
    const canonical = await pathOf(article);
    for (const given of [`/x/1999/12/31/${article.slug}`, article.slug, `/any/${former}`, `/${article.id}`])
      expect(await resolve(given)).toEqual(to(canonical));
  });

  it("leads nowhere when nobody knows it", async () => {
    for (const given of [
      "",
      "/",
      "/no/such/thing",
      "../..",
      "javascript:alert(1)",
      "/%00",
      "/a\u0000b",
      "x".repeat(5000),
    ])
      expect(await resolve(given)).toBeNull();
  });

  it("is gone only when readers once saw what stood there", async () => {
    const { id: sectionId } = await aSection(house.db);
    const facts = async (facts: Prisma.ArticleUncheckedUpdateInput, publishedAt?: Date) => {
      const article = await plant(house.db, { sectionId, facts, ...(publishedAt && { publishedAt }) });
      return resolve(await pathOf(article));
    };
    for (const state of ["UNPUBLISHED", "KILLED"] as const) {
      expect(await facts({ state })).toMatchObject({ __typename: "Gone" });
      expect(await facts({ state, embargoUntil: minutes(5) })).toBeNull();
      expect(await facts({ state, embargoHold: true })).toBeNull();
      expect(await facts({ state }, minutes(5))).toBeNull();
    }
    expect(await facts({ expiresAt: minutes(-1) })).toMatchObject({ __typename: "Gone" });
    expect(await facts({ expiresAt: minutes(-1), embargoUntil: minutes(1) })).toBeNull();
    expect(await facts({ state: "HELD" })).toBeNull();
    expect(await facts({ embargoHold: true })).toBeNull();
    expect(await facts({ embargoUntil: minutes(5) })).toBeNull();
    const draft = await plant(house.db, { sectionId, publishedAt: null });
    expect(await resolve(`/${draft.slug}`)).toBeNull();
  });

  it("of something killed before its time stays unknown when that time comes", async () => {
    const { id: sectionId } = await aSection(house.db);
    const article = await plant(house.db, { sectionId, publishedAt: minutes(5), facts: { state: "KILLED" } });
    expect(await resolve(await pathOf(article), minutes(10))).toBeNull();
  });
});

describe("A redirect", () => {
  const redirect = (given: Partial<Prisma.RedirectUncheckedCreateInput>) =>
    house.db.redirect.create({ data: { fromPath: `/${fresh("old")}`, origin: "MANUAL", ...given } });

  it("leads to its article, section or path, and says gone where an editor said so", async () => {
    const section = await aSection(house.db);
    const article = await plant(house.db, { sectionId: section.id });
    const rows = [
      [await redirect({ toArticleId: article.id }), to(await pathOf(article))],
      [await redirect({ toSectionId: section.id, status: 308 }), to(`/${section.path}`, 308)],
      [await redirect({ toPath: "/about-us" }), to("/about-us")],
      [await redirect({ toPath: "https://other.example/x" }), to("https://other.example/x")],
    ] as const;
    for (const [{ fromPath }, expected] of rows) expect(await resolve(fromPath)).toEqual(expected);
    const { fromPath } = await redirect({ status: 410 });
    expect(await resolve(fromPath)).toEqual({ __typename: "Gone", path: fromPath });
  });

  it("is followed to the end of its way, and a circle ends", async () => {
    const section = await aSection(house.db);
    const last = await redirect({ toSectionId: section.id });
    const first = await redirect({ toPath: last.fromPath });
    expect(await resolve(first.fromPath)).toEqual(to(`/${section.path}`));
    const [here, there] = [`/${fresh("here")}`, `/${fresh("there")}`];
    const origin = "MANUAL" as const;
    await layRedirects(house.db, [
      { fromPath: here, toPath: there, origin },
      { fromPath: there, toPath: here, origin },
    ]);
    expect(await resolve(here)).toBeNull();
  });

  it("never tells of an article readers may not see", async () => {
    const { id: sectionId } = await aSection(house.db);
    const draft = await plant(house.db, { sectionId, publishedAt: null, slug: "canary-merger" });
    const killed = await plant(house.db, { sectionId, facts: { state: "KILLED" } });
    const [byId, byPath] = [await redirect({ toArticleId: draft.id }), await redirect({ toPath: "/a/canary-merger" })];
    expect([await resolve(byId.fromPath), await resolve(byPath.fromPath)]).toEqual([null, null]);
    const gone = await redirect({ toArticleId: killed.id });
    expect(await resolve(gone.fromPath)).toEqual({ __typename: "Gone", path: gone.fromPath });
  });

  it("of a moved section carries everything below it", async () => {
    const target = await aSection(house.db);
    const section = await aSection(house.db);
    const below = await aSection(house.db, { parent: section.id });
    const article = await plant(house.db, { sectionId: below.id });
    const [oldPath, oldBelow, oldArticle] = [section.path, below.path, await pathOf(article)];
    const { version } = await house.db.section.findUniqueOrThrow({ where: { id: section.id } });
    await moveSection(deskOf(house.db, "ADMIN"), { section: section.id, expectedVersion: version, under: target.id });
    expect(await resolve(`/${oldPath}`)).toEqual(to(`/${target.path}/${section.slug}`));
    expect(await resolve(`/${oldBelow}`)).toEqual(to(`/${target.path}/${section.slug}/${below.slug}`));
    expect(await resolve(oldArticle)).toEqual(to(await pathOf(article)));
    expect(await resolve(`/${oldPath}/no-such-thing`)).toBeNull();
    const { section: found } = await read(house, "query ($path: String!) { section(by: { path: $path }) { name } }", {
      path: oldBelow,
    });
    expect(found).toEqual({ name: below.name });
  });
});
