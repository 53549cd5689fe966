import { beforeAll, describe, expect, it } from "@jest/globals";
import { mapDatabaseError } from "../../src/database/errors.ts";
import { factsOf } from "../../src/database/fault-facts.ts";
import type { Prisma } from "../../src/database/generated/client.ts";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { bareArticle, bareRevision, bareSection, readable, type BareArticle } from "../support/rows.ts";

const house = testDatabase();
type Tx = Prisma.TransactionClient;
type Ids = BareArticle;

/** The name of the rule that refused; "nothing" when none did. */
async function refusal(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return "nothing";
  } catch (error) {
    return factsOf(error).constraint ?? String(error);
  }
}

const withChildren = (children: (tx: Tx, ids: Ids) => Promise<unknown>) =>
  refusal(() => bareArticle(house.db, { children }));
const yesterday = new Date(Date.now() - 86_400_000);
const tomorrow = new Date(Date.now() + 86_400_000);

describe("related links", () => {
  let target: Ids;
  let addressId: string;
  beforeAll(async () => {
    target = await bareArticle(house.db);
    addressId = (await house.db.externalAddress.create({ data: { url: "https://elsewhere.example/a" } })).id;
  });
  const link = ({ id, revisionId }: Ids, more: Partial<Prisma.RelatedLinkUncheckedCreateInput>) => ({
    data: { ...{ revisionId, articleId: id, position: 0, key: newId() }, ...more },
  });
  const links = (...given: ((ids: Ids) => Partial<Prisma.RelatedLinkUncheckedCreateInput>)[]) =>
    withChildren(async (tx, ids) => {
      for (const [position, one] of given.entries()) await tx.relatedLink.create(link(ids, { position, ...one(ids) }));
    });

  it("lead to another article, to an address, or are teasers with a headline", async () => {
    const allowed = links(
      () => ({ targetArticleId: target.id, reciprocal: true }),
      () => ({ externalAddressId: addressId, headline: "Elsewhere" }),
      () => ({ headline: "Not found yet", summary: "A teaser." }),
    );
    expect(await allowed).toBe("nothing");
  });

  it.each([
    ["to itself", "related_link_not_to_itself", (ids: Ids) => ({ targetArticleId: ids.id })],
    [
      "with both targets",
      "related_link_one_target",
      () => ({ targetArticleId: target.id, externalAddressId: addressId }),
    ],
    ["with neither target nor headline", "related_link_says_something", () => ({})],
    ["with an empty headline", "related_link_texts_clean", () => ({ headline: "" })],
    ["to an address without a headline", "related_link_says_something", () => ({ externalAddressId: addressId })],
    [
      "that asks an address to link back",
      "related_link_reciprocal_inside",
      () => ({ externalAddressId: addressId, headline: "x", reciprocal: true }),
    ],
    [
      "of another article's revision",
      "related_link_revision_id_article_id_fkey",
      () => ({ articleId: target.id, headline: "x" }),
    ],
    ["with a control character", "related_link_texts_clean", () => ({ headline: "bell\u0007" })],
    ["not in normal form", "related_link_texts_clean", () => ({ headline: "Zoe\u0308" })],
  ])("never stand %s", async (_name, rule, given) => {
    expect(await links(given)).toBe(rule);
  });

  it.each([
    ["article", "related_link_revision_id_target_article_id_key", () => ({ targetArticleId: target.id })],
    [
      "address",
      "related_link_revision_id_external_address_id_key",
      () => ({ externalAddressId: addressId, headline: "x" }),
    ],
    ["teaser", "related_link_teaser_once", () => ({ headline: "Twice" })],
  ])("never name the same %s twice", async (_name, rule, given) => {
    expect(await links(given, given)).toBe(rule);
  });

  it("are numbered once each", async () => {
    const twice = links(
      () => ({ headline: "One", position: 0 }),
      () => ({ headline: "Two", position: 0 }),
    );
    expect(await twice).toBe("related_link_pkey");
  });

  it.each([
    "javascript:alert(1)",
    "ftp://a.example",
    "https://a b.example",
    "//a.example",
    `https://a.example/${"x".repeat(2048)}`,
  ])("keep to the web (%#)", async (url) => {
    expect(await refusal(() => house.db.externalAddress.create({ data: { url } }))).toBe("external_address_is_http");
  });
});

