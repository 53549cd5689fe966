import type pg from "pg";
import type { Db } from "../../database/db.ts";
import { mapDatabaseError } from "../../database/errors.ts";
import { foldKey, type AgencySeed } from "../../domain/credit/index.ts";
import { newId } from "../../kernel/ids.ts";

/** Whoever prepares the newsroom holds this turn until the transaction ends; others wait and find it done. */
export async function takeSetupTurn(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('newsroom-setup', 0))`;
}

/** Writes the first agencies and their spellings, unless agencies are known already. */
export async function seedAgenciesOnce(db: Db, seeds: readonly AgencySeed[]): Promise<void> {
  if ((await db.agency.count()) > 0) return;
  const agencies = seeds.map((seed) => ({ id: newId(), ...seed }));
  const rows = agencies.map(({ id, name, country, kind, leads }) => ({ id, name, country, kind, leads }));
  await db.agency.createMany({ data: rows });
  // A name belongs to its bearer before it may be another's spelling.
  const names = agencies.map(({ id, name }) => spelling(id, name));
  const others = agencies.flatMap(({ id, aliases }) => aliases.map((alias) => spelling(id, alias)));
  await db.agencyAlias.createMany({ data: [...names, ...others], skipDuplicates: true });
}

const spelling = (agencyId: string, alias: string) => ({ agencyId, alias, folded: foldKey(alias) });

const standingRails = [
  { key: "more-from-section", titleTemplate: "More from {section}", fill: "SECTION", position: 0 },
  { key: "blogs", titleTemplate: "Blogs", fill: "TOPIC_TYPE", topicType: "BLOG", position: 1 },
] as const;

/** Writes the two rails of every article page, unless there are rails already. */
export async function seedRailsOnce(db: Db): Promise<void> {
  if ((await db.rail.count()) > 0) return;
  await db.rail.createMany({ data: standingRails.map((rail) => ({ ...rail, maxItems: 4, whenEmpty: "SHOW" })) });
}

/**
 * Whether nothing is left to be prepared, told without the desk's engine, which a server of readers never loads. Rejects
 * with an error of ours.
 */
export async function isReady(pool: pg.Pool, admin: string | null): Promise<boolean> {
  const asked = pool.query<{ ready: boolean }>(
    `select exists (select from agency) and exists (select from rail)
      and ($1::text is null or exists (select from app_user where email = $1)) as ready`,
    [admin],
  );
  const { rows } = await asked.catch((cause: unknown) => {
    throw mapDatabaseError(cause);
  });
  return rows[0]?.ready === true;
}

/** The ids of tokens of a user under a name that have not been ended. */
export async function openTokens(db: Db, email: string, name: string): Promise<string[]> {
  const rows = await db.apiClient.findMany({ where: { user: { email }, name, revokedAt: null }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Whether an address belongs to a user, disabled ones too. */
export const isUser = async (db: Db, email: string): Promise<boolean> =>
  (await db.user.count({ where: { email } })) > 0;

/** Counts of what stands in the newsroom, and the names of its media files. */
export async function count(db: Db) {
  const pictures = await db.media.findMany({ where: { storageKey: { not: null } }, select: { storageKey: true } });
  const noTarget = { targetArticleId: null, externalAddressId: null };
  return {
    agencies: await db.agency.count(),
    rails: await db.rail.count(),
    users: await db.user.count({ where: { disabledAt: null } }),
    articles: await db.article.count(),
    unresolved: await db.relatedLink.count({ where: { ...noTarget, revision: { headOf: { some: {} } } } }),
    files: pictures.flatMap(({ storageKey }) => storageKey ?? []),
  };
}
