import type { Prisma, PrismaClient } from "../../src/database/generated/client.ts";

/** Writes redirects past the database's rules: chains and circles too, which may stand in what was written before them. */
export async function layRedirects(db: PrismaClient, data: Prisma.RedirectCreateManyInput[]): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.redirect.createMany({ data, skipDuplicates: true });
  });
}
