import type { Dice } from "./dice.ts";

const hour = 3_600_000;

/** The noon every newsroom is built around. */
export const noon = new Date("2026-03-10T12:00:00.000Z");

/** Some hours before (negative) or after noon. */
const hours = (many: number): Date => new Date(noon.getTime() + many * hour);

// Few different times: articles that share one show how ties are broken.
const past = [-240, -96, -48, -24, -24, -5, -2, -1];
const ahead = [1, 2, 5, 24, 24, 96];

/** A moment before noon. */
export const before = (dice: Dice): Date => hours(dice.pick(past));

/** A moment after noon. */
export const after = (dice: Dice): Date => hours(dice.pick(ahead));

/** A moment on either side of noon, or noon itself. */
export const whenever = (dice: Dice): Date => dice.pick([before(dice), after(dice), noon]);

/** The moments at which anything in a newsroom may change, each with the millisecond before and after. */
export const boundaries: readonly Date[] = [...new Set([...past, 0, ...ahead])].flatMap((many) =>
  [-1, 0, 1].map((step) => new Date(hours(many).getTime() + step)),
);
