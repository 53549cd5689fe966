import { beforeAll, describe, expect, it } from "@jest/globals";
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import type { Prisma } from "../../../src/database/generated/client.ts";
import { deliverySchema } from "../../../src/graphql/delivery/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aMedium, aSection } from "../../support/factories.ts";
import { anHourAgo, minutes, plant, type Planted, type Seedling } from "../../support/newspaper.ts";

const house = testDatabase();

/** Every way for an article to be none of the readers' business. All its words are canaries. */
const hiddenWays: Readonly<Record<string, Omit<Seedling, "sectionId">>> = {
  draft: { publishedAt: null },
  "in-review": { publishedAt: null, facts: { state: "IN_REVIEW" } },
  approved: { publishedAt: null, facts: { state: "APPROVED" } },
  spiked: { publishedAt: null, facts: { state: "SPIKED" } },
  scheduled: { publishedAt: minutes(60) },
  embargoed: { facts: { embargoUntil: minutes(60) } },
  "on-open-hold": { facts: { embargoHold: true } },
  held: { facts: { state: "HELD" } },
  expired: { facts: { expiresAt: minutes(-1) } },
  unpublished: { facts: { state: "UNPUBLISHED" } },
  killed: { facts: { state: "KILLED" } },
};

const canaryBlocks = [{ id: "c", type: "paragraph", text: "canary body", spans: [] }];
const canaryWords = {
  ...{ standfirst: "canary standfirst", kicker: "canary kicker", shortHeadline: "canary short" },
  ...{ seoTitle: "canary seo", note: "canary note", datelinePlace: "CANARY", blocks: canaryBlocks },
};

interface World {
  readonly live: Planted;
  readonly hidden: readonly Planted[];
  readonly sectionId: string;
}

const world: { it?: World } = {};
const here = (): World => world.it!;

/** Live articles tied in every way the model knows to hidden ones. */
async function build(): Promise<World> {
  const { db } = house;
  const { id: sectionId } = await aSection(db, { name: "Harbour" });
  const { id: otherId } = await aSection(db, { name: "Tides", parent: sectionId });
  const { id: topicId } = await db.topic.create({ data: { type: "BLOG", slug: "tide-watch", name: "Tide Watch" } });
  const contributor = await db.contributor.create({
    data: { displayName: "Ana Lum", slug: "ana-lum", email: "canary@news.example" },
  });
  const { id: mediaId } = await aMedium(db, { caption: "Boats" });
  await db.media.update({
    where: { id: mediaId },
    data: { instructions: "canary", usageTerms: "canary", supplierRef: "canary", sourceName: "canary" },
  });
  const { id: killedMedia } = await aMedium(db, { caption: "canary caption", creditLine: "Canary" });
  await db.media.update({ where: { id: killedMedia }, data: { state: "KILLED" } });
  const media = [
    { mediaId, role: "LEAD" as const, position: 0 },
    { mediaId: killedMedia, role: "INLINE" as const, position: 0, captionOverride: "canary override" },
  ];
  const shared = { topics: [topicId], media, bylines: [{ nameAsWritten: "Ana Lum", contributorId: contributor.id }] };
  const target = await plant(db, { sectionId, ...shared, headline: "A live target" });
  const hidden: Planted[] = [];
  for (const [way, seedling] of Object.entries(hiddenWays)) {
    const slug = `canary-${way}`;
    const links = [{ targetArticleId: target.id, reciprocal: true, headline: "canary link" }];
    const words = { words: canaryWords, headline: `Canary ${way}`, formerSlugs: [`canary-once-${way}`] };
    hidden.push(await plant(db, { sectionId, alsoIn: [otherId], ...shared, slug, links, ...words, ...seedling }));
  }
  const keys = hidden.map(() => newId());
  const items = [...hidden.map(({ id }) => ({ articleId: id })), ...keys.map((linkKey) => ({ linkKey }))];
  const box = { id: "box", type: "relatedBox", title: "canary box", items };
  const image = { id: "image", type: "image", mediaId: killedMedia, caption: "canary block" };
  const links = [
    ...hidden.map(({ id }, n) => ({ targetArticleId: id, key: keys[n]! })),
    { targetArticleId: target.id, reciprocal: true },
  ];
  const live = await plant(db, {
    ...{ sectionId, alsoIn: [otherId], ...shared, headline: "Live now", links },
    words: { blocks: [box, image], note: "canary note" },
    next: { headline: "Canary to come", ...canaryWords },
    facts: { nextAt: minutes(60), embargoNote: "canary" },
  });
  await plantOldWords(live);
  await plantAround(live, hidden, otherId);
  return { live, hidden, sectionId };
}

/** A superseded revision, and one that is only the newest. */
async function plantOldWords({ id }: Planted): Promise<void> {
  for (const number of [3, 4])
    await house.db.revision.create({ data: { articleId: id, number, headline: "Canary words", ...canaryWords } });
}

