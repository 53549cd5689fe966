import { describe, expect, it } from "@jest/globals";
import {
  changeSlug,
  createArticle,
  placeArticle,
  publishArticle,
  unpublishArticle,
} from "../../../src/newsroom/articles/index.ts";
import { addRedirect, listRedirects, removeRedirect, targetPath } from "../../../src/newsroom/redirects/index.ts";
import { createSection, moveSection, renameSection } from "../../../src/newsroom/sections/index.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";

const house = testDatabase();
const desk = () => deskOf(house.db);
const asHead = () => deskOf(house.db, "DESK_HEAD");
const query = `query ($path: String!) { resolve(path: $path) { __typename ... on Article { id path } ... on Section { path }
  ... on Redirect { to permanent } ... on Gone { path } } }`;
const resolve = async (path: string) => (await read<{ resolve: object | null }>(house, query, { path })).resolve;
const moved = (to: string) => ({ __typename: "Redirect", to, permanent: true });
const blocks = [{ id: "p", type: "paragraph", text: "The quay is open.", spans: [] }];

async function aLiveArticle(sectionId: string) {
  const { id } = await createArticle(desk(), { headline: fresh("Quay"), sectionId, blocks });
  return publishArticle(desk(), { id, expectedVersion: 1 });
}
const liveAt = async (slug: string) =>
  (
    await read<{ article: { path: string } }>(
      house,
      "query ($slug: String!) { article(by: { slug: $slug }) { path } }",
      { slug },
    )
  ).article.path;

/** The code a promise is refused with; null where it is kept. */
const codeOf = (act: Promise<unknown>): Promise<string | null> =>
  act.then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );

describe("an article that moves", () => {
  it("is found at every address it had: slugs, sections, re-slugged and moved sections, and back again", async () => {
    const [one, two] = [await aSection(house.db), await aSection(house.db)];
    const first = await aLiveArticle(one.id);
    const paths = [await liveAt(first.slug)];
    const slugs = [fresh("quay-second"), fresh("quay-third"), first.slug];
    let { version } = first;
    let slug = first.slug;
    for (const next of slugs) {
      ({ version, slug } = await changeSlug(desk(), { id: first.id, expectedVersion: version, slug: next }));
      paths.push(await liveAt(slug));
      const sectionId = next === slugs[1] ? one.id : two.id;
      ({ version } = await placeArticle(desk(), { id: first.id, expectedVersion: version, sectionId }));
      paths.push(await liveAt(slug));
    }
    await renameSection(desk(), { section: two.id, slug: `${two.slug}-renamed`, expectedVersion: 1 });
    paths.push(await liveAt(slug));
    await moveSection(desk(), { section: two.id, under: one.id, expectedVersion: 2 });
    paths.push(await liveAt(slug));
    await moveSection(desk(), { section: two.id, under: null, expectedVersion: 3 });
    await renameSection(desk(), { section: two.id, slug: two.slug, expectedVersion: 4 });
    const now = await liveAt(slug);
    expect(paths).toContain(now);
    expect(new Set(paths).size).toBeGreaterThan(6);
    for (const path of paths) {
      expect([path, await resolve(path)]).toEqual([
        path,
        path === now ? expect.objectContaining({ __typename: "Article", path: now }) : moved(now),
      ]);
    }
    expect(await house.db.redirect.count({ where: { toPath: { not: null } } })).toBe(0);
  });

  it("is gone only where readers once saw it; held and never live it is not found, and reasons are never told", async () => {
    const { id: sectionId } = await aSection(house.db);
    const live = await aLiveArticle(sectionId);
    const path = await liveAt(live.slug);
    await unpublishArticle(asHead(), { id: live.id, expectedVersion: live.version, reason: "canary reason" });
    expect(await resolve(path)).toEqual({ __typename: "Gone", path });
    const killed = await plant(house.db, { sectionId, facts: { state: "KILLED" } });
    expect(await resolve(`/any/${killed.slug}`)).toMatchObject({ __typename: "Gone" });
    const expired = await plant(house.db, { sectionId, facts: { expiresAt: minutes(-1) } });
    expect(await resolve(`/any/${expired.slug}`)).toMatchObject({ __typename: "Gone" });
    const unseen = [
      await plant(house.db, { sectionId, facts: { state: "HELD" } }),
      await plant(house.db, { sectionId, publishedAt: null }),
      await plant(house.db, { sectionId, publishedAt: minutes(20) }),
      await plant(house.db, { sectionId, facts: { embargoHold: true } }),
      await plant(house.db, { sectionId, facts: { state: "KILLED" }, publishedAt: minutes(20) }),
    ];
    for (const { slug } of unseen) expect(await resolve(`/any/${slug}`)).toBeNull();
  });
});

describe("a new section at an old path", () => {
  it("wins over the redirect, and what moved away below it is still found", async () => {
    const old = await aSection(house.db);
    const below = await createSection(desk(), { name: fresh("Below"), parent: old.id });
    await renameSection(desk(), { section: old.id, slug: `${old.slug}-new`, expectedVersion: old.version });
    expect(await resolve(`/${below.path}`)).toEqual(moved(`/${old.path}-new/${below.slug}`));
    const young = await createSection(desk(), { name: "Young", slug: old.slug });
    expect(await resolve(`/${old.path}`)).toEqual({ __typename: "Section", path: `/${young.path}` });
    expect(await resolve(`/${below.path}`)).toEqual(moved(`/${old.path}-new/${below.slug}`));
    const again = await createSection(desk(), { name: "Again", slug: below.slug, parent: young.id });
    expect(await resolve(`/${below.path}`)).toEqual({ __typename: "Section", path: `/${again.path}` });
  });
});

