import { expectNone, type Fault } from "../../kernel/errors/index.ts";
import { expectCursor } from "./cursor.ts";

/** What a client asks of a connection (Relay connections, https://relay.dev/graphql/connections.htm). */
export interface PageWish {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A wish that keeps the rules: so many from one end. */
export interface PageRange {
  readonly from: "start" | "end";
  readonly size: number;
}

/** The largest page, and the page nobody chose. */
const pageSizes = { largest: 100, usual: 20 } as const;

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** Which end a wish begins at. */
export const endOf = ({ last }: PageWish): PageRange["from"] => (isGiven(last) ? "end" : "start");

/** How many a wish asks for, however wrong that is: for what it would cost. */
export const wishedSize = ({ first, last }: PageWish): number => {
  const sizes = [first, last].filter(isGiven).map(Math.abs);
  return sizes.length === 0 ? pageSizes.usual : Math.max(...sizes);
};

/** How many rows to fetch for a wish; one more than asked for tells whether the list goes on, where that is wanted. */
export const fetchedSize = (wish: PageWish, goesOn: boolean): number =>
  Math.min(wishedSize(wish), pageSizes.largest) + (goesOn ? 1 : 0);

/** Which cursors a wish brings. */
export const cursorsIn = ({ after, before }: PageWish): string =>
  (isGiven(after) ? "after" : "") + (isGiven(before) ? "before" : "");

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
  for (const cursor of [wish.after, wish.before]) if (isGiven(cursor)) expectCursor(list, cursor);
  return { from: endOf(wish), size: wish.last ?? wish.first ?? pageSizes.usual };
}
