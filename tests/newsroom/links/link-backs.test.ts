import { beforeAll, describe, expect, it } from "@jest/globals";
import {
  createArticle,
  findArticle,
  publishArticle,
  unpublishArticle,
  type ArticleRow,
} from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import {
  addLink,
  adoptLinkBack,
  hideLinkBack,
  linkBacks,
  moveLink,
  removeLink,
  unhideLinkBack,
} from "../../../src/newsroom/links/index.ts";
import { restoreRevision } from "../../../src/newsroom/revisions/index.ts";
import { testDatabase } from "../../support/database.ts";
import { ask } from "../../support/delivery.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";

const house = testDatabase();
const of = { here: "", there: "" };
const desk = () => deskOf(house.db, "DESK_HEAD");

beforeAll(async () => {
  of.here = (await aSection(house.db)).id;
  of.there = (await aSection(house.db)).id;
});

const blocks = [{ id: "p", type: "paragraph", text: "The quay is open.", spans: [] }];
type Linked = Parameters<typeof createArticle>[1]["links"];

async function live(headline: string, links: Linked = [], sectionId = of.here): Promise<ArticleRow> {
  const { id } = await createArticle(desk(), { headline: fresh(headline), sectionId, blocks, links });
  return publishArticle(desk(), { id, expectedVersion: 1 });
}

const asking = (headline: string, { id: articleId }: ArticleRow) =>
  live(headline, [{ target: { articleId }, reciprocal: true, kind: "TIMELINE" }]);

/** The version of an article as it stands. */
const now = async ({ id }: { readonly id: string }, by: Desk = desk()) => {
  const { version } = await findArticle(by, id);
  return { id, expectedVersion: version };
};

/** The slugs readers get under an article, in order, each with what its link is for; and the tags of the answer. */
async function under({ slug }: ArticleRow) {
  const query = `query ($slug: String!) { article(by: { slug: $slug }) { relatedLinks {
    kind ... on ArticleLink { article { slug } } } } }`;
  const { data, tags } = await ask(house, query, { slug });
  const { relatedLinks } = (data as { article: { relatedLinks: { kind: string; article: { slug: string } }[] } })
    .article;
  return { shown: relatedLinks.map(({ article }) => article.slug), kinds: relatedLinks.map(({ kind }) => kind), tags };
}

