import type { PrismaClient, Section } from "../../../../src/database/generated/client.ts";
import { perhaps, type Dice } from "./dice.ts";

const names = ["News", "World", "Europe", "Politics", "Sport", "Culture $& {section}", "Harbour", "Opinion", "Weather"];

/** A tree of sections, at most four levels deep; some stand in no list, and so may whole branches below them. */
export async function plantSections(db: PrismaClient, dice: Dice): Promise<readonly Section[]> {
  const planted: Section[] = [];
  for (const [index, name] of names.entries()) {
    const shallow = planted.filter(({ path }) => path.split("/").length < 4);
    const above = index < 2 || dice.chance(25) ? null : dice.pick(shallow);
    const section = await db.section.create({
      data: {
        parentId: above?.id ?? null,
        slug: `${name.toLowerCase().split(" ")[0] ?? ""}-${String(index)}`,
        name,
        description: perhaps(dice, 50, () => `All about ${name}.`, null),
        // Lower positions come later, so that order is not order of birth.
        position: names.length - index,
        visible: !dice.chance(20),
      },
    });
    planted.push(section);
  }
  return planted;
}
