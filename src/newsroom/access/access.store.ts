import type { Db } from "../../database/db.ts";
import type { ApiClient, Prisma, User } from "../../database/generated/client.ts";
import type { IdRange } from "../names.ts";

/** Somebody who works at the desk. */
export type UserRecord = User;
/** A token with its owner, as the desk may show it: never its hash. */
export type TokenRecord = Omit<ApiClient, "keyHash"> & { readonly user: UserRecord };
/** A token as it is proven: with its hash. */
export type TokenProof = ApiClient & { readonly user: UserRecord };

const handful = 10;
const shown = { omit: { keyHash: true }, include: { user: true } } as const;

/** A user by id, or null. */
export const userById = (db: Db, id: string): Promise<UserRecord | null> => db.user.findUnique({ where: { id } });

/** Users whose ids lie in a range. */
export const usersByIdRange = (db: Db, id: IdRange): Promise<UserRecord[]> =>
  db.user.findMany({ where: { id: { ...id } }, orderBy: { email: "asc" }, take: handful });

/** The user with an address in lower case, or null. */
export const userByEmail = (db: Db, email: string): Promise<UserRecord | null> =>
  db.user.findUnique({ where: { email } });

/** Every user, by address. */
export const allUsers = (db: Db): Promise<UserRecord[]> => db.user.findMany({ orderBy: { email: "asc" } });

/** Writes a new user. */
export const insertUser = (db: Db, data: Prisma.UserUncheckedCreateInput): Promise<UserRecord> =>
  db.user.create({ data });

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
  db.apiClient.findUnique({ where: { keyPrefix }, include: { user: true } });

/** Notes that a token was used. */
export async function noteUse(db: Db, id: string, lastUsedAt: Date): Promise<void> {
  await db.apiClient.updateMany({ where: { id }, data: { lastUsedAt } });
}
