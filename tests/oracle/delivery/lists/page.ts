import { expectNone, type Fault } from "../../../../src/kernel/errors/index.ts";
import { placeOf, type Place } from "./cursor.ts";

/** What a client asks of a connection (Relay connections, https://relay.dev/graphql/connections.htm). */
export interface PageWish {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A wish that keeps the rules: so many from one end, between two places. */
export interface PageRange {
  readonly from: "start" | "end";
  readonly size: number;
  readonly after: Place | null;
  readonly before: Place | null;
}

/** The largest page, and the page nobody chose. */
const pageSizes = { largest: 100, usual: 20 } as const;

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

function sizeFaults({ first, last }: PageWish): readonly Fault[] {
  const both = isGiven(first) && isGiven(last) ? [{ path: ["last"], message: "cannot be combined with first" }] : [];
  const sizes = Object.entries({ first, last }).filter(
    ([, size]) => isGiven(size) && (size < 1 || size > pageSizes.largest),
  );
  const message = `must lie between 1 and ${String(pageSizes.largest)}`;
  return [...both, ...sizes.map(([name]) => ({ path: [name], message }))];
}

/** Checks a wish on a list. Throws INVALID_INPUT (sizes) and BAD_CURSOR. */
export function pageRange(list: string, wish: PageWish): PageRange {
  expectNone(sizeFaults(wish));
  return {
    from: isGiven(wish.last) ? "end" : "start",
    size: wish.last ?? wish.first ?? pageSizes.usual,
    after: isGiven(wish.after) ? placeOf(list, wish.after) : null,
    before: isGiven(wish.before) ? placeOf(list, wish.before) : null,
  };
}
