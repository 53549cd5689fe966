import { createHash } from "node:crypto";
import { DatelineError } from "../../../../src/kernel/errors/index.ts";
import { isId } from "../../../../src/kernel/ids.ts";

/** A place in a list of articles, between two of them: the publication time and id of one. */
export interface Place {
  readonly publishedAt: Date;
  readonly id: string;
}

const shape = /^(?<list>[0-9a-f]{12})\|(?<time>-?\d{1,15})\|(?<id>[0-9a-f-]{36})$/;

/** Short name of a list, by everything that decides what is in it. */
const mark = (list: string): string => createHash("sha256").update(list).digest("hex").slice(0, 12);

/** The cursor of an article in a list; it fits no other list. Opaque to clients. */
export const cursorOf = (list: string, { publishedAt, id }: Place): string =>
  Buffer.from(`${mark(list)}|${String(publishedAt.getTime())}|${id}`).toString("base64url");

/** The place a cursor stands for. Throws BAD_CURSOR for what is no cursor of this list. */
export function placeOf(list: string, cursor: string): Place {
  const found = shape.exec(Buffer.from(cursor, "base64url").toString("latin1"))?.groups;
  const [time, id] = [Number(found?.["time"]), found?.["id"] ?? ""];
  const place = { publishedAt: new Date(time), id };
  const whole = !Number.isNaN(place.publishedAt.getTime()) && isId(id) && cursorOf(list, place) === cursor;
  if (!whole) throw new DatelineError("BAD_CURSOR");
  return place;
}
