import type { Prisma, PrismaClient } from "./generated/client.ts";

/** A handle to the database: the client itself, or a transaction on it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/**
 * True when the handle is the client itself, so a transaction can be opened on it. Prisma lets a transaction open
 * another inside it, so `$transaction` does not tell; only the client can connect.
 */
export const isClient = (db: Db): db is PrismaClient => "$connect" in db && typeof db.$connect === "function";
