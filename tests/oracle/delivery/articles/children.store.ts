import type { Db } from "../../../../src/database/db.ts";
import type {
  BylineRole,
  ContributorKind,
  CorrectionKind,
  TopicType,
} from "../../../../src/database/generated/enums.ts";

/** Somebody who is named in bylines, as readers may know them. */
export interface Contributor {
  readonly id: string;
  readonly kind: ContributorKind;
  readonly displayName: string;
  readonly slug: string;
  readonly bio: string | null;
}

/** One name of the byline. */
export interface Byline {
  readonly revisionId: string;
  readonly nameAsWritten: string;
  readonly role: BylineRole;
  readonly contributor: Contributor | null;
}

/** What an article is about, or the blog or series it belongs to. */
export interface Topic {
  readonly id: string;
  readonly type: TopicType;
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
}

/** A public note that something was wrong. */
export interface Correction {
  readonly id: string;
  readonly articleId: string;
  readonly kind: CorrectionKind;
  readonly text: string;
  readonly publishedAt: Date;
}

const contributorFields = { id: true, kind: true, displayName: true, slug: true, bio: true } as const;
const topicFields = { id: true, type: true, slug: true, name: true, description: true } as const;

/** The bodies of revisions, as the JSON that was stored. */
export const bodies = (db: Db, revisionIds: readonly string[]): Promise<readonly { id: string; blocks: unknown }[]> =>
  db.revision.findMany({ where: { id: { in: [...revisionIds] } }, select: { id: true, blocks: true } });

/** The bylines of revisions, in order. */
export const bylines = (db: Db, revisionIds: readonly string[]): Promise<readonly Byline[]> =>
  db.byline.findMany({
    where: { revisionId: { in: [...revisionIds] } },
    select: { revisionId: true, nameAsWritten: true, role: true, contributor: { select: contributorFields } },
    orderBy: { position: "asc" },
  });

/** The topics of revisions, in order. */
export const topics = (
  db: Db,
  revisionIds: readonly string[],
): Promise<readonly { revisionId: string; topic: Topic }[]> =>
  db.articleTopic.findMany({
    where: { revisionId: { in: [...revisionIds] } },
    select: { revisionId: true, topic: { select: topicFields } },
    orderBy: { position: "asc" },
  });

/** The secondary sections of articles. */
export const secondarySectionIds = (
  db: Db,
  articleIds: readonly string[],
): Promise<readonly { articleId: string; sectionId: string }[]> =>
  db.articleSection.findMany({
    where: { articleId: { in: [...articleIds] } },
    select: { articleId: true, sectionId: true },
    orderBy: { section: { path: "asc" } },
  });

/** The corrections of articles that are public at a moment, oldest first. */
export const corrections = (db: Db, articleIds: readonly string[], at: Date): Promise<readonly Correction[]> =>
  db.correction.findMany({
    where: { articleId: { in: [...articleIds] }, publishedAt: { lte: at } },
    select: { id: true, articleId: true, kind: true, text: true, publishedAt: true },
    orderBy: [{ publishedAt: "asc" }, { id: "asc" }],
  });
