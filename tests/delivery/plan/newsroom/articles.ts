import type { Media, Prisma, PrismaClient, Section } from "../../../../src/database/generated/client.ts";
import { newId } from "../../../../src/kernel/ids.ts";
import { plant, writeRevision, type Planted, type PlantedLink, type Seedling } from "../../../support/newspaper.ts";
import { bodyOf } from "./blocks.ts";
import { perhaps, type Dice } from "./dice.ts";
import { after, before, whenever } from "./moments.ts";
import type { People } from "./people.ts";

/** What articles are made from. */
export interface Stock {
  readonly sections: readonly Section[];
  readonly media: readonly Media[];
  readonly people: People;
}

const kinds = ["NEWS", "OPINION", "ANALYSIS", "LIVE", "GALLERY", "VIDEO"] as const;
const linkKinds = ["RELATED", "BACKGROUND", "TIMELINE", "EXPLAINER", "SOURCE"] as const;
const headlines = [
  "Harbour reopens",
  "Boats & storms",
  "The running mayor runs",
  "Über die Brücke",
  "Снова дождь",
  "港が再開",
];
const languages = ["en", "en-GB", "de", "ar", "he", "ru", "ja", "ar-Latn"];
const addresses = ["https://elsewhere.example/a", "https://elsewhere.example/dead", "http://other.example/b?c=1"];

function linksOf(dice: Dice, own: Planted, all: readonly Planted[]): readonly PlantedLink[] {
  const words = (always: boolean) => ({
    kind: dice.pick(linkKinds),
    headline: always || dice.chance(30) ? `Own words ${String(dice.roll(1e9))}` : null,
    summary: perhaps(dice, 30, () => "Own summary", null),
    heading: perhaps(dice, 30, () => "Read on", null),
  });
  const others = all.filter(({ id }) => id !== own.id);
  const inside = dice.some(others, 5).map(({ id }) => ({
    ...words(false),
    targetArticleId: id,
    reciprocal: dice.chance(50),
  }));
  const outside = dice.some(addresses, 2).map((url) => ({ ...words(true), url }));
  const teasers = Array.from({ length: dice.roll(2) }, () => words(true));
  const links = [...inside, ...outside, ...teasers].map((link) => ({ ...link, key: newId() }));
  return dice.chance(50) ? links : links.reverse();
}

function placements(dice: Dice, media: readonly Media[]): NonNullable<Seedling["media"]> {
  const words = () => ({
    captionOverride: perhaps(dice, 30, () => "In this place", null),
    altOverride: perhaps(dice, 30, () => dice.pick(["", "Here"]), null),
  });
  const place = (role: "LEAD" | "INLINE" | "GALLERY", position: number) => ({
    ...words(),
    ...{ role, position, mediaId: dice.pick(media).id },
  });
  const row = (role: "INLINE" | "GALLERY") =>
    Array.from({ length: dice.roll(3) }, (_, position) => place(role, position * (1 + dice.roll(2))));
  return [...(dice.chance(70) ? [place("LEAD", dice.roll(3))] : []), ...row("GALLERY"), ...row("INLINE")];
}

const bylineRoles = ["author", "contributor", "editor", "translator", "photographer", "additional"] as const;

function text(dice: Dice, own: Planted, all: readonly Planted[], { media, people }: Stock): Seedling {
  const links = linksOf(dice, own, all);
  const named = {
    media: media.map(({ id }) => id),
    articles: all.map(({ id }) => id),
    linkKeys: links.map(({ key }) => key ?? ""),
  };
  const words: Partial<Prisma.RevisionUncheckedCreateInput> = {
    blocks: bodyOf(dice, named, 9),
    language: dice.pick(languages),
    shortHeadline: perhaps(dice, 30, () => "In short", null),
    kicker: perhaps(dice, 30, () => "Harbour", null),
    standfirst: perhaps(dice, 60, () => "What it is about: boats.", null),
    datelinePlace: perhaps(dice, 30, () => "Hamburg", null),
    datelineRaw: perhaps(dice, 30, () => "HAMBURG (Reuters)", null),
  };
  const bylines = dice.some([...people.contributors, null], 4).map((contributor) => ({
    contributorId: contributor?.id ?? null,
    nameAsWritten: contributor?.displayName ?? "A guest",
    role: dice.pick(bylineRoles),
  }));
  const topics = dice.some(people.topics, 4).map(({ id }) => id);
  const headline = `${dice.pick(headlines)} ${String(dice.roll(50))}`;
  return { sectionId: own.sectionId, headline, words, links, topics, bylines, media: placements(dice, media) };
}