describe("media of a revision", () => {
  it("have one lead, and as many others as wanted", async () => {
    const media = await Promise.all([1, 2, 3].map(() => house.db.media.create({ data: {} })));
    const placed = (roles: readonly ("LEAD" | "INLINE" | "GALLERY")[]) =>
      withChildren((tx, { revisionId }) =>
        tx.mediaPlacement.createMany({
          data: roles.map((role, position) => ({ revisionId, role, position, mediaId: media[position]!.id })),
        }),
      );
    expect(await placed(["LEAD", "INLINE", "INLINE"])).toBe("nothing");
    expect(await placed(["LEAD", "LEAD"])).toBe("media_placement_one_lead");
  });

  it("have a whole file or none, and a hash that is one", async () => {
    const file = { sha256: "a".repeat(64), mime: "image/png", bytes: 9, storageKey: "k.png" };
    const add = (data: Prisma.MediaUncheckedCreateInput) => refusal(() => house.db.media.create({ data }));
    expect(await add({ sha256: file.sha256 })).toBe("media_file_is_whole");
    expect(await add(file)).toBe("media_picture_has_size");
    expect(await add({ ...file, width: 10 })).toBe("media_picture_has_size");
    expect(await add({ ...file, sha256: "short", width: 1, height: 1 })).toBe("media_hash_is_sha256");
    expect(await add({ ...file, width: 1, height: 1 })).toBe("nothing");
    expect(await add({ focalX: 1.5 })).toBe("media_focal_inside");
  });
});

describe("the tree of sections", () => {
  const section = (data: Partial<Prisma.SectionUncheckedCreateInput> = {}) =>
    house.db.section
      .count()
      .then((position) =>
        house.db.section.create({ data: { slug: `s-${newId()}`, name: "S", position: position + 100, ...data } }),
      );
  const move = (id: string, parentId: string | null) => house.db.section.update({ where: { id }, data: { parentId } });

  it("has no circle, however long the way round", async () => {
    const a = await section();
    const b = await section({ parentId: a.id });
    const c = await section({ parentId: b.id });
    for (const under of [a, b, c]) expect(await refusal(() => move(a.id, under.id))).toBe("section_no_cycle");
  });

  it("gets none from two moves at the same moment either", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await section(), await section()];
      const moves = await Promise.all([refusal(() => move(a.id, b.id)), refusal(() => move(b.id, a.id))]);
      expect(moves.toSorted()).toEqual(["nothing", "section_no_cycle"]);
    }
  });

  it("is at most four levels deep, also when a branch moves", async () => {
    const chain = [await section()];
    for (let level = 2; level <= 4; level += 1) chain.push(await section({ parentId: chain.at(-1)!.id }));
    expect(await refusal(() => section({ parentId: chain[3]!.id }))).toBe("section_depth");
    expect(await refusal(async () => move(chain[0]!.id, (await section()).id))).toBe("section_depth");
  });

  it("carries paths down when a section above is moved or renamed, and takes none from us", async () => {
    const [a, other] = [await section(), await section()];
    const b = await section({ parentId: a.id, path: "made/up" });
    const c = await section({ parentId: b.id });
    const pathOf = async (id: string) => (await house.db.section.findUniqueOrThrow({ where: { id } })).path;
    expect(await pathOf(c.id)).toBe([a.slug, b.slug, c.slug].join("/"));
    await house.db.section.update({ where: { id: a.id }, data: { slug: `${a.slug}-x`, parentId: other.id } });
    expect(await pathOf(c.id)).toBe([other.slug, `${a.slug}-x`, b.slug, c.slug].join("/"));
    await house.db.section.update({ where: { id: c.id }, data: { path: "made/up" } });
    expect(await pathOf(c.id)).toBe([other.slug, `${a.slug}-x`, b.slug, c.slug].join("/"));
  });

  it("gives each place among siblings once, and each path once", async () => {
    const { parentId, position, slug } = await section();
    expect(await refusal(() => section({ parentId, position }))).toBe("section_parent_id_position_key");
    expect(await refusal(() => section({ slug }))).toBe("section_path_key");
    expect(await refusal(() => section({ slug: "Not a slug" }))).toBe("section_slug_spelled");
    expect(await refusal(() => section({ name: "" }))).toBe("section_name_clean");
  });

  it("keeps a section that holds others or articles", async () => {
    const { sectionId } = await bareArticle(house.db);
    expect(await refusal(() => house.db.section.delete({ where: { id: sectionId } }))).toBe("article_section_id_fkey");
  });
});

