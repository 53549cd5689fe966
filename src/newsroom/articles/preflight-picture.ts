import { articleIdsOf, mediaIdsOf, type Block } from "../../domain/blocks/index.ts";
import { workflowState } from "../../domain/lifecycle/index.ts";
import type { ArticlePicture } from "../../domain/preflight/index.ts";
import { articlePath } from "../../domain/slug/index.ts";
import type { Desk } from "../desk.ts";
import type { ArticleRow } from "./articles.store.ts";
import { pathOf } from "./describe.ts";
import { linkUses } from "./preflight-links.ts";
import { pictureUses } from "./preflight-media.ts";
import { wordsOf } from "./preflight-words.ts";
import { mediaNamed, pathTakenBy, targetsNamed } from "./preflight.store.ts";
import type { RevisionRow } from "./revisions.store.ts";

/** An article as it would be from a moment on with one of its revisions, with every fact the checks ask for. */
export async function pictureOf(
  desk: Desk,
  article: ArticleRow,
  revision: RevisionRow,
  at: Date,
): Promise<ArticlePicture> {
  const blocks = revision.blocks as unknown as readonly Block[];
  const path = pathFrom(desk, article, at);
  const media = await mediaNamed(desk.db, mediaIdsOf(blocks));
  const linked = revision.links.flatMap(({ targetArticleId }) => targetArticleId ?? []);
  const targets = await targetsNamed(desk.db, [...linked, ...articleIdsOf(blocks)]);
  const { embargoUntil, embargoHold, expiresAt, section } = article;
  const { language, headline, standfirst, datelineRaw } = revision;
  return {
    ...{ at, state: workflowState(article, desk.now()), path, section, embargoUntil, embargoHold, expiresAt },
    pathLeadsTo: await pathTakenBy(desk.db, path, article.id),
    ...{ language, headline, standfirst, datelineRaw, blocks },
    words: wordsOf(revision),
    bylines: revision.bylines.map(({ nameAsWritten }) => nameAsWritten),
    pictures: pictureUses(revision, media),
    links: linkUses(revision, targets, at),
  };
}

const pathFrom = ({ zone }: Desk, article: ArticleRow, at: Date): string =>
  pathOf(article) ??
  articlePath({
    sectionPath: article.section.path,
    firstPublishedAt: article.firstPublishedAt ?? at,
    zone,
    slug: article.slug,
  });