/** What an article's dates and state are, beyond being published at a moment. */
function factsOf(dice: Dice, publishedAt: Date): Partial<Prisma.ArticleUncheckedUpdateInput> {
  const state = dice.chance(75) ? "PUBLISHED" : dice.pick(["HELD", "UNPUBLISHED", "KILLED"] as const);
  const day = new Date(`${publishedAt.toISOString().slice(0, 10)}T00:00:00Z`);
  const lasts = new Date(publishedAt.getTime() + 3_600_000 * dice.pick([1, 2, 24, 48, 120]));
  return {
    state,
    kind: dice.pick(kinds),
    ...{ firstPublishedAt: publishedAt, publishedAt, pathDate: day },
    updatedAt: perhaps(dice, 40, () => before(dice), publishedAt),
    embargoUntil: perhaps(dice, 20, () => whenever(dice), null),
    embargoHold: dice.chance(5),
    expiresAt: perhaps(dice, 25, () => lasts, null),
    changedAt: whenever(dice),
  };
}

async function publish(db: PrismaClient, dice: Dice, own: Planted, all: readonly Planted[], stock: Stock) {
  const [live, next] = [newId(), newId()];
  const publishedAt = dice.chance(80) ? before(dice) : after(dice);
  const hasNext = dice.chance(35);
  await db.$transaction(async (tx) => {
    await writeRevision(tx, { ...own, revisionId: live }, text(dice, own, all, stock), 2);
    if (hasNext) await writeRevision(tx, { ...own, revisionId: next }, text(dice, own, all, stock), 3);
    const ahead = { nextRevisionId: next, nextAt: whenever(dice), nextIsMinor: dice.chance(40) };
    const facts = { ...factsOf(dice, publishedAt), ...(hasNext ? ahead : {}) };
    const head = hasNext ? next : live;
    await tx.article.update({
      where: { id: own.id },
      data: { ...facts, liveRevisionId: live, headRevisionId: head, version: 2 },
    });
  });
}

async function correct(db: PrismaClient, dice: Dice, articleId: string): Promise<void> {
  const kinds = ["CORRECTION", "CLARIFICATION", "UPDATE", "EDITORS_NOTE", "RETRACTION"] as const;
  const data = Array.from({ length: dice.roll(4) }, () => ({
    ...{ articleId, kind: dice.pick(kinds), text: "It was a barge.", publishedAt: whenever(dice) },
  }));
  await db.correction.createMany({ data });
}

/** Articles in every state the workflow and the clock know, linked in every direction. */
export async function plantArticles(db: PrismaClient, dice: Dice, stock: Stock, many: number) {
  const all: Planted[] = [];
  for (let index = 0; index < many; index += 1) {
    const section = dice.pick(stock.sections);
    const others = stock.sections.filter(({ id }) => id !== section.id);
    const slug = `article-${String(index)}`;
    all.push(
      await plant(db, {
        ...{ sectionId: section.id, slug, publishedAt: null },
        alsoIn: dice.some(others, 2).map(({ id }) => id),
        formerSlugs: dice.some([`${slug}-once`, `${slug}-before`], 2),
      }),
    );
  }
  for (const own of all) {
    if (dice.chance(92)) await publish(db, dice, own, all, stock);
    if (dice.chance(30)) await correct(db, dice, own.id);
  }
  await db.externalAddress.updateMany({ where: { url: { endsWith: "/dead" } }, data: { state: "DEAD" } });
  await hideSomeLinkBacks(db, dice);
  return all;
}

async function hideSomeLinkBacks(db: PrismaClient, dice: Dice): Promise<void> {
  const asking = await db.relatedLink.findMany({
    where: { reciprocal: true },
    distinct: ["articleId", "targetArticleId"],
    orderBy: [{ articleId: "asc" }, { targetArticleId: "asc" }],
  });
  const hidden = asking.filter(() => dice.chance(25));
  await db.hiddenLinkBack.createMany({
    data: hidden.map(({ articleId, targetArticleId }) => ({ articleId: targetArticleId ?? "", fromId: articleId })),
  });
}