describe("an article's dates and states", () => {
  const update = ({ id }: Ids, data: Prisma.ArticleUncheckedUpdateInput) =>
    refusal(() => house.db.article.update({ where: { id }, data }));
  const aReadable = async (since: Date) => {
    const ids = await bareArticle(house.db);
    await house.db.article.update({ where: { id: ids.id }, data: readable(ids.revisionId, since) });
    return ids;
  };

  it("never change the first publication once it is past", async () => {
    const past = await aReadable(yesterday);
    const rule = "article_first_publication_stays";
    expect(await update(past, { firstPublishedAt: tomorrow })).toBe(rule);
    expect(await update(past, { firstPublishedAt: null })).toBe(rule);
    expect(await update(past, { pathDate: tomorrow })).toBe(rule);
    expect(await update(past, { publishedAt: tomorrow, updatedAt: tomorrow })).toBe("nothing");
  });

  it("let the first publication move while it is still ahead", async () => {
    const ahead = await aReadable(tomorrow);
    expect(await update(ahead, { firstPublishedAt: new Date(tomorrow.getTime() + 60_000) })).toBe("nothing");
  });

  it("are whole: what readers may see has its revision and dates, what they may not has none", async () => {
    const draft = await bareArticle(house.db);
    expect(await update(draft, { state: "PUBLISHED" })).toBe("article_readable_is_whole");
    expect(await update(draft, { liveRevisionId: draft.revisionId })).toBe("article_unread_is_bare");
    expect(await update(draft, { publishedAt: yesterday })).toBe("article_unread_is_bare");
    expect(await update(draft, { nextAt: tomorrow })).toBe("article_next_is_whole");
    const read = await aReadable(yesterday);
    expect(await update(read, { state: "DRAFT" })).toBe("article_unread_is_bare");
    expect(await update(read, { expiresAt: new Date(yesterday.getTime() - 1) })).toBe(
      "article_expires_after_publication",
    );
  });

  it("only let the version grow", async () => {
    const draft = await bareArticle(house.db);
    expect(await update(draft, { version: 5 })).toBe("nothing");
    expect(await update(draft, { version: 4 })).toBe("article_version_grows");
  });

  it("never list its main section as a secondary one", async () => {
    const ids = await bareArticle(house.db);
    const articleId = ids.id;
    const rule = "article_section_is_secondary";
    expect(await refusal(() => house.db.articleSection.create({ data: { articleId, sectionId: ids.sectionId } }))).toBe(
      rule,
    );
    const sectionId = await bareSection(house.db);
    await house.db.articleSection.create({ data: { articleId, sectionId } });
    expect(await update(ids, { sectionId })).toBe(rule);
  });
});

describe("an article's pointers", () => {
  it.each(["headRevisionId", "liveRevisionId", "nextRevisionId"] as const)(
    "never lead to another article's revision: %s",
    async (pointer) => {
      const [mine, other] = [await bareArticle(house.db), await bareArticle(house.db)];
      const data = { ...readable(mine.revisionId, yesterday), nextAt: tomorrow, nextRevisionId: mine.revisionId };
      const foreign = { ...data, [pointer]: other.revisionId };
      const column = pointer.replace("RevisionId", "");
      const rule = `article_${column}_revision_id_id_fkey`;
      expect(await refusal(() => house.db.article.update({ where: { id: mine.id }, data: foreign }))).toBe(rule);
      expect(await refusal(() => house.db.article.update({ where: { id: mine.id }, data }))).toBe("nothing");
    },
  );

  it("never name a slug that is or was another's", async () => {
    const [mine, other] = [await bareArticle(house.db), await bareArticle(house.db)];
    const slug = `past-${newId()}`;
    await house.db.articleSlug.create({ data: { slug, articleId: other.id } });
    const take = () => house.db.article.update({ where: { id: mine.id }, data: { slug } });
    expect(await refusal(take)).toBe("article_slug_id_fkey");
    expect(mapDatabaseError(await take().catch((error: unknown) => error))).toMatchObject({ code: "SLUG_TAKEN" });
    const claim = () => house.db.articleSlug.create({ data: { slug, articleId: mine.id } });
    expect(await refusal(claim)).toBe("article_slug_pkey");
    expect(mapDatabaseError(await claim().catch((error: unknown) => error))).toMatchObject({ code: "SLUG_TAKEN" });
  });
});

