import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";
import type { CorrectionKind } from "../../database/generated/enums.ts";
import { articleParts } from "./articles.store.ts";

const parts = {
  author: { select: { id: true, displayName: true } },
  article: { include: articleParts },
} as const satisfies Prisma.CorrectionInclude;

/** A correction with its article and its author. */
export type CorrectionRow = Prisma.CorrectionGetPayload<{ include: typeof parts }>;

/** Which corrections; what is left out does not matter. */
interface Filter {
  readonly kind?: CorrectionKind | undefined;
  readonly articleId?: string | undefined;
}

/** A page of corrections, newest first, with one row more than asked for when there is more. */
export const correctionRows = (
  db: Db,
  { kind, articleId }: Filter,
  { first, after }: { readonly first: number; readonly after?: string | undefined },
): Promise<CorrectionRow[]> =>
  db.correction.findMany({
    where: { ...(kind && { kind }), ...(articleId && { articleId }) },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    include: parts,
    take: first + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });
