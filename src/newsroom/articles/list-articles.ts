import { z } from "zod";
import type { Prisma } from "../../database/generated/client.ts";
import { ArticleState, WorkflowState } from "../../domain/lifecycle/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { checked, searchInput } from "../input.ts";
import { articleParts, revisionParts, revisionRows, type ArticleRow, type RevisionRow } from "./articles.store.ts";

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
export async function listArticles(desk: Desk, given: ListArticles): Promise<ArticlePage> {
  must(desk.actor, "article:read-drafts");
  const { first, after, ...filter } = checked(listInput, given);
  const rows = await desk.db.article.findMany({
    where: filterOf(filter, desk.now()),
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    include: articleParts,
    take: first + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });
  return { articles: rows.slice(0, first), hasMore: rows.length > first };
}

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

/** The article with this id, in any state. Null when there is none. Throws FORBIDDEN. */
export const getArticle = (desk: Desk, id: string): Promise<ArticleRow | null> => {
  must(desk.actor, "article:read-drafts");
  return desk.db.article.findUnique({ where: { id }, include: articleParts });
};

/** A revision as a line of the history. */
export type RevisionLine = Awaited<ReturnType<typeof revisionRows>>[number];

/** All revisions of an article, newest first. Throws FORBIDDEN. */
export const listRevisions = (desk: Desk, articleId: string): Promise<RevisionLine[]> => {
  must(desk.actor, "article:read-drafts");
  return revisionRows(desk.db, articleId);
};

/** The revisions with these ids, in any order; those that are none are left out. Throws FORBIDDEN. */
export const revisionsByIds = (desk: Desk, ids: readonly string[]): Promise<RevisionRow[]> => {
  must(desk.actor, "article:read-drafts");
  return desk.db.revision.findMany({ where: { id: { in: [...ids] } }, include: revisionParts });
};
