import type { Db } from "../../database/db.ts";
import type { ApiClient, Prisma, Role } from "../../database/generated/client.ts";
import type { IdRange } from "../names.ts";

const place = {
  select: { section: { select: { id: true, path: true } } },
  orderBy: { section: { path: "asc" } },
} as const;
const limits = { sections: place } as const satisfies Prisma.UserInclude;

/** Somebody who works at the desk, with the sections their work is limited to. */
export type UserRecord = Prisma.UserGetPayload<{ include: typeof limits }>;
/** A token with its owner, as the desk may show it: never its hash. */
export type TokenRecord = Omit<ApiClient, "keyHash"> & { readonly user: UserRecord };
/** A token as it is proven: with its hash. */
export type TokenProof = ApiClient & { readonly user: UserRecord };

const handful = 10;
const shown = { omit: { keyHash: true }, include: { user: { include: limits } } } as const;

/** A user by id, or null. */
export const userById = (db: Db, id: string): Promise<UserRecord | null> =>
  db.user.findUnique({ where: { id }, include: limits });

/** Users whose ids lie in a range. */
export const usersByIdRange = (db: Db, id: IdRange): Promise<UserRecord[]> =>
  db.user.findMany({ where: { id: { ...id } }, orderBy: { email: "asc" }, include: limits, take: handful });

/** The user with an address in lower case, or null. */
export const userByEmail = (db: Db, email: string): Promise<UserRecord | null> =>
  db.user.findUnique({ where: { email }, include: limits });

/** Every user, by address. */
export const allUsers = (db: Db): Promise<UserRecord[]> =>
  db.user.findMany({ orderBy: { email: "asc" }, include: limits });

/** Writes a new user. */
export const insertUser = (db: Db, data: Prisma.UserUncheckedCreateInput): Promise<UserRecord> =>
  db.user.create({ data, include: limits });

/** Holds a user's row until the transaction ends; whoever only refers to it need not wait. */
export async function lockUser(db: Db, id: string): Promise<void> {
  await db.$queryRaw`SELECT id FROM app_user WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** Changes a user's own row. */
export async function updateUser(db: Db, id: string, data: Prisma.UserUncheckedUpdateInput): Promise<void> {
  await db.user.update({ where: { id }, data });
}

/** The sections a user's work is limited to, in place of those before. */
export async function writeLimits(db: Db, userId: string, sectionIds: readonly string[]): Promise<void> {
  await db.userSection.deleteMany({ where: { userId } });
  await db.userSection.createMany({ data: [...new Set(sectionIds)].map((sectionId) => ({ userId, sectionId })) });
}

/** What decides at this moment what somebody may do. */
export interface Standing {
  readonly displayName: string;
  readonly role: Role;
  readonly disabledAt: Date | null;
  readonly sectionIds: readonly string[];
}

/** How a user stands now, in one look; null when there is no such user. */
export async function standingOf(db: Db, id: string): Promise<Standing | null> {
  const [row] = await db.$queryRaw<Standing[]>`
    SELECT display_name AS "displayName", role::text AS role, disabled_at AS "disabledAt",
      array(SELECT section_id::text FROM user_section WHERE user_id = id) AS "sectionIds"
    FROM app_user WHERE id = ${id}::uuid`;
  return row ?? null;
}

/** The paths of those of these sections that stand neither in nor below the others. */
export async function pathsOutside(db: Db, ids: readonly string[], roots: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<{ path: string }[]>`
    SELECT path FROM section s WHERE id = ANY (${[...ids]}::uuid[]) AND NOT EXISTS (
      SELECT FROM section root WHERE root.id = ANY (${[...roots]}::uuid[])
        AND (s.path = root.path OR starts_with(s.path, root.path || '/'))) ORDER BY path`;
  return rows.map(({ path }) => path);
}

/** The paths of sections, in alphabetical order. */
export const sectionPaths = async (db: Db, ids: readonly string[]): Promise<string[]> =>
  (await db.section.findMany({ where: { id: { in: [...ids] } }, orderBy: { path: "asc" } })).map(({ path }) => path);

/** A token by id, or null. */
export const tokenById = (db: Db, id: string): Promise<TokenRecord | null> =>
  db.apiClient.findUnique({ where: { id }, ...shown });

/** Tokens whose ids lie in a range. */
export const tokensByIdRange = (db: Db, id: IdRange): Promise<TokenRecord[]> =>
  db.apiClient.findMany({ where: { id: { ...id } }, take: handful, ...shown });

/** The token with a public beginning, or null. */
export const tokenByPrefix = (db: Db, keyPrefix: string): Promise<TokenRecord | null> =>
  db.apiClient.findUnique({ where: { keyPrefix }, ...shown });

/** Tokens of one user, or (undefined) of all, the newest first. */
export const tokensOf = (db: Db, userId: string | undefined): Promise<TokenRecord[]> =>
  db.apiClient.findMany({
    where: userId === undefined ? {} : { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...shown,
  });

/** Writes a new token, by its hash. */
export const insertToken = (db: Db, data: Prisma.ApiClientUncheckedCreateInput): Promise<TokenRecord> =>
  db.apiClient.create({ data, ...shown });

/** Ends a token at a moment. */
export const endToken = (db: Db, id: string, revokedAt: Date): Promise<TokenRecord> =>
  db.apiClient.update({ where: { id }, data: { revokedAt }, ...shown });

/** What a key is proven against, by its public beginning; null when there is none. */
export const tokenProof = (db: Db, keyPrefix: string): Promise<TokenProof | null> =>
  db.apiClient.findUnique({ where: { keyPrefix }, include: { user: { include: limits } } });

/** Notes that a token was used. */
export async function noteUse(db: Db, id: string, lastUsedAt: Date): Promise<void> {
  await db.apiClient.updateMany({ where: { id }, data: { lastUsedAt } });
}
