import { z } from "zod";
import type { Prisma } from "../../database/generated/client.ts";
import { ArticleState, WorkflowState } from "../../domain/lifecycle/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked, searchInput } from "../input.ts";
import { reading } from "../reading.ts";
import { articlePage, type ArticleRow } from "./articles.store.ts";
import { revisionRows, type RevisionRow } from "./revisions.store.ts";

const listInput = z.strictObject({
  state: z.enum(WorkflowState).optional(),
  sectionId: z.uuid().optional(),
  /** Words of the newest headline. */
  q: searchInput,
  first: z.int().min(1).max(100).default(20),
  /** The id of the last article of the page before. */
  after: z.uuid().optional(),
});

/** Which articles to list. */
export type ListArticles = z.input<typeof listInput>;
/** A page of articles, and whether more follow. */
export interface ArticlePage {
  readonly articles: readonly ArticleRow[];
  readonly hasMore: boolean;
}

/** Articles in any state, those touched last first. Throws INVALID_INPUT, FORBIDDEN. */
export const listArticles = (desk: Desk, given: ListArticles): Promise<ArticlePage> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const { first, after, ...filter } = checked(listInput, given);
    const rows = await articlePage(desk.db, filterOf(filter, desk.now()), { first, after });
    return { articles: rows.slice(0, first), hasMore: rows.length > first };
  });

type Filter = Pick<z.output<typeof listInput>, "state" | "sectionId" | "q">;

function filterOf({ state, sectionId, q }: Filter, at: Date): Prisma.ArticleWhereInput {
  return {
    ...(state === undefined ? {} : inState(state, at)),
    ...(sectionId === undefined ? {} : { OR: [{ sectionId }, { secondarySections: { some: { sectionId } } }] }),
    ...(q === undefined || q === "" ? {} : { headRevision: { headline: { contains: q, mode: "insensitive" } } }),
  };
}

// The clock alone parts scheduled from published.
function inState(state: WorkflowState, at: Date): Prisma.ArticleWhereInput {
  if (state === WorkflowState.SCHEDULED) return { state: ArticleState.PUBLISHED, publishedAt: { gt: at } };
  if (state === WorkflowState.PUBLISHED) return { state, publishedAt: { lte: at } };
  return { state };
}

/** The revisions with these ids, in any order; those that are none are left out. Throws FORBIDDEN. */
export const revisionsByIds = (desk: Desk, ids: readonly string[]): Promise<RevisionRow[]> =>
  reading(() => {
    must(desk.actor, "article:read-drafts");
    return revisionRows(desk.db, ids);
  });
