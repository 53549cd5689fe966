import { createHash } from "node:crypto";
import type { Prisma, PrismaClient } from "../../../src/database/generated/client.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { plant, writeRevision, type Planted, type Seedling } from "../../support/newspaper.ts";
import type { Canaries } from "./canaries.ts";

/** Words of a revision and everything that hangs on it, all of it canaries. */
export type Secret = Required<Pick<Seedling, "words" | "links" | "media" | "topics" | "bylines">> & {
  readonly headline: string;
};

/** Where secrets are written: the tables, the book of canaries, and ids that must not be told either. */
export interface Vault {
  readonly db: PrismaClient;
  readonly canaries: Canaries;
  /** Each with whose it is. */
  readonly ids: Map<string, string>;
}

/** A picture nobody may see the words of. */
export async function secretMedium({ db, canaries, ids }: Vault, name: string, state: "ACTIVE" | "KILLED" | "EXPIRED") {
  const word = (column: string): string => canaries.word(`${name}: media.${column}`);
  const key = word("storage_key");
  const file = { sha256: createHash("sha256").update(key).digest("hex"), bytes: 10, width: 4, height: 3 };
  const agency = await db.agency.create({
    data: {
      ...{ name: canaries.word(`${name}: agency.name`), kind: canaries.word(`${name}: agency.kind`) },
      country: canaries.word(`${name}: agency.country`),
      aliases: {
        create: {
          folded: canaries.word(`${name}: agency_alias.folded`),
          alias: canaries.word(`${name}: agency_alias.alias`),
        },
      },
    },
  });
  const medium = await db.media.create({
    data: {
      ...{ state, ...file, storageKey: `${key}.jpg`, mime: `image/${word("mime")}` },
      ...{
        alt: word("alt"),
        caption: word("caption"),
        creditLine: word("credit_line"),
        placeholder: word("placeholder"),
      },
      ...{
        sourceName: word("source_name"),
        copyrightNotice: word("copyright_notice"),
        usageTerms: word("usage_terms"),
      },
      ...{ instructions: word("instructions"), supplierRef: word("supplier_ref"), rightsClass: word("rights_class") },
      digitalSourceType: word("digital_source_type"),
      credits: {
        create: {
          ...{ position: 0, role: "agency", start: 0, end: 1, agencyId: agency.id },
          name: canaries.word(`${name}: media_credit.name`),
        },
      },
    },
  });
  ids.set(medium.id, name);
  return medium.id;
}

async function secretTopic({ db, canaries, ids }: Vault, name: string): Promise<string> {
  const word = (column: string): string => canaries.word(`${name}: topic.${column}`);
  const topic = await db.topic.create({
    data: {
      ...{ type: "EVENT", slug: word("slug"), name: word("name"), description: word("description") },
      schemeUri: `https://topics.example/${word("scheme_uri")}`,
    },
  });
  ids.set(topic.id, name);
  return topic.id;
}

async function secretContributor({ db, canaries, ids }: Vault, name: string): Promise<string> {
  const word = (column: string): string => canaries.word(`${name}: contributor.${column}`);
  const contributor = await db.contributor.create({
    data: {
      ...{ displayName: word("display_name"), sortName: word("sort_name"), slug: word("slug"), bio: word("bio") },
      email: `${word("email")}@private.example`,
    },
  });
  ids.set(contributor.id, name);
  return contributor.id;
}

/** Where a secret body may lead. */
export interface Leads {
  readonly articleId: string;
  readonly mediaId: string;
}

/** A body of blocks of every type, each text of it a canary. */
function secretBody({ canaries }: Vault, name: string, { articleId, mediaId }: Leads): Prisma.InputJsonValue {
  const word = (place: string): string => canaries.word(`${name}: revision.blocks ${place}`);
  const text = (place: string) => ({
    text: word(place),
    spans: [{ start: 0, end: 2, kind: "link", href: `https://elsewhere.example/${word(`${place} href`)}` }],
  });
  const blocks = [
    { type: "paragraph", ...text("paragraph") },
    { type: "heading", level: 2, ...text("heading") },
    { type: "list", ordered: false, items: [text("list")] },
    { type: "quote", ...text("quote"), attribution: word("attribution") },
    { type: "image", mediaId, alt: word("image alt"), caption: word("image caption") },
    { type: "gallery", mediaIds: [mediaId], caption: word("gallery caption") },
    { type: "embed", provider: word("provider"), url: `https://e.example/${word("url")}`, fallbackText: word("embed") },
    { type: "divider" },
    { type: "table", header: [text("head")], rows: [[text("cell")]], caption: word("table caption") },
    { type: "factBox", title: word("box title"), blocks: [{ id: "in", type: "paragraph", ...text("box") }] },
    { type: "relatedBox", title: word("related title"), items: [{ articleId }] },
    { type: "correctionNote", ...text("note"), date: "2026-03-09", kind: "UPDATE" },
    {
      type: "unknown",
      typeName: word("type name"),
      original: JSON.stringify(word("original")),
      fallbackText: word("fallback"),
    },
  ];
  return blocks.map((block, index) => ({ id: `${word("id")}-${String(index)}`, ...block }));
}