describe("a revision", () => {
  it("is never changed, removed or truncated", async () => {
    const { revisionId: id } = await bareArticle(house.db);
    const { db } = house;
    expect(await refusal(() => db.revision.update({ where: { id }, data: { headline: "Other" } }))).toBe(
      "revision_unchanged",
    );
    expect(await refusal(() => db.revision.delete({ where: { id } }))).toBe("revision_kept");
    expect(await refusal(() => db.$executeRaw`TRUNCATE revision CASCADE`)).toBe("revision_not_truncated");
  });

  it("may go as an autosave, but only while no pointer holds it", async () => {
    const ids = await bareArticle(house.db);
    const [loose, held] = [newId(), newId()];
    await house.db.$transaction((tx) => bareRevision(tx, { id: ids.id, revisionId: loose }, 2, "AUTOSAVE"));
    await house.db.$transaction((tx) => bareRevision(tx, { id: ids.id, revisionId: held }, 3, "AUTOSAVE"));
    await house.db.article.update({ where: { id: ids.id }, data: { headRevisionId: held } });
    expect(await refusal(() => house.db.revision.delete({ where: { id: loose } }))).toBe("nothing");
    expect(await refusal(() => house.db.revision.delete({ where: { id: held } }))).toBe(
      "article_head_revision_id_id_fkey",
    );
  });

  it("has its children written with it, and keeps them as they are", async () => {
    const { db } = house;
    const topic = await db.topic.create({ data: { type: "KEYWORD", slug: `t-${newId()}`, name: "T" } });
    const { id: mediaId } = await db.media.create({ data: {} });
    const rows = ({ id, revisionId }: Ids) => ({
      byline: { revisionId, position: 0, nameAsWritten: "Nia Okoro" },
      placement: { revisionId, role: "LEAD" as const, position: 0, mediaId },
      link: { revisionId, articleId: id, position: 0, key: newId(), headline: "Teaser" },
      topic: { revisionId, topicId: topic.id, position: 0 },
    });
    const late = await bareArticle(house.db);
    const at = rows(late);
    expect(await refusal(() => db.byline.create({ data: at.byline }))).toBe("byline_with_revision");
    expect(await refusal(() => db.mediaPlacement.create({ data: at.placement }))).toBe("media_placement_with_revision");
    expect(await refusal(() => db.relatedLink.create({ data: at.link }))).toBe("related_link_with_revision");
    expect(await refusal(() => db.articleTopic.create({ data: at.topic }))).toBe("article_topic_with_revision");
    const { revisionId } = await bareArticle(house.db, {
      children: async (tx, ids) => {
        await tx.byline.create({ data: rows(ids).byline });
        await tx.mediaPlacement.create({ data: rows(ids).placement });
        await tx.relatedLink.create({ data: rows(ids).link });
        await tx.articleTopic.create({ data: rows(ids).topic });
      },
    });
    const where = { revisionId };
    expect(await refusal(() => db.byline.updateMany({ where, data: { position: 5 } }))).toBe("byline_unchanged");
    expect(await refusal(() => db.byline.deleteMany({ where }))).toBe("byline_kept");
    expect(await refusal(() => db.mediaPlacement.updateMany({ where, data: { position: 5 } }))).toBe(
      "media_placement_unchanged",
    );
    expect(await refusal(() => db.mediaPlacement.deleteMany({ where }))).toBe("media_placement_kept");
    expect(await refusal(() => db.relatedLink.updateMany({ where, data: { position: 5 } }))).toBe(
      "related_link_unchanged",
    );
    expect(await refusal(() => db.relatedLink.deleteMany({ where }))).toBe("related_link_kept");
    expect(await refusal(() => db.articleTopic.updateMany({ where, data: { position: 5 } }))).toBe(
      "article_topic_unchanged",
    );
    expect(await refusal(() => db.articleTopic.deleteMany({ where }))).toBe("article_topic_kept");
  });

  it("has clean words, a number from one and a list of blocks", async () => {
    const { id } = await bareArticle(house.db);
    const sound = { articleId: id, number: 2, headline: "H", blocks: [] as Prisma.InputJsonValue };
    const add = (data: Partial<Prisma.RevisionUncheckedCreateInput>) =>
      refusal(() => house.db.revision.create({ data: { ...sound, ...data } }));
    expect(await add({ headline: "" })).toBe("revision_headline_clean");
    expect(await add({ headline: "tab\there" })).toBe("revision_headline_clean");
    expect(await add({ standfirst: "e\u0301" })).toBe("revision_texts_clean");
    expect(await add({ number: 0 })).toBe("revision_number_from_one");
    expect(await add({ number: 1 })).toBe("revision_article_id_number_key");
    expect(await add({ language: "not a tag" })).toBe("revision_language_tag");
    expect(await add({ blocks: {} })).toBe("revision_blocks_are_a_list");
    expect(await add({})).toBe("nothing");
  });
});

