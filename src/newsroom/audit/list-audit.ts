import { z } from "zod";
import { ActorKind, Door } from "../../database/generated/enums.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { findUser, must } from "../access/index.ts";
import { findArticle } from "../articles/index.ts";
import type { Desk } from "../desk.ts";
import { checked, nameInput } from "../input.ts";
import { reading } from "../reading.ts";
import { auditPage, type AuditRow } from "./audit.store.ts";

/** The number of an audit row, in digits. */
export const auditIdInput = z
  .string()
  .trim()
  .regex(/^\d{1,18}$/, "must be the number of an audit row");

const action = /^[a-z-]+(:([a-z-]+|\*))?$/;
const listInput = z.strictObject({
  /** The article acted upon, by any of its names. */
  article: nameInput.optional(),
  /** What was acted upon, as type:id, e.g. section:0198f2a4-…; the type alone stands for all of them. */
  entity: z
    .string()
    .trim()
    .regex(/^[a-z-]+(:[0-9a-f-]{36})?$/, "must be a type such as section, or type:id")
    .optional(),
  /** Who acted: a user by address or id, or "system". */
  actor: nameInput.optional(),
  /** An act such as article:publish, or all of a noun: article. */
  action: z.string().trim().regex(action, "must be an act such as article:publish, or a noun").optional(),
  since: z.date().optional(),
  until: z.date().optional(),
  door: z.enum(Door).optional(),
  first: z.int().min(1).max(100).default(20),
  /** The number of the last row of the page before. */
  after: auditIdInput.optional(),
});

/** Which audit rows to list. */
export type ListAudit = z.input<typeof listInput>;

/** A page of audit rows, and whether more follow. */
export interface AuditPage {
  readonly events: readonly AuditRow[];
  readonly hasMore: boolean;
}

/** What was done, the newest first. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND and AMBIGUOUS (article, actor). */
export const listAudit = (desk: Desk, given: ListAudit = {}): Promise<AuditPage> =>
  reading(async () => {
    must(desk.actor, "audit:read");
    const { first, after, ...filter } = checked(listInput, given);
    const page = { first, after: after === undefined ? undefined : BigInt(after) };
    const rows = await auditPage(desk.db, await filterOf(desk, filter), page);
    return { events: rows.slice(0, first), hasMore: rows.length > first };
  });

type Filter = Omit<z.output<typeof listInput>, "first" | "after">;
type Where = Prisma.AuditEventWhereInput;

async function filterOf(desk: Desk, filter: Filter): Promise<Where> {
  const { article, entity, actor, since, until, door } = filter;
  return {
    AND: [
      article === undefined ? {} : { entityType: "article", entityId: (await findArticle(desk, article)).id },
      entityIs(entity),
      actor === undefined ? {} : await actorIs(desk, actor),
      actionIs(filter.action),
      { at: { ...(since && { gte: since }), ...(until && { lt: until }) } },
      door === undefined ? {} : { door },
    ],
  };
}

function entityIs(entity: string | undefined): Where {
  const [entityType, entityId] = entity?.split(":") ?? [];
  return { ...(entityType !== undefined && { entityType }), ...(entityId !== undefined && { entityId }) };
}

async function actorIs(desk: Desk, name: string): Promise<Where> {
  if (name.toLowerCase() === "system") return { actorKind: ActorKind.SYSTEM };
  return { actorId: (await findUser(desk, name)).id };
}

function actionIs(name: string | undefined): Where {
  if (name === undefined) return {};
  const [noun = "", verb = "*"] = name.split(":");
  return { action: verb === "*" ? { startsWith: `${noun}:` } : name };
}
