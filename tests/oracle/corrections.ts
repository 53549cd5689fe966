import { createHash } from "node:crypto";
import { Prisma } from "../../src/database/generated/client.ts";
import type { CorrectionKind } from "../../src/database/generated/enums.ts";
import { liveSql } from "./live.ts";
import { DatelineError, expectNone } from "../../src/kernel/errors/index.ts";
import type { Correction } from "./delivery/articles/index.ts";
import { asked, momentOf, type Reader } from "./delivery/reader.ts";

/** Which corrections, and which page of them. */
export interface CorrectionsWish {
  readonly kind?: CorrectionKind | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

// Every public note under a live article, newest first, over the base tables' own live rule.
const notes = ({ db }: Reader, kind: CorrectionKind | null, at: Date): Promise<Correction[]> =>
  db.$queryRaw<Correction[]>`
    SELECT k.id::text AS id, k.article_id::text AS "articleId", k.kind::text AS kind, k.text, k.published_at AS "publishedAt"
    FROM correction k JOIN article a ON a.id = k.article_id
    WHERE k.published_at <= ${at} AND ${liveSql("a", at)}
      ${kind === null ? Prisma.empty : Prisma.sql`AND k.kind = ${kind}::correction_kind`}
    ORDER BY k.published_at DESC, k.id DESC`;

const mark = createHash("sha256").update("corrections").digest("hex").slice(0, 12);
const cursorOf = ({ publishedAt, id }: Pick<Correction, "publishedAt" | "id">): string =>
  Buffer.from(`${mark}|${String(publishedAt.getTime())}|${id}`).toString("base64url");

/** The place a cursor stands for. Throws BAD_CURSOR for what is no cursor of the list. */
function placeOf(cursor: string) {
  const [, time, id = ""] = Buffer.from(cursor, "base64url").toString("latin1").split("|");
  const place = { publishedAt: new Date(Number(time)), id };
  if (Number.isNaN(place.publishedAt.getTime()) || cursorOf(place) !== cursor) throw new DatelineError("BAD_CURSOR");
  return place;
}

/** A page of the public notes under live articles, newest first. Throws INVALID_INPUT and BAD_CURSOR. */
export async function correctionsListed(reader: Reader, { kind = null, first, after }: CorrectionsWish) {
  const wrong = typeof first === "number" && (first < 1 || first > 100);
  expectNone(wrong ? [{ path: ["first"], message: "must lie between 1 and 100" }] : []);
  const place = typeof after === "string" ? placeOf(after) : null;
  const at = await momentOf(reader);
  const all = await asked(() => notes(reader, kind, at));
  const behind = all.filter(({ publishedAt, id }) => {
    const later = publishedAt.getTime() - (place?.publishedAt.getTime() ?? Infinity);
    return later === 0 ? id < (place?.id ?? "") : later < 0;
  });
  const edges = behind.slice(0, first ?? 20).map((node) => ({ cursor: cursorOf(node), node }));
  const pageInfo = {
    hasNextPage: behind.length > edges.length,
    hasPreviousPage: place !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo };
}
