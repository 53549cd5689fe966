import type { Agency, Contributor, PrismaClient, Topic } from "../../../../src/database/generated/client.ts";
import { perhaps, type Dice } from "./dice.ts";

/** Who and what articles name. */
export interface People {
  readonly contributors: readonly Contributor[];
  readonly topics: readonly Topic[];
  readonly agencies: readonly Agency[];
}

const topicTypes = ["KEYWORD", "PERSON", "PLACE", "ORGANISATION", "EVENT", "SERIES", "BLOG"] as const;

/** Contributors of both kinds, topics of every type, agencies. */
export async function plantPeople(db: PrismaClient, dice: Dice): Promise<People> {
  const contributors = ["Nia Okoro", "Jürgen Weiß", "Harbour Press", "O'Brien-Łuka", "The Data Desk", "林 美玲"].map(
    (displayName, index) => ({
      displayName,
      kind: dice.chance(30) ? ("ORGANISATION" as const) : ("PERSON" as const),
      slug: `contributor-${String(index)}`,
      bio: perhaps(dice, 50, () => `${displayName} writes.`, null),
    }),
  );
  const topics = [...topicTypes, ...topicTypes].map((type, index) => ({
    type,
    slug: `topic-${String(index)}`,
    name: `Topic ${String(index)}`,
    description: perhaps(dice, 50, () => "A matter of weight.", null),
  }));
  const agencies = ["Reuters", "AFP", "Harbour Press Agency"].map((name) => ({ name, kind: "picture" }));
  return {
    contributors: await db.contributor.createManyAndReturn({ data: contributors }),
    topics: await db.topic.createManyAndReturn({ data: topics }),
    agencies: await db.agency.createManyAndReturn({ data: agencies }),
  };
}