async function plantAround(live: Planted, hidden: readonly Planted[], sectionId: string): Promise<void> {
  const { db } = house;
  const note = { articleId: live.id, kind: "UPDATE" as const, internalReason: "canary" };
  await db.correction.createMany({
    data: [
      { ...note, text: "Put right.", publishedAt: anHourAgo },
      { ...note, text: "canary correction", publishedAt: minutes(60) },
    ],
  });
  const rails: Prisma.RailUncheckedCreateInput[] = [
    { key: "more", titleTemplate: "More from {section}", fill: "SECTION", position: 0 },
    { key: "blogs", titleTemplate: "Blogs", fill: "TOPIC_TYPE", topicType: "BLOG", position: 1 },
    { key: "newest", titleTemplate: "Newest", fill: "NEWEST", position: 2 },
    { key: "tides", titleTemplate: "{section}", fill: "SECTION", sectionId, position: 3 },
  ];
  // The database lets nobody pin what is killed.
  const killed = await db.article.findMany({ where: { state: "KILLED" }, select: { id: true } });
  const pinned = hidden.filter(({ id }) => !killed.some((one) => one.id === id));
  for (const rail of rails) {
    const { id: railId } = await db.rail.create({ data: rail });
    await db.railPin.createMany({ data: pinned.map(({ id }, position) => ({ railId, position, articleId: id })) });
  }
  const redirect = { origin: "MANUAL" as const };
  await db.redirect.createMany({
    data: hidden.flatMap(({ id, slug }, n) => [
      { ...redirect, fromPath: `/by-id-${n}`, toArticleId: id },
      { ...redirect, fromPath: `/by-path-${n}`, toPath: `/harbour/2026/01/01/${slug}` },
    ]),
  });
}

/** All fields of a type and of all it leads to, so many levels deep, each under a name of its own. */
function everything(schema: GraphQLSchema, type: GraphQLNamedType, levels: number): string {
  if (isUnionType(type) || isInterfaceType(type)) {
    const parts = schema.getPossibleTypes(type).map((one) => `... on ${one.name} ${everything(schema, one, levels)}`);
    return `{ __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(type)) throw new Error(`${type.name} has no fields.`);
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(named)) return [`${type.name}_${field.name}: ${field.name}`];
    return levels === 0 ? [] : [`${type.name}_${field.name}: ${field.name} ${everything(schema, named, levels - 1)}`];
  });
  return `{ __typename ${fields.join(" ")} }`;
}

const textOf = (answer: unknown): string => JSON.stringify(answer).toLowerCase();
const global = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString("base64url");

beforeAll(async () => {
  world.it = await build();
}, 60_000);

describe("The public schema", () => {
  const roots = {
    "an article": () => [`article(by: { id: "${here().live.id}" })`, "Article", 5],
    "a section": () => [`section(by: { id: "${here().sectionId}" })`, "Section", 5],
    "the sections": () => ["sections", "Section", 5],
    "the corrections": () => ["corrections", "CorrectionConnection", 4],
    "a path": () => [`resolve(path: "/${here().live.slug}-no")`, "Resolution", 5],
    "a node": () => [`node(id: "${global("Article", here().live.id)}")`, "Node", 5],
  } as const;

  it.each(Object.keys(roots) as (keyof typeof roots)[])(
    "leads from %s to nothing readers may not see",
    async (root) => {
      const [field, type, levels] = roots[root]();
      const schema = await deliverySchema();
      const named = schema.getType(String(type))!;
      const answer = await read(house, `{ it: ${String(field)} ${everything(schema, named, Number(levels))} }`);
      const text = textOf(answer);
      // The whole answer is long: only what stands around a leak is shown.
      expect(/.{0,200}canary.{0,100}/.exec(text)?.[0]).toBeUndefined();
      expect(text.includes("live now")).toBe(root !== "a path");
    },
  );

  it("finds no hidden article by id, slug, former slug or path", async () => {
    for (const { id, slug } of here().hidden) {
      const once = slug.replace("canary-", "canary-once-");
      const query = `{ a: article(by: { id: "${id}" }) { headline } b: article(by: { slug: "${slug}" }) { headline }
        c: article(by: { slug: "${once}" }) { headline } d: article(by: { path: "/x/${slug}" }) { headline }
        e: article(by: { id: "${global("Article", id)}" }) { headline } f: node(id: "${global("Article", id)}") { id } }`;
      expect(await read(house, query)).toEqual({ a: null, b: null, c: null, d: null, e: null, f: null });
    }
  });

  it("tells of a hidden article's path no more than gone, and that only of what was seen", async () => {
    const seen = ["canary-expired", "canary-unpublished", "canary-killed"];
    const query = "query ($path: String!) { resolve(path: $path) { __typename ... on Redirect { to } } }";
    for (const [n, { id, slug }] of here().hidden.entries()) {
      const expected = { resolve: seen.includes(slug) ? { __typename: "Gone" } : null };
      for (const path of [
        `/${slug}`,
        `/a/b/${slug}`,
        `/${slug.replace("canary-", "canary-once-")}`,
        `/${id}`,
        `/by-id-${n}`,
        `/by-path-${n}`,
      ])
        expect([path, await read(house, query, { path })]).toEqual([path, expected]);
    }
  });

  it("counts, pages and rails as if hidden articles did not exist", async () => {
    const { section } = await read<{ section: { articles: { totalCount: number; pageInfo: object } } }>(
      house,
      `{ section(by: { id: "${here().sectionId}" }) { articles(first: 2) { totalCount pageInfo { hasNextPage } } } }`,
    );
    expect(section.articles).toEqual({ totalCount: 2, pageInfo: { hasNextPage: false } });
  });

  it("has only the types that are meant for readers", async () => {
    const schema = await deliverySchema();
    const types = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith("__"));
    expect(types.sort()).toMatchSnapshot();
    expect(schema.getMutationType()).toBeUndefined();
    expect(schema.getSubscriptionType()).toBeUndefined();
  });
});