/** What an act tells those who keep answers. */
async function told(act: () => Promise<unknown>): Promise<string[]> {
  const from = (await house.db.change.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
  await act();
  return (await house.db.change.findMany({ where: { seq: { gt: from } } })).flatMap(({ tags }) => tags);
}

describe("hiding a link back", () => {
  it("takes it from readers at once, stays whatever the other article does, and tells those who keep answers", async () => {
    const target = await live("Bridge closed");
    const [first, second] = [await asking("Bridge opens", target), await asking("Bridge report", target)];
    const before = await under(target);
    expect(before.shown).toEqual([second.slug, first.slug]);
    const tags = await told(async () => hideLinkBack(desk(), { ...(await now(target)), from: first.id }));
    expect(tags).toEqual([`article:${target.id}`]);
    expect(before.tags).toEqual(expect.arrayContaining(tags));
    expect((await under(target)).shown).toEqual([second.slug]);
    const [key] = (await findArticle(desk(), first.id)).headRevision.links.map((link) => link.key);
    await removeLink(desk(), { ...(await now(first)), key: key ?? "" });
    await publishArticle(desk(), await now(first));
    await addLink(desk(), { ...(await now(first)), target: { articleId: target.id }, reciprocal: true });
    await publishArticle(desk(), await now(first));
    expect((await under(target)).shown).toEqual([second.slug]);
    await unhideLinkBack(desk(), { ...(await now(target)), from: first.id });
    expect((await under(target)).shown).toEqual([second.slug, first.slug]);
  });

  it("is an act on a version, done once, and on the record", async () => {
    const target = await live("Ferry late");
    const other = await asking("Ferry later", target);
    const stale = { id: target.id, expectedVersion: 1, from: other.id };
    await expect(hideLinkBack(desk(), stale)).rejects.toMatchObject({ code: "ARTICLE_STALE" });
    const hidden = await hideLinkBack(desk(), { ...(await now(target)), from: other.id });
    expect(hidden.version).toBe(target.version + 1);
    const again = await hideLinkBack(desk(), { ...(await now(target)), from: other.id });
    expect(again.version).toBe(hidden.version);
    const action = "article:hide-link-back";
    const rows = await house.db.auditEvent.findMany({ where: { entityId: target.id, action } });
    expect(rows).toMatchObject([{ before: { from: other.id, hidden: false }, after: { hidden: true } }]);
    await expect(hideLinkBack(desk(), { ...(await now(other)), from: target.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("is nothing the database lets an article do to itself", async () => {
    const { id } = await live("Alone");
    await expect(house.db.hiddenLinkBack.create({ data: { articleId: id, fromId: id } })).rejects.toThrow(
      "hidden_link_back_of_another",
    );
  });
});

describe("adopting a link back", () => {
  it("makes it the article's own, in its place, and no longer hangs on the other article", async () => {
    const target = await live("Pier opens");
    const [first, second] = [await asking("Pier paid for", target), await asking("Pier praised", target)];
    const adopted = await adoptLinkBack(desk(), { ...(await now(target)), from: first.id });
    expect(adopted.headRevision.links).toMatchObject([
      { targetArticleId: first.id, kind: "TIMELINE", reciprocal: false },
    ]);
    expect((await under(target)).shown).toEqual([second.slug, first.slug]);
    const kept = await under(target);
    const tags = await told(async () => publishArticle(desk(), await now(target)));
    expect(kept.tags.filter((tag) => tags.includes(tag))).toContain(`article:${target.id}`);
    expect(await under(target)).toMatchObject({ shown: [first.slug, second.slug], kinds: ["TIMELINE", "TIMELINE"] });
    const [link] = first.headRevision.links;
    await removeLink(desk(), { ...(await now(first)), key: link?.key ?? "" });
    await publishArticle(desk(), await now(first));
    expect((await under(target)).shown).toEqual([first.slug, second.slug]);
    await expect(adoptLinkBack(desk(), { ...(await now(target)), from: first.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await adoptLinkBack(desk(), { ...(await now(target)), from: second.id, position: 0 });
    await expect(adoptLinkBack(desk(), { ...(await now(target)), from: second.id })).rejects.toMatchObject({
      code: "LINK_DOUBLED",
    });
  });

  it("is merged with what came in between where both fit", async () => {
    const target = await live("Dock opens");
    const other = await asking("Dock shut", target);
    const stood = await now(target);
    const plain = await live("Dock plain");
    await addLink(desk(), { ...stood, target: { articleId: plain.id } });
    const edit = { ...stood, from: other.id, position: 0 };
    await expect(adoptLinkBack(desk(), edit)).rejects.toMatchObject({ code: "ARTICLE_STALE" });
    const { headRevision } = await adoptLinkBack(desk(), { ...edit, merge: true });
    expect(new Set(headRevision.links.map(({ targetArticleId }) => targetArticleId))).toEqual(
      new Set([other.id, plain.id]),
    );
  });
});

describe("the list of those who ask", () => {
  it("says of each what becomes of it, in the order readers get them", async () => {
    const target = await live("Tide");
    const waiting = await createArticle(desk(), {
      ...{ headline: "Waits", sectionId: of.here, blocks },
      links: [{ target: { articleId: target.id }, reciprocal: true }],
    });
    const [own, hidden, shown] = [await asking("O", target), await asking("H", target), await asking("S", target)];
    const gone = await asking("Gone", target);
    await unpublishArticle(desk(), { ...(await now(gone)), reason: "wrong" });
    await hideLinkBack(desk(), { ...(await now(target)), from: hidden.id });
    await adoptLinkBack(desk(), { ...(await now(target)), from: own.id });
    expect((await linkBacks(desk(), target.id)).map(({ id, standing, state }) => [id, standing, state])).toEqual([
      [shown.id, "SHOWN", "PUBLISHED"],
      [hidden.id, "HIDDEN", "PUBLISHED"],
      [own.id, "OWN", "PUBLISHED"],
      [gone.id, "WAITING", "UNPUBLISHED"],
      [waiting.id, "WAITING", "DRAFT"],
    ]);
  });
});

describe("whose work is limited to sections", () => {
  const limited = (role: "EDITOR" | "REPORTER" = "EDITOR"): Desk => {
    const base = deskOf(house.db, role);
    return { ...base, actor: { ...base.actor, sectionIds: [of.there] } };
  };

  it("changes nothing of an article elsewhere, and asks none there to link back", async () => {
    const elsewhere = await live("Elsewhere");
    const other = await asking("Asks", elsewhere);
    const inside = await live("Inside", [], of.there);
    for (const turn of [hideLinkBack, unhideLinkBack, adoptLinkBack]) {
      await expect(turn(limited(), { ...(await now(elsewhere)), from: other.id })).rejects.toMatchObject({
        code: "SECTION_OUT_OF_SCOPE",
      });
    }
    const target = { articleId: elsewhere.id };
    const outside = { code: "SECTION_OUT_OF_SCOPE" };
    await expect(addLink(limited(), { ...(await now(inside)), target, reciprocal: true })).rejects.toMatchObject(
      outside,
    );
    const links = [{ target, reciprocal: true }];
    const born = { headline: "Born asking", sectionId: of.there, links };
    await expect(createArticle(limited(), born)).rejects.toMatchObject(outside);
    await expect(createArticle(deskOf(house.db, "REPORTER"), born)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const plain = await addLink(limited(), { ...(await now(inside)), target });
    expect(plain.headRevision.links).toMatchObject([{ targetArticleId: elsewhere.id, reciprocal: false }]);
  });

  it("keeps what others asked, and asks it anew only where they may", async () => {
    const elsewhere = await live("Far");
    const links = [{ target: { articleId: elsewhere.id }, reciprocal: true }];
    const inside = await live("Near", links, of.there);
    const more = await addLink(limited(), { ...(await now(inside)), headline: "A teaser" });
    const keys = more.headRevision.links.map(({ key }) => key);
    await moveLink(limited(), { ...(await now(inside)), key: keys[1] ?? "", position: 0 });
    await removeLink(limited(), { ...(await now(inside)), key: keys[0] ?? "" });
    await expect(restoreRevision(limited(), { ...(await now(inside)), revision: 1 })).rejects.toMatchObject({
      code: "SECTION_OUT_OF_SCOPE",
    });
    const restored = await restoreRevision(desk(), { ...(await now(inside)), revision: 1 });
    expect(restored.headRevision.links).toMatchObject([{ reciprocal: true }]);
  });
});
