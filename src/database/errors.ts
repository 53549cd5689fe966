import { DatelineError, type ErrorCode } from "../kernel/errors/index.ts";
import { factsOf, type FaultFacts } from "./fault-facts.ts";

/** Constraints an editor can run into, and the error that says so. */
const byConstraint: Readonly<Record<string, ErrorCode>> = {
  section_no_cycle: "SECTION_CYCLE",
  section_not_its_own_parent: "SECTION_CYCLE",
  related_link_not_to_itself: "LINK_TO_SELF",
  related_link_one_target: "LINK_TARGET_UNCLEAR",
  related_link_revision_id_target_article_id_key: "LINK_DOUBLED",
  related_link_revision_id_external_address_id_key: "LINK_DOUBLED",
  related_link_teaser_once: "LINK_DOUBLED",
  app_user_last_admin: "LAST_ADMIN",
  redirect_no_loop: "REDIRECT_LOOP",
  article_slug_pkey: "SLUG_TAKEN",
  article_slug_key: "SLUG_TAKEN",
  article_slug_id_fkey: "SLUG_TAKEN",
  article_slug_burnt: "SLUG_TAKEN",
  article_kill_is_final: "WRONG_STATE",
  rail_pin_not_killed: "WRONG_STATE",
  article_embargo_stands: "UNDER_EMBARGO",
  article_embargo_unseen: "WRONG_STATE",
};

/** SQLSTATE classes (PostgreSQL, appendix A), with what was said where that matters, and what they mean to us. */
const byState: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^23505 /, "ALREADY_EXISTS"],
  [/^(23503 update or delete|23001 .*foreign key)/, "IN_USE"],
  [/^23503 /, "NOT_FOUND"],
  [/^(23|22)/, "INVALID_INPUT"],
  [/^(40001|40P01|55P03) /, "BUSY"],
  [/^(57014|25P03) /, "TIMED_OUT"],
  [/^(08|57P|53|28|3D|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/, "DATABASE_UNREACHABLE"],
];

const byPrismaCode: Readonly<Record<string, ErrorCode>> = {
  P1000: "DATABASE_UNREACHABLE",
  P1001: "DATABASE_UNREACHABLE",
  P1002: "DATABASE_UNREACHABLE",
  P1003: "DATABASE_UNREACHABLE",
  P1008: "TIMED_OUT",
  P1010: "DATABASE_UNREACHABLE",
  P1011: "DATABASE_UNREACHABLE",
  P1017: "DATABASE_UNREACHABLE",
  P2002: "ALREADY_EXISTS",
  P2003: "NOT_FOUND",
  P2023: "INVALID_INPUT",
  P2025: "NOT_FOUND",
  P2034: "BUSY",
  P2037: "DATABASE_UNREACHABLE",
};

/** What the driver calls a fault of the connection. */
const byKind: Readonly<Record<string, ErrorCode>> = {
  DatabaseNotReachable: "DATABASE_UNREACHABLE",
  ConnectionClosed: "DATABASE_UNREACHABLE",
  TlsConnectionError: "DATABASE_UNREACHABLE",
  SocketTimeout: "TIMED_OUT",
};

/** Faults that have no code of their own, known by what the pool and Prisma's transactions say. */
const byMessage: readonly (readonly [RegExp, ErrorCode])[] = [
  [/Unable to start a transaction in the given time/, "BUSY"],
  [/expired transaction|Transaction already closed/, "TIMED_OUT"],
  [/^(Connection terminated|Client has encountered a connection error)/, "DATABASE_UNREACHABLE"],
  [/timeout exceeded when trying to connect/, "DATABASE_UNREACHABLE"],
  [/^Query read timeout/, "TIMED_OUT"],
];

/**
 * Turns a fault of the database, its driver or Prisma into one of ours; anything unknown comes back as it was. The
 * name of the rule that refused goes with it; what Postgres said stays in `cause`, for it may quote data.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof DatelineError) return error;
  const facts = factsOf(error);
  const code = codeFor(facts);
  if (code === undefined) return error;
  const details = facts.constraint === null ? {} : { constraint: facts.constraint };
  return new DatelineError(code, { cause: error, details });
}

/** True when two writers met and trying again may help. */
export const isPassingClash = (error: unknown): boolean => {
  const mapped = mapDatabaseError(error);
  return mapped instanceof DatelineError && mapped.code === "BUSY";
};

function codeFor({ constraint, state, message, prismaCode, kind }: FaultFacts): ErrorCode | undefined {
  return (
    (constraint === null ? undefined : byConstraint[constraint]) ??
    first(byState, `${state} ${message}`) ??
    byPrismaCode[prismaCode] ??
    byKind[kind] ??
    first(byMessage, message)
  );
}

const first = (table: readonly (readonly [RegExp, ErrorCode])[], text: string): ErrorCode | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];
