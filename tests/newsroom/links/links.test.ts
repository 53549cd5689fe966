import { beforeAll, describe, expect, it } from "@jest/globals";
import { systemActor } from "../../../src/newsroom/access/index.ts";
import { createArticle } from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { addLink, moveLink, removeLink, resolveTeaser, unresolvedTeasers } from "../../../src/newsroom/links/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";

const house = testDatabase();
let desk: Desk;
let sectionId: string;

beforeAll(async () => {
  desk = { actor: systemActor, db: house.db, now: () => new Date(), origin: { door: "JOB" }, zone: "UTC" };
  sectionId = newId();
  await house.db.section.create({ data: { id: sectionId, slug: "harbour", name: "Harbour", position: 0 } });
});

const anArticle = (headline: string) => createArticle(desk, { headline, sectionId });
const headlines = (article: { headRevision: { links: readonly { headline: string | null }[] } }) =>
  article.headRevision.links.map(({ headline }) => headline);

describe("related links", () => {
  it("stand in the order an editor gives them, and keep their key through moves", async () => {
    const { id } = await anArticle("Quay reopens");
    const outside = (n: number) => ({ target: { url: `https://example.org/${n}` }, headline: `Note ${n}` });
    await addLink(desk, { id, expectedVersion: 1, ...outside(1) });
    await addLink(desk, { id, expectedVersion: 2, ...outside(2) });
    const three = await addLink(desk, { id, expectedVersion: 3, ...outside(3), position: 0 });
    expect(headlines(three)).toEqual(["Note 3", "Note 1", "Note 2"]);
    const key = three.headRevision.links[0]?.key ?? "";
    const moved = await moveLink(desk, { id, expectedVersion: 4, key, position: 2 });
    expect(headlines(moved)).toEqual(["Note 1", "Note 2", "Note 3"]);
    const gone = await removeLink(desk, { id, expectedVersion: 5, key });
    expect(headlines(gone)).toEqual(["Note 1", "Note 2"]);
    expect(three.headRevision.links).toHaveLength(3);
  });

  it("never lead to the article itself, twice to one target, or to two targets", async () => {
    const [a, b] = [await anArticle("Quay one"), await anArticle("Quay two")];
    const link = (expectedVersion: number, target: object) =>
      addLink(desk, { id: a.id, expectedVersion, headline: "Read", target: target as { url: string } });
    await expect(link(1, { articleId: a.id })).rejects.toMatchObject({ code: "LINK_TO_SELF" });
    await link(1, { articleId: b.id });
    await expect(link(2, { articleId: b.id })).rejects.toMatchObject({ code: "LINK_DOUBLED" });
    await link(2, { url: "https://example.org/a" });
    await expect(link(3, { url: "HTTPS://EXAMPLE.org/a" })).rejects.toMatchObject({ code: "LINK_DOUBLED" });
    await expect(link(3, { url: "https://example.org/b", articleId: b.id })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(link(3, { url: "javascript:alert(1)" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
    await expect(link(3, { articleId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("need a headline where they lead to no article of ours", async () => {
    const { id } = await anArticle("Quay three");
    await expect(addLink(desk, { id, expectedVersion: 1 })).rejects.toMatchObject({
      details: { faults: [{ path: ["headline"] }] },
    });
  });
});

describe("an unresolved teaser", () => {
  it("lists the articles that have come to bear its headline, and takes one in a new revision", async () => {
    const { id } = await anArticle("Quay four");
    await addLink(desk, { id, expectedVersion: 1, headline: "Lighthouse  gets new lamp", summary: "It shines." });
    expect((await unresolvedTeasers(desk, { articleId: id })).teasers).toMatchObject([
      { headline: "Lighthouse  gets new lamp", candidates: [] },
    ]);
    const lamp = await anArticle("Lighthouse gets NEW lamp");
    const [teaser] = (await unresolvedTeasers(desk, { articleId: id })).teasers;
    expect(teaser).toMatchObject({ position: 0, candidates: [{ id: lamp.id }], article: { version: 2 } });
    const accept = { id, expectedVersion: 2, key: teaser?.key ?? "", targetArticleId: lamp.id };
    const after = await resolveTeaser(desk, accept);
    expect(after.headRevision).toMatchObject({
      number: 3,
      links: [{ targetArticleId: lamp.id, summary: "It shines." }],
    });
    expect((await unresolvedTeasers(desk, { articleId: id })).teasers).toEqual([]);
    await expect(resolveTeaser(desk, { ...accept, expectedVersion: 3 })).rejects.toMatchObject({
      code: "LINK_TARGET_UNCLEAR",
    });
  });

  it("comes in pages, each going on where the last one ended", async () => {
    const made = [await anArticle("Quay pages"), await anArticle("Quay leaves")];
    for (const { id } of made) {
      for (const at of [1, 2, 3])
        await addLink(desk, { id, expectedVersion: at, headline: `Quay teaser ${String(at)}` });
    }
    const whole = (await unresolvedTeasers(desk)).teasers.map(({ key }) => key);
    const keys: string[] = [];
    for (let after: string | undefined; ; after = keys.at(-1)) {
      const page = await unresolvedTeasers(desk, { first: 2, ...(after === undefined ? {} : { after }) });
      keys.push(...page.teasers.map(({ key }) => key));
      expect(page.hasMore).toBe(keys.length < whole.length);
      if (!page.hasMore) break;
    }
    expect(keys).toEqual(whole);
    expect(keys.length).toBeGreaterThan(5);
    const own = await unresolvedTeasers(desk, { articleId: made[0]?.id ?? "", first: 2 });
    const rest = await unresolvedTeasers(desk, {
      articleId: made[0]?.id ?? "",
      after: own.teasers.at(-1)?.key ?? "",
    });
    expect([...own.teasers, ...rest.teasers].map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  it("never offers the article it stands on", async () => {
    const { id } = await anArticle("Quay names itself");
    await addLink(desk, { id, expectedVersion: 1, headline: "Quay names itself" });
    expect((await unresolvedTeasers(desk, { articleId: id })).teasers).toMatchObject([{ candidates: [] }]);
  });
});
