import type { Db } from "../../../../src/database/db.ts";
import type { AddressState, ArticleState, LinkKind } from "../../../../src/database/generated/enums.ts";
import { liveRevisionSql, liveSql } from "../../live.ts";

/** A related link of a revision as it is stored. */
export interface StoredLink {
  readonly revisionId: string;
  readonly key: string;
  readonly kind: LinkKind;
  readonly targetArticleId: string | null;
  readonly target: { readonly state: ArticleState; readonly expiresAt: Date | null } | null;
  readonly externalAddress: { readonly url: string; readonly state: AddressState } | null;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly heading: string | null;
}

/** An article that wants to be linked back to. */
export interface LinkBack {
  readonly targetId: string;
  readonly articleId: string;
  readonly kind: LinkKind;
}

/** The related links of revisions, in order. */
export const links = (db: Db, revisionIds: readonly string[]): Promise<readonly StoredLink[]> =>
  db.relatedLink.findMany({
    where: { revisionId: { in: [...revisionIds] } },
    select: {
      revisionId: true,
      key: true,
      kind: true,
      targetArticleId: true,
      target: { select: { state: true, expiresAt: true } },
      externalAddress: { select: { url: true, state: true } },
      headline: true,
      summary: true,
      heading: true,
    },
    orderBy: { position: "asc" },
  });

/** Which live articles ask these, in what readers see of them, to link back; newest first, at most so many each, none that is hidden. */
export const linkBacks = (db: Db, targetIds: readonly string[], at: Date, most: number): Promise<readonly LinkBack[]> =>
  db.$queryRaw<LinkBack[]>`
    SELECT "targetId", "articleId", kind FROM (
      SELECT l.target_article_id::text AS "targetId", a.id::text AS "articleId", l.kind::text AS kind,
        row_number() OVER (PARTITION BY l.target_article_id ORDER BY a.published_at DESC, a.id DESC) AS place
      FROM related_link l JOIN article a ON a.id = l.article_id AND l.revision_id = ${liveRevisionSql("a", at)}
      WHERE l.reciprocal AND l.target_article_id = ANY(${targetIds}::uuid[]) AND ${liveSql("a", at)}
        AND NOT EXISTS (SELECT FROM hidden_link_back h WHERE (h.article_id, h.from_id) = (l.target_article_id, a.id))
    ) back WHERE place <= ${most} ORDER BY "targetId", place`;
