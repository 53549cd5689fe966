import { newId } from "../../../src/kernel/ids.ts";
import { plant } from "../../support/newspaper.ts";
import type { Act } from "./at-once.ts";
import { change, revise } from "./hands.ts";

/** What is written now and seen when the clock reaches a moment. */
export const ahead: Readonly<Record<string, (due: Date) => Act>> = {
  "a scheduled publication":
    (due) =>
    (tx, shown, { sections }) =>
      plant(tx as never, {
        sectionId: sections[1]!.id,
        slug: `due-${newId()}`,
        publishedAt: due,
        links: [{ targetArticleId: shown[0].id, reciprocal: true }],
      }),
  "the end of an embargo":
    (due) =>
    (tx, shown, { sections }) =>
      plant(tx as never, {
        sectionId: sections[1]!.id,
        slug: `held-back-${newId()}`,
        facts: { embargoUntil: due },
        links: [{ targetArticleId: shown[0].id, reciprocal: true }],
      }),
  "an expiry": (due) => (tx, shown) => change(tx, shown[1]!.id, { expiresAt: due }),
  "a next revision": (due) => (tx, shown) =>
    revise(
      tx,
      shown[2]!,
      { headline: "What comes next", links: [{ targetArticleId: shown[0].id, reciprocal: true }] },
      due,
    ),
  "a correction": (due) => (tx, shown) =>
    tx.correction.create({ data: { articleId: shown[0].id, kind: "UPDATE", text: "Later.", publishedAt: due } }),
  "a pin that begins": (due) => async (tx, shown) => {
    const { id } = await tx.rail.findFirstOrThrow({ where: { fill: "NONE" } });
    await tx.railPin.create({ data: { railId: id, position: 7, articleId: shown[0].id, pinnedFrom: due } });
  },
  "a pin that ends": (due) => async (tx, shown) => {
    const { id } = await tx.rail.findFirstOrThrow({ where: { fill: "NONE" } });
    await tx.railPin.create({ data: { railId: id, position: 8, articleId: shown[3]!.id, pinnedUntil: due } });
  },
  "the end of a picture's rights":
    (due) =>
    async (tx, shown, { media }) => {
      const shot = media.at(-1)!;
      // On several articles: not every one has a screen that is asked for.
      for (const one of shown.slice(3, 12))
        await revise(tx, one, { headline: "Rights", media: [{ role: "LEAD", position: 0, mediaId: shot.id }] });
      await tx.media.update({ where: { id: shot.id }, data: { state: "ACTIVE", kind: "IMAGE", rightsExpireAt: due } });
    },
};
