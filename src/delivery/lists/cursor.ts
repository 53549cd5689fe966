import { createHash } from "node:crypto";
import { DatelineError } from "../../kernel/errors/index.ts";
import { isId } from "../../kernel/ids.ts";

/** A place in a list of articles, between two of them: what the list is ordered by, and the id of one. */
export interface Place {
  /** Position in a ranked list; 0 in lists ordered by time alone. */
  readonly rank: number;
  readonly publishedAt: Date;
  readonly id: string;
}

const shape = /^(?<list>[0-9a-f]{12})\|(?:(?<rank>\d(?:[\d.e-]{0,24}))\|)?(?<time>-?\d{1,15})\|(?<id>[0-9a-f-]{36})$/;

/** Short name of a list, by everything that decides what is in it. */
const mark = (list: string): string => createHash("sha256").update(list).digest("hex").slice(0, 12);

/** Writes the cursors of articles in a list; they fit no other list. Opaque to clients. */
export function cursorsOf(list: string): (place: Place) => string {
  const known = mark(list);
  return ({ rank, publishedAt, id }) => {
    const ranked = rank === 0 ? "" : `${String(rank)}|`;
    return Buffer.from(`${known}|${ranked}${String(publishedAt.getTime())}|${id}`).toString("base64url");
  };
}

/** The years 1 to 9999, which every spelling of a moment has room for; in milliseconds since 1970. */
const [firstMoment, lastMoment] = [-62_135_596_800_000, 253_402_300_799_999];

/** The place a cursor stands for, in whatever list; null for what is no cursor. */
export function parseCursor(cursor: string | null | undefined): Place | null {
  const found = shape.exec(Buffer.from(cursor ?? "", "base64url").toString("latin1"))?.groups;
  if (found === undefined) return null;
  const place = {
    rank: Number(found["rank"] ?? 0),
    publishedAt: new Date(Number(found["time"])),
    id: found["id"] ?? "",
  };
  const time = place.publishedAt.getTime();
  const whole = time >= firstMoment && time <= lastMoment && isId(place.id) && !Number.isNaN(place.rank);
  return whole ? place : null;
}

/** Makes sure a cursor is one of this list. Throws BAD_CURSOR. */
export function expectCursor(list: string, cursor: string): void {
  const place = parseCursor(cursor);
  if (place === null || cursorsOf(list)(place) !== cursor) throw new DatelineError("BAD_CURSOR");
}
