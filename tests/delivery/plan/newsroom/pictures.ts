import { createHash } from "node:crypto";
import type { CreditRole, Media, Prisma, PrismaClient } from "../../../../src/database/generated/client.ts";
import { perhaps, type Dice } from "./dice.ts";
import { whenever } from "./moments.ts";
import type { People } from "./people.ts";

const sources = [
  "trainedAlgorithmicMedia",
  "http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic",
  "digsrctype:compositeWithTrainedAlgorithmicMedia",
  "digitalCapture",
];
const roles: readonly CreditRole[] = ["photographer", "agency", "pool", "handout", "licence", "copyrightYear"];

function file(dice: Dice, index: number): Partial<Prisma.MediaCreateManyInput> {
  if (dice.chance(25)) return {};
  const sha256 = createHash("sha256").update(String(index)).digest("hex");
  const size = { width: 640 + index, height: 480 };
  return { sha256, mime: "image/jpeg", bytes: 4_000, storageKey: `${sha256.slice(0, 12)}.jpg`, ...size };
}

function medium(dice: Dice, index: number): Prisma.MediaCreateManyInput {
  return {
    ...file(dice, index),
    kind: dice.chance(80) ? "IMAGE" : dice.pick(["VIDEO", "AUDIO", "DOCUMENT"]),
    state: dice.chance(80) ? "ACTIVE" : dice.pick(["KILLED", "EXPIRED"]),
    alt: perhaps(dice, 70, () => `Boats ${String(index)} <in> "the" harbour`, null),
    decorative: dice.chance(20),
    caption: perhaps(dice, 60, () => `Caption & words ${String(index)}`, null),
    creditLine: perhaps(dice, 70, () => "Nia Okoro/ Reuters", ""),
    rightsExpireAt: perhaps(dice, 40, () => whenever(dice), null),
    digitalSourceType: perhaps(dice, 40, () => dice.pick(sources), null),
  };
}

/** Media with and without a file, of every kind and state, with their rights and the parts of their credits. */
export async function plantPictures(db: PrismaClient, dice: Dice, { agencies }: People): Promise<readonly Media[]> {
  const media = await db.media.createManyAndReturn({
    data: Array.from({ length: 24 }, (_, index) => medium(dice, index)),
  });
  const parts = media.flatMap(({ id }) =>
    Array.from({ length: dice.roll(4) }, (_, position) => ({
      mediaId: id,
      position: position * 2,
      role: dice.pick(roles),
      name: `Part ${String(position)}`,
      start: position,
      end: position + 1,
      agencyId: perhaps(dice, 50, () => dice.pick(agencies).id, null),
    })),
  );
  await db.mediaCredit.createMany({ data: parts });
  return media;
}