describe("what is only ever added", () => {
  it("is the audit", async () => {
    const event = {
      actorKind: "SYSTEM",
      actorName: "x",
      door: "JOB",
      entityType: "article",
      entityId: newId(),
    } as const;
    const { id } = await house.db.auditEvent.create({ data: { ...event, action: "article:create" } });
    expect(await refusal(() => house.db.auditEvent.update({ where: { id }, data: { actorName: "y" } }))).toBe(
      "audit_event_unchanged",
    );
    expect(await refusal(() => house.db.auditEvent.delete({ where: { id } }))).toBe("audit_event_unchanged");
    expect(await refusal(() => house.db.$executeRaw`TRUNCATE audit_event, audit_link`)).toBe(
      "audit_event_not_truncated",
    );
    const unpublish = (reason?: string) =>
      refusal(() =>
        house.db.auditEvent.create({ data: { ...event, action: "article:unpublish", reason: reason ?? null } }),
      );
    expect(await unpublish()).toBe("audit_event_reason_given");
    expect(await unpublish("  ")).toBe("audit_event_reason_given");
    expect(await unpublish("Wrong picture")).toBe("nothing");
  });

  it("is the event log", async () => {
    const { seq } = await house.db.change.create({
      data: { boundary: "updated", entityType: "article", entityId: newId(), dueAt: yesterday },
    });
    expect(await refusal(() => house.db.change.update({ where: { seq }, data: { tombstone: true } }))).toBe(
      "change_unchanged",
    );
    expect(await refusal(() => house.db.change.delete({ where: { seq } }))).toBe("change_kept");
    expect(await refusal(() => house.db.$executeRaw`TRUNCATE change`)).toBe("change_not_truncated");
  });

  it("are corrections", async () => {
    const { id: articleId } = await bareArticle(house.db);
    const { id } = await house.db.correction.create({
      data: { articleId, kind: "CORRECTION", text: "The ferry left at noon.", publishedAt: yesterday },
    });
    expect(await refusal(() => house.db.correction.update({ where: { id }, data: { text: "x" } }))).toBe(
      "correction_unchanged",
    );
    expect(await refusal(() => house.db.correction.delete({ where: { id } }))).toBe("correction_unchanged");
    expect(await refusal(() => house.db.$executeRaw`TRUNCATE correction`)).toBe("correction_not_truncated");
  });
});

describe("other rules", () => {
  it("keep redirects folded, with one target, and out of loops", async () => {
    const add = (data: Partial<Prisma.RedirectUncheckedCreateInput>) =>
      refusal(() => house.db.redirect.create({ data: { fromPath: `/r-${newId()}`, origin: "MANUAL", ...data } }));
    expect(await add({ toPath: "/b" })).toBe("nothing");
    expect(await add({ fromPath: "/Upper", toPath: "/b" })).toBe("redirect_from_folded");
    expect(await add({ fromPath: "/slash/", toPath: "/b" })).toBe("redirect_from_folded");
    expect(await add({})).toBe("redirect_one_target");
    expect(await add({ status: 410, toPath: "/b" })).toBe("redirect_one_target");
    expect(await add({ status: 302, toPath: "/b" })).toBe("redirect_status_known");
    expect(await add({ fromPath: "/same", toPath: "/same" })).toBe("redirect_no_loop");
  });

  it("keep users' addresses folded, and keys as hashes", async () => {
    const user = (email: string) => house.db.user.create({ data: { email, displayName: "U", role: "EDITOR" } });
    expect(await refusal(() => user("Upper@news.example"))).toBe("app_user_email_folded");
    expect(await refusal(() => user("nobody"))).toBe("app_user_email_folded");
    const { id: userId } = await user("someone@news.example");
    const key = { userId, name: "k", keyPrefix: "dl_x", keyHash: "the key itself", scopes: [] };
    expect(await refusal(() => house.db.apiClient.create({ data: key }))).toBe("api_client_hash_is_sha256");
  });

  it("keep rails whole", async () => {
    const add = (data: Partial<Prisma.RailUncheckedCreateInput>) =>
      refusal(() =>
        house.db.rail.create({ data: { key: newId(), titleTemplate: "R", position: 0, fill: "SECTION", ...data } }),
      );
    expect(await add({ fill: "TOPIC_TYPE" })).toBe("rail_fill_is_whole");
    expect(await add({ topicType: "BLOG" })).toBe("rail_fill_is_whole");
    expect(await add({ minItems: 5, maxItems: 4 })).toBe("rail_sizes");
    expect(await add({})).toBe("nothing");
  });
});
