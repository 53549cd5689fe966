import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";
import type { AgencySeed } from "../../domain/credit/index.ts";
import type { OpenDesk } from "../desk.ts";
import type { IdRange } from "../names.ts";

const mediaParts = {
  credits: { orderBy: { position: "asc" }, include: { agency: true, contributor: true } },
} as const satisfies Prisma.MediaInclude;

/** A medium with the parts of its credit line, in reading order. */
export type MediaRecord = Prisma.MediaGetPayload<{ include: typeof mediaParts }>;
/** A part of a credit line before it is written. */
export type CreditRow = Omit<Prisma.MediaCreditCreateManyInput, "mediaId" | "position">;

const handful = 10;

/** A medium by id, or null. */
export const mediaById = (db: Db, id: string): Promise<MediaRecord | null> =>
  db.media.findUnique({ where: { id }, include: mediaParts });

/** Media whose ids lie in a range. */
export const mediaByIdRange = (db: Db, id: IdRange): Promise<MediaRecord[]> =>
  db.media.findMany({ where: { id: { ...id } }, take: handful, include: mediaParts });

/** The medium whose file is kept under a name, or media a supplier knows by it. */
export const mediaKnownAs = (db: Db, name: string): Promise<MediaRecord[]> =>
  db.media.findMany({
    where: { OR: [{ storageKey: name }, { supplierRef: name }] },
    take: handful,
    include: mediaParts,
  });

/** The medium with this very file, or null. */
export const mediaByHash = (db: Db, sha256: string): Promise<MediaRecord | null> =>
  db.media.findUnique({ where: { sha256 }, include: mediaParts });

/** A page of media, the newest first, with one more than asked for when there is more. */
export const mediaPage = (
  db: Db,
  { q, first, after }: { q?: string | undefined; first: number; after?: string | undefined },
): Promise<MediaRecord[]> =>
  db.media.findMany({
    where: q ? { OR: (["creditLine", "caption", "alt"] as const).map((field) => holds(field, q)) } : {},
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: first + 1,
    include: mediaParts,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });

const holds = (field: "creditLine" | "caption" | "alt", q: string): Prisma.MediaWhereInput => ({
  [field]: { contains: q, mode: "insensitive" },
});

/** Two desks that bring the same file at once take turns, so that it is stored once. */
export async function takeFileTurn(desk: OpenDesk, sha256: string): Promise<void> {
  await desk.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 1))`;
}

/** Writes a new medium. */
export async function insertMedia(db: Db, data: Prisma.MediaUncheckedCreateInput): Promise<void> {
  await db.media.create({ data });
}

/** Changes a medium, if it is still at the version seen (when one is named); says whether that was so. */
export async function updateMediaAt(
  desk: OpenDesk,
  seen: { readonly id: string; readonly version?: number | undefined },
  data: Prisma.MediaUncheckedUpdateManyInput,
): Promise<boolean> {
  const where = { id: seen.id, ...(seen.version !== undefined && { version: seen.version }) };
  const change = { ...data, version: { increment: 1 }, changedAt: desk.now() };
  return (await desk.db.media.updateMany({ where, data: change })).count === 1;
}

/** Puts the parts of a credit line in the place of those that stood there. */
export async function writeCredits(db: Db, mediaId: string, rows: readonly CreditRow[]): Promise<void> {
  await db.mediaCredit.deleteMany({ where: { mediaId } });
  await db.mediaCredit.createMany({ data: rows.map((row, position) => ({ ...row, mediaId, position })) });
}

/** The agencies the newsroom knows, with their ids and spellings. */
export async function knownAgencies(db: Db): Promise<readonly (AgencySeed & { readonly id: string })[]> {
  const rows = await db.agency.findMany({
    orderBy: { id: "asc" },
    include: { aliases: { orderBy: { folded: "asc" } } },
  });
  return rows.map(({ id, name, country, kind, leads, aliases }) => ({
    ...{ id, name, country, leads, kind: kind as AgencySeed["kind"] },
    aliases: aliases.map(({ alias }) => alias),
  }));
}

/** Whether a file belongs to a medium that has been killed. */
export const isKilledFile = async (db: Db, storageKey: string): Promise<boolean> =>
  (await db.media.count({ where: { storageKey, state: "KILLED" } })) > 0;
