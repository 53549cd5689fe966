import { setTimeout as pause } from "node:timers/promises";
import { isClient, type Db } from "../database/db.ts";
import { isPassingClash, mapDatabaseError } from "../database/errors.ts";
import type { Prisma } from "../database/generated/client.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Actor } from "./access/access.policy.ts";
import { actorNow } from "./access/actor-now.ts";
import { nowhere, type MediaFiles } from "./media/media-files.ts";

/** How a request reached us; goes into the audit. */
export interface Origin {
  readonly door: "CLI" | "GRAPHQL" | "JOB" | "SETUP";
  readonly osUser?: string;
  readonly requestId?: string;
}

/** Everything a use case needs of the world: who acts, through which handle, at what time. */
export interface Desk {
  readonly actor: Actor;
  readonly db: Db;
  /** Set only where somebody chooses the time (tests, the sample); otherwise a transaction asks the database. */
  readonly clock?: Clock;
  /** The time of this act. Inside a transaction it stands still. */
  readonly now: Clock;
  readonly origin: Origin;
  /** The newsroom's time zone (IANA), which decides the day in an article's path. */
  readonly zone: string;
  /** Whether nobody approves, or publishes past the review, what they alone have written; so only if it says so. */
  readonly fourEyes?: boolean;
  /** Where media files are kept; a desk without it takes facts and credits only. */
  readonly files?: MediaFiles;
}

/** A desk inside a transaction: what it writes stands or falls together. */
export interface OpenDesk extends Desk {
  readonly db: Prisma.TransactionClient;
}

const maxWait = 5_000;
const longest = 60_000;
const attempts = 4;

/**
 * Runs one act as one transaction, at one moment, as somebody who may still act then; it is given up after `timeout`
 * milliseconds. A desk already in a transaction is used as it is.
 */
export async function withTransaction<T>(
  desk: Desk,
  act: (desk: OpenDesk) => Promise<T>,
  timeout = longest,
): Promise<T> {
  const { db } = desk;
  if (!isClient(db)) return await within({ ...desk, db }, act);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(async (tx) => act(await openDesk(desk, tx)), { maxWait, timeout });
    } catch (error) {
      if (attempt >= attempts || !isPassingClash(error)) throw mapDatabaseError(error);
      // Two writers met: wait a moment of chance length so that they do not meet again.
      await pause(20 * attempt + Math.random() * 30);
    }
  }
}

async function within<T>(desk: OpenDesk, act: (desk: OpenDesk) => Promise<T>): Promise<T> {
  try {
    return await act(desk);
  } catch (error) {
    throw mapDatabaseError(error);
  }
}

/** Runs an act for its result only: everything it wrote is taken back, after every rule has been checked. */
export async function rehearse<T>(desk: Desk, act: (desk: OpenDesk) => Promise<T>): Promise<T> {
  const taken: { result?: T } = {};
  const curtain = new Error("rehearsal over");
  try {
    // A file cannot be taken back as rows can, so none is written.
    await withTransaction({ ...desk, files: nowhere }, async (open) => {
      taken.result = await act(open);
      // Deferred rules are asked at commit; a rehearsal never gets there.
      await open.db.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      throw curtain;
    });
  } catch (error) {
    if (error !== curtain) throw error;
  }
  return taken.result as T;
}

async function openDesk(desk: Desk, db: Prisma.TransactionClient): Promise<OpenDesk> {
  const at = desk.clock === undefined ? await databaseTime(db) : desk.clock();
  return { ...desk, actor: await actorNow(db, desk.actor), db, now: () => at };
}

async function databaseTime(db: Prisma.TransactionClient): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT now()::timestamptz(3) AS now`;
  return rows[0]?.now ?? new Date();
}