describe("a redirect made by hand", () => {
  it("follows its section or article, carries what is below if told to, and is taken away again", async () => {
    const section = await aSection(house.db);
    const [from, to] = [`/${fresh("by-hand")}`, `/${section.path}`];
    const made = await addRedirect(desk(), { from: `${from.toUpperCase()}/`, to });
    expect(made).toMatchObject({ fromPath: from, toSectionId: section.id, origin: "MANUAL" });
    await renameSection(desk(), { section: section.id, slug: `${section.slug}-moved`, expectedVersion: 1 });
    expect(await resolve(from)).toEqual(moved(`${to}-moved`));
    expect(await resolve(`${from}/more`)).toBeNull();
    const wide = await addRedirect(desk(), { from: `${from}-wide`, to: "/about", prefix: true });
    expect(await resolve(`${wide.fromPath}/us`)).toEqual(moved("/about/us"));
    expect((await listRedirects(desk(), { q: from.slice(1) })).redirects.map(targetPath)).toEqual([
      `${to}-moved`,
      "/about",
    ]);
    await removeRedirect(desk(), { redirect: from });
    await removeRedirect(desk(), { redirect: wide.id });
    expect(await resolve(from)).toBeNull();
    const audit = await house.db.auditEvent.findMany({
      where: { entityId: { in: [made.id, wide.id] } },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action }) => action)).toEqual([
      "redirect:add",
      "redirect:add",
      "redirect:remove",
      "redirect:remove",
    ]);
  });

  it("is refused from what readers find, from another site, to another site, and to a reporter", async () => {
    const section = await aSection(house.db);
    const article = await aLiveArticle(section.id);
    const code = (from: string, to: string) => codeOf(addRedirect(desk(), { from, to }));
    expect(await code(`/${section.path}`, "/about")).toBe("ALREADY_EXISTS");
    expect(await code(await liveAt(article.slug), "/about")).toBe("ALREADY_EXISTS");
    for (const outside of [
      "https://other.example/a",
      "//other.example/a",
      "about",
      "/",
      "/a?b",
      "/../etc",
      "mailto:a@b.example",
    ]) {
      expect([outside, await code("/inside-only", outside)]).toEqual([outside, "INVALID_INPUT"]);
      expect([outside, await code(outside, "/about")]).toEqual([outside, "INVALID_INPUT"]);
    }
    await expect(addRedirect(deskOf(house.db, "REPORTER"), { from: "/a", to: "/b" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await addRedirect(desk(), { from: "/taken", to: "/about" });
    expect(await code("/taken", "/elsewhere")).toBe("ALREADY_EXISTS");
    await expect(removeRedirect(desk(), { redirect: "/nothing-here" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("redirects in the database", () => {
  const rows = async (...paths: string[]) =>
    (await house.db.redirect.findMany({ where: { fromPath: { in: paths } }, orderBy: { fromPath: "asc" } })).map(
      ({ fromPath, toPath, toSectionId }) => [fromPath, toPath ?? toSectionId],
    );

  it("are flattened however they are written: a chain laid forwards, backwards or in the middle", async () => {
    const section = await aSection(house.db);
    await addRedirect(desk(), { from: "/c1/a", to: "/c1/b" });
    await addRedirect(desk(), { from: "/c1/b", to: "/c1/c" });
    await addRedirect(desk(), { from: "/c1/c", to: "/c1/d" });
    expect(await rows("/c1/a", "/c1/b", "/c1/c")).toEqual([
      ["/c1/a", "/c1/d"],
      ["/c1/b", "/c1/d"],
      ["/c1/c", "/c1/d"],
    ]);
    await addRedirect(desk(), { from: "/c1/d", to: `/${section.path}` });
    expect((await rows("/c1/a", "/c1/b", "/c1/c", "/c1/d")).map(([, to]) => to)).toEqual(Array(4).fill(section.id));
    await addRedirect(desk(), { from: "/wide", to: "/c2/new", prefix: true });
    await addRedirect(desk(), { from: "/c2/old", to: "/wide/deep/er" });
    expect(await rows("/c2/old")).toEqual([["/c2/old", "/c2/new/deep/er"]]);
  });

  it("never make a circle: not of two, of three, of itself, below itself, nor of two written at once", async () => {
    const code = (from: string, to: string, prefix = false) => codeOf(addRedirect(desk(), { from, to, prefix }));
    await addRedirect(desk(), { from: "/l/a", to: "/l/b" });
    expect(await code("/l/b", "/l/a")).toBe("REDIRECT_LOOP");
    await addRedirect(desk(), { from: "/l/b", to: "/l/c" });
    expect(await code("/l/c", "/l/a")).toBe("REDIRECT_LOOP");
    expect(await code("/l/d", "/l/d")).toBe("REDIRECT_LOOP");
    expect(await code("/l/e", "/l/e/below", true)).toBe("REDIRECT_LOOP");
    await addRedirect(desk(), { from: "/l/f", to: "/l/g", prefix: true });
    expect(await code("/l/g", "/l/f/deeper", true)).toBe("REDIRECT_LOOP");
    const both = await Promise.all([code("/l/x", "/l/y"), code("/l/y", "/l/x")]);
    expect(both.filter((one) => one === "REDIRECT_LOOP")).toHaveLength(1);
  });
});
