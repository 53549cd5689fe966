import { randomBytes } from "node:crypto";
import type { Db } from "../../database/db.ts";
import type { Article, Prisma, PreviewToken, User } from "../../database/generated/client.ts";
import type { IdRange } from "../names.ts";

/** A preview as the desk shows it: what of it is kept, never the token itself. */
export type PreviewRecord = PreviewToken & {
  readonly article: Pick<Article, "slug">;
  readonly createdBy: Pick<User, "email" | "displayName"> | null;
};

/** What a token is proven against, with the article as it stands at this moment. */
export type PreviewProof = PreviewToken & {
  readonly article: Article;
  readonly createdBy: Pick<User, "disabledAt"> | null;
};

const handful = 10;
const mostListed = 500;
const shown = {
  include: { article: { select: { slug: true } }, createdBy: { select: { email: true, displayName: true } } },
} as const;

/** Writes a new preview. */
export const insertPreview = (db: Db, data: Prisma.PreviewTokenUncheckedCreateInput): Promise<PreviewRecord> =>
  db.previewToken.create({ data, ...shown });

/** Previews of one article or of all, the newest first; with `at`, only those that still open something then. */
export const previewsOf = (db: Db, articleId: string | undefined, at: Date | null): Promise<PreviewRecord[]> =>
  db.previewToken.findMany({
    where: {
      ...(articleId !== undefined && { articleId }),
      ...(at !== null && {
        revokedAt: null,
        expiresAt: { gt: at },
        OR: [{ createdById: null }, { createdBy: { disabledAt: null } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostListed,
    ...shown,
  });

/** A preview by id, or null. */
export const previewById = (db: Db, id: string): Promise<PreviewRecord | null> =>
  db.previewToken.findUnique({ where: { id }, ...shown });

/** Previews whose ids lie in a range. */
export const previewsByIdRange = (db: Db, id: IdRange): Promise<PreviewRecord[]> =>
  db.previewToken.findMany({ where: { id: { ...id } }, take: handful, ...shown });

/** Ends a preview at a moment. */
export const endPreview = (db: Db, id: string, revokedAt: Date): Promise<PreviewRecord> =>
  db.previewToken.update({ where: { id }, data: { revokedAt }, ...shown });

/** What a token is proven against, by its id; null when there is none. */
export const previewProof = (db: Db, id: string): Promise<PreviewProof | null> =>
  db.previewToken.findUnique({
    where: { id },
    include: { article: true, createdBy: { select: { disabledAt: true } } },
  });

/** Notes that a preview was used. */
export async function noteUse(db: Db, id: string, lastUsedAt: Date): Promise<void> {
  await db.previewToken.updateMany({ where: { id }, data: { lastUsedAt } });
}

/** The secret previews are signed with, or null while nobody has made a preview. */
export async function previewSecret(db: Db): Promise<Uint8Array | null> {
  return (await db.previewKey.findUnique({ where: { id: 1 } }))?.secret ?? null;
}

/** The secret previews are signed with; the first who asks makes it, and everybody gets the same. */
export async function ensurePreviewSecret(db: Db): Promise<Uint8Array> {
  const known = await previewSecret(db);
  if (known !== null) return known;
  const made = { id: 1, secret: Uint8Array.from(randomBytes(32)) };
  // Whoever comes second waits for the first to end, and then reads what that one wrote.
  await db.previewKey.createMany({ data: [made], skipDuplicates: true });
  return (await db.previewKey.findUniqueOrThrow({ where: { id: 1 } })).secret;
}
