import { DatelineError, type ErrorCode } from "../kernel/errors/index.ts";
import { Prisma } from "./generated/client.ts";

/** Constraints an editor can run into, and the error that says so. */
const byConstraint: Readonly<Record<string, ErrorCode>> = {
  section_no_cycle: "SECTION_CYCLE",
  section_not_its_own_parent: "SECTION_CYCLE",
  related_link_not_to_itself: "LINK_TO_SELF",
  related_link_one_target: "LINK_TARGET_UNCLEAR",
  related_link_revision_id_target_article_id_key: "LINK_DOUBLED",
  related_link_revision_id_external_address_id_key: "LINK_DOUBLED",
  related_link_teaser_once: "LINK_DOUBLED",
  article_slug_pkey: "SLUG_TAKEN",
};

/** SQLSTATE classes (PostgreSQL, appendix A) and what they mean to us. */
const byState: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^23505$/, "ALREADY_EXISTS"],
  [/^(23|22)/, "INVALID_INPUT"],
  [/^(40001|40P01|55P03)$/, "BUSY"],
  [/^57014$/, "TIMED_OUT"],
  [/^(08|57P|53|28|3D)/, "DATABASE_UNREACHABLE"],
];

const byPrismaCode: Readonly<Record<string, ErrorCode>> = {
  P1001: "DATABASE_UNREACHABLE",
  P1002: "DATABASE_UNREACHABLE",
  P1008: "TIMED_OUT",
  P1017: "DATABASE_UNREACHABLE",
  P2002: "ALREADY_EXISTS",
  P2003: "NOT_FOUND",
  P2025: "NOT_FOUND",
  P2028: "BUSY",
  P2034: "BUSY",
};

/** Turns a fault of the database or of Prisma into one of ours; anything unknown comes back as it was. */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof DatelineError) return error;
  const { state, text, prismaCode } = facts(error);
  const constraint = Object.keys(byConstraint).find((name) => text.includes(name));
  const code =
    (constraint === undefined ? undefined : byConstraint[constraint]) ??
    byState.find(([pattern]) => pattern.test(state))?.[1] ??
    byPrismaCode[prismaCode];
  return code === undefined ? error : new DatelineError(code, { cause: error });
}

/** True when two writers met and trying again may help. */
export const isPassingClash = (error: unknown): boolean => {
  const mapped = mapDatabaseError(error);
  return mapped instanceof DatelineError && mapped.code === "BUSY";
};

/** What Postgres said, dug out of the layers Prisma and its adapter wrap around it. */
function facts(error: unknown): { state: string; text: string; prismaCode: string } {
  const prismaCode = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : "";
  const text = [...layers(error)].map((layer) => JSON.stringify(layer, plain)).join(" ");
  const state = /"(?:originalCode|code|sqlState)":"([0-9A-Z]{5})"/.exec(text)?.[1] ?? "";
  return { state, text, prismaCode };
}

function* layers(error: unknown): Generator<object> {
  for (let layer = error; typeof layer === "object" && layer !== null; layer = (layer as { cause?: unknown }).cause) {
    yield { ...layer, message: (layer as { message?: unknown }).message };
  }
}

const plain = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
