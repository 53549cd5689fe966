import { Prisma } from "./generated/client.ts";

/** What went wrong below us, whichever layer told us. */
export interface FaultFacts {
  /** SQLSTATE (PostgreSQL, appendix A), or the code of a socket error; empty when there is none. */
  readonly state: string;
  /** Name of the constraint that refused, where one did. */
  readonly constraint: string | null;
  /** What Postgres, its driver or Prisma said. Never for clients: it may quote their data. */
  readonly message: string;
  /** Prisma's own code, e.g. "P2025"; empty when the fault did not come through it. */
  readonly prismaCode: string;
  /** The driver's word for a fault of the connection, e.g. "DatabaseNotReachable"; empty when there is none. */
  readonly kind: string;
}

/** Sentences our triggers refuse with, and the names they give the rule: Prisma's driver keeps only the sentence. */
const raised: Readonly<Record<string, string>> = {
  "a redirect leads back to itself": "redirect_no_loop",
  "a section cannot stand below itself": "section_no_cycle",
  "sections stand at most four levels deep": "section_depth",
  "the first publication date of an article never changes": "article_first_publication_stays",
  "the version of an article only grows": "article_version_grows",
  "the last enabled admin stays one": "app_user_last_admin",
  "a secondary section cannot be the main section": "article_section_is_secondary",
  "a killed article stays killed": "article_kill_is_final",
  "a killed article cannot be pinned": "rail_pin_not_killed",
  "a slug of a killed article is never given again": "article_slug_burnt",
  "an embargo is set only on what no reader has seen": "article_embargo_unseen",
  "an article under embargo is not published before its end": "article_embargo_stands",
};

/**
 * Digs out what Postgres said: from a Prisma error, from the driver error Prisma lets through at commit, or from an
 * error of the pool itself.
 */
export function factsOf(error: unknown): FaultFacts {
  const prismaCode = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
  const driver = driverFault(error);
  const message = textOf(driver, "originalMessage") || textOf(driver, "message");
  const state = textOf(driver, "originalCode") || textOf(driver, "code");
  return { prismaCode, state, message, kind: textOf(driver, "kind"), constraint: constraintOf(driver, message) };
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

function driverFault(error: unknown): Fields {
  if (!isFields(error)) return {};
  const adapterError = isFields(error["meta"]) ? error["meta"]["driverAdapterError"] : error;
  if (!isFields(adapterError)) return { message: error["message"] };
  const known = adapterError["name"] === "DriverAdapterError" && isFields(adapterError["cause"]);
  if (known) return adapterError["cause"] as Fields;
  return error instanceof Prisma.PrismaClientKnownRequestError ? { message: error.message } : adapterError;
}

function constraintOf(driver: Fields, message: string): string | null {
  const { constraint } = driver;
  const named = isFields(constraint) ? constraint["index"] : constraint;
  if (typeof named === "string") return named;
  return /constraint "(\w+)"/.exec(message)?.[1] ?? raised[message] ?? null;
}

const textOf = (fields: Fields, name: string): string => {
  const value = fields[name];
  return typeof value === "string" ? value : "";
};
