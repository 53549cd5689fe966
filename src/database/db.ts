import type { Prisma, PrismaClient } from "./generated/client.ts";

/** A handle to the database: the client itself, or a transaction on it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** True when the handle is the client itself, so a transaction can be opened on it. */
export const isClient = (db: Db): db is PrismaClient => "$transaction" in db && typeof db.$transaction === "function";
