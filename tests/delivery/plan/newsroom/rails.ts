import type { Prisma, PrismaClient } from "../../../../src/database/generated/client.ts";
import type { Planted } from "../../../support/newspaper.ts";
import type { Stock } from "./articles.ts";
import { perhaps, type Dice } from "./dice.ts";
import { before, after } from "./moments.ts";

const fills = ["NONE", "SECTION", "TOPIC", "TOPIC_TYPE", "NEWEST", "SECTION", "TOPIC_TYPE"] as const;

function rail(dice: Dice, position: number, { sections, people }: Stock): Prisma.RailCreateManyInput {
  const fill = fills[position % fills.length] ?? "NONE";
  const topic = dice.pick(people.topics);
  const minItems = dice.roll(4);
  return {
    key: `rail-${String(position)}`,
    titleTemplate: dice.pick(["More from {section}", "Blogs", "{section} and {section}"]),
    position,
    fill,
    sectionId: perhaps(dice, 40, () => dice.pick(sections).id, null),
    topicId: fill === "TOPIC" ? topic.id : null,
    topicType: fill === "TOPIC_TYPE" ? topic.type : null,
    ...{ minItems, maxItems: minItems + dice.roll(4), whenEmpty: dice.pick(["HIDE", "SHOW"] as const) },
  };
}

function pins(dice: Dice, railId: string, articles: readonly Planted[]): readonly Prisma.RailPinCreateManyInput[] {
  return dice.some(articles, 6).map(({ id }, position) => ({
    ...{ railId, articleId: id, position: position * 2 },
    pinnedFrom: perhaps(dice, 40, () => (dice.chance(70) ? before(dice) : null), null),
    pinnedUntil: perhaps(dice, 40, () => after(dice), null),
  }));
}

/** Rails of every filling, with pins that are valid, ahead and over, some of articles nobody may see. */
export async function plantRails(db: PrismaClient, dice: Dice, stock: Stock, articles: readonly Planted[]) {
  const data = fills.map((_, position) => rail(dice, position, stock));
  const rails = await db.rail.createManyAndReturn({ data });
  // The database lets nobody pin what is killed.
  const killed = await db.article.findMany({ where: { state: "KILLED" }, select: { id: true } });
  const pinnable = articles.filter(({ id }) => !killed.some((one) => one.id === id));
  await db.railPin.createMany({ data: rails.flatMap(({ id }) => pins(dice, id, pinnable)) });
}
