import { newId } from "../../../../src/kernel/ids.ts";
import { perhaps, type Dice } from "./dice.ts";

/** What the blocks of a body may name. */
export interface Nameable {
  readonly media: readonly string[];
  readonly articles: readonly string[];
  readonly linkKeys: readonly string[];
}

type Make = (dice: Dice, named: Nameable) => Readonly<Record<string, unknown>>;

const words = (dice: Dice): { readonly text: string; readonly spans: readonly object[] } => ({
  text: dice.pick([
    "The harbour opened today.",
    "Nobody <knows> why & how.",
    "1\u00A0000 boats\nand 🐟 fish",
    "Да, конечно",
  ]),
  spans: dice.some(
    [
      { start: 0, end: 2, kind: "strong" },
      { start: 4, end: 6, kind: "link", href: "https://elsewhere.example/?a=1&b=2" },
      { start: 7, end: 9, kind: "em" },
    ],
    2,
  ),
});

// Ids nothing bears, and what is no id at all.
const orDangling = (dice: Dice, ids: readonly string[]): string =>
  dice.chance(15) || ids.length === 0 ? newId() : dice.pick(ids);

const many = <Thing>(dice: Dice, most: number, make: () => Thing): Thing[] =>
  Array.from({ length: 1 + dice.roll(most) }, make);

const item = (dice: Dice, { linkKeys, articles }: Nameable): object =>
  dice.chance(50) ? { linkKey: orDangling(dice, linkKeys) } : { articleId: orDangling(dice, articles) };

const image: Make = (dice, { media }) => ({
  type: "image",
  ...(dice.chance(50) ? { mediaId: orDangling(dice, media) } : { placement: dice.roll(4) }),
  ...perhaps(dice, 30, () => ({ alt: dice.pick(["", "Said here"]) }), {}),
  ...perhaps(dice, 30, () => ({ caption: "Said <here>" }), {}),
});

/** How a block of each type is made; the last ones fit no rule, or only that of blocks from elsewhere. */
const makes: readonly Make[] = [
  (dice) => ({ type: "paragraph", ...words(dice) }),
  (dice) => ({ type: "heading", level: dice.pick([2, 3, 4]), text: "In short", spans: [] }),
  (dice) => ({ type: "list", ordered: dice.chance(50), items: many(dice, 3, () => words(dice)) }),
  (dice) => ({ type: "quote", ...words(dice), ...perhaps(dice, 50, () => ({ attribution: "A sailor" }), {}) }),
  image,
  image,
  (dice, { media }) => ({
    type: "gallery",
    mediaIds: many(dice, 4, () => orDangling(dice, media)),
    ...perhaps(dice, 50, () => ({ caption: "Several" }), {}),
  }),
  () => ({ type: "embed", provider: "Tube", url: "https://tube.example/1", fallbackText: "A film." }),
  () => ({ type: "divider" }),
  (dice) => ({ type: "table", header: [words(dice)], rows: many(dice, 2, () => [words(dice)]), caption: "Figures" }),
  (dice) => ({
    type: "factBox",
    title: "Facts",
    blocks: [
      { id: `in-${String(dice.roll(1e9))}`, type: "paragraph", ...words(dice) },
      { id: `in-${String(dice.roll(1e9))}`, type: "list", ordered: true, items: [words(dice)] },
    ],
  }),
  (dice, named) => ({ type: "relatedBox", title: "More", items: many(dice, 4, () => item(dice, named)) }),
  (dice, named) => ({ type: "relatedBox", title: "Also", items: many(dice, 2, () => item(dice, named)) }),
  (dice) => ({ type: "correctionNote", ...words(dice), date: "2026-03-09", kind: dice.pick(["UPDATE", "RETRACTION"]) }),
  () => ({ type: "unknown", typeName: "poll", original: '{"q":1}', fallbackText: "A poll." }),
];

const broken: readonly Make[] = [
  () => ({ type: "carousel", pictures: 3 }),
  () => ({ type: "paragraph", text: "Without spans" }),
  (_dice, { media }) => ({ type: "image", mediaId: media[0]?.toUpperCase() }),
  (_dice, { media }) => ({ type: "gallery", mediaIds: ["no-id", media[0]] }),
];

/** A body of up to so many blocks, of every type there is; some bodies hold what no rule of today knows. */
export function bodyOf(dice: Dice, named: Nameable, most: number): readonly object[] {
  const sound = Array.from({ length: dice.roll(most + 1) }, () => dice.pick(makes));
  const all = dice.chance(20) ? [...sound, dice.pick(broken)] : sound;
  return all.map((make, index) => ({ id: `b${String(index)}`, ...make(dice, named) }));
}