/** The words of a secret revision, and people, topics and pictures that stand nowhere else. */
async function secretText(vault: Vault, name: string, leadsTo: Omit<Leads, "mediaId">): Promise<Secret> {
  const { canaries } = vault;
  const word = (column: string): string => canaries.word(`${name}: revision.${column}`);
  const mediaId = await secretMedium(vault, name, "ACTIVE");
  const place = (role: "LEAD" | "INLINE" | "GALLERY") => ({
    ...{ role, position: 0, mediaId },
    altOverride: canaries.word(`${name}: media_placement.alt_override`),
    captionOverride: canaries.word(`${name}: media_placement.caption_override`),
  });
  const link = (rest: object) => ({
    headline: canaries.word(`${name}: related_link.headline`),
    summary: canaries.word(`${name}: related_link.summary`),
    heading: canaries.word(`${name}: related_link.heading`),
    ...rest,
  });
  return {
    headline: word("headline"),
    words: {
      ...{ shortHeadline: word("short_headline"), kicker: word("kicker"), standfirst: word("standfirst") },
      ...{
        datelinePlace: word("dateline_place"),
        datelineRaw: word("dateline_raw"),
        language: `en-${word("language")}`,
      },
      ...{ seoTitle: word("seo_title"), seoDescription: word("seo_description"), note: word("note") },
      blocks: secretBody(vault, name, { ...leadsTo, mediaId }),
    },
    links: [
      link({ targetArticleId: leadsTo.articleId, reciprocal: true }),
      link({ url: `https://secret.example/${canaries.word(`${name}: external_address.url`)}` }),
      link({}),
    ],
    media: [place("LEAD"), place("INLINE"), place("GALLERY")],
    topics: [await secretTopic(vault, name)],
    bylines: [
      {
        contributorId: await secretContributor(vault, name),
        nameAsWritten: canaries.word(`${name}: byline.name_as_written`),
      },
    ],
  };
}

/** Where a secret article stands and what is known of it. */
export type SecretFacts = Pick<Seedling, "sectionId" | "alsoIn" | "facts" | "publishedAt">;

/** Writes an article of which nothing may be told. */
export async function secretArticle(vault: Vault, name: string, given: SecretFacts, leadsTo: string): Promise<Planted> {
  const { canaries, ids, db } = vault;
  const slug = canaries.word(`${name}: article.slug`);
  const planted = await plant(db, {
    ...(await secretText(vault, name, { articleId: leadsTo })),
    ...{ ...given, slug, formerSlugs: [canaries.word(`${name}: article_slug.slug`)] },
    facts: {
      ...given.facts,
      embargoNote: canaries.word(`${name}: article.embargo_note`),
      stateNote: canaries.word(`${name}: article.state_note`),
      // Only what is killed has one.
      ...(given.facts?.state === "KILLED" && { legalNote: canaries.word(`${name}: article.legal_note`) }),
    },
  });
  ids.set(planted.id, name).set(planted.revisionId, name);
  await db.correction.create({
    data: {
      ...{ articleId: planted.id, kind: "CORRECTION", publishedAt: new Date(Date.now() - 60_000) },
      text: canaries.word(`${name}: correction.text`),
      internalReason: canaries.word(`${name}: correction.internal_reason`),
    },
  });
  return planted;
}

/** Writes a secret revision of a live article. Where it points is up to the caller. */
export async function secretRevision(vault: Vault, name: string, of: Planted, number: number, leadsTo: string) {
  const secret = await secretText(vault, name, { articleId: leadsTo });
  const revisionId = newId();
  vault.ids.set(revisionId, name);
  await vault.db.$transaction((tx) =>
    writeRevision(tx, { ...of, revisionId }, { sectionId: of.sectionId, ...secret }, number),
  );
  return revisionId;
}
