import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { articleUses, mediaUses, railUses, redirectUses, type Use } from "./used.store.ts";

/** A rail that pins an article. */
export interface RailUse {
  readonly id: string;
  readonly key: string;
  readonly title: string;
  /** From 0. */
  readonly position: number;
  readonly pinnedFrom: Date | null;
  readonly pinnedUntil: Date | null;
}

/** An old path that leads to an article. */
export interface RedirectUse {
  readonly id: string;
  readonly from: string;
  /** Whether it carries what is below that path too. */
  readonly isPrefix: boolean;
}

/** Where an article is used: what is touched when it goes. */
export interface Uses {
  /** At most 500, the newest first. */
  readonly articles: readonly Use[];
  readonly rails: readonly RailUse[];
  /** At most 500, by their path. */
  readonly redirects: readonly RedirectUse[];
}

/**
 * Where an article is used: articles whose newest, live or next revision links to it or names it in its text,
 * those that link back to it, rails that pin it, and redirects that lead to it. Ask before taking it from the readers. Throws FORBIDDEN.
 */
export const whereUsed = (desk: Desk, articleId: string): Promise<Uses> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const articles = await articleUses(desk.db, articleId, desk.now());
    const pins = await railUses(desk.db, articleId);
    const rails = pins.map(({ rail: { id, key, titleTemplate: title }, ...pin }) => ({ id, key, title, ...pin }));
    const redirects = (await redirectUses(desk.db, articleId)).map(({ fromPath: from, ...row }) => ({ ...row, from }));
    return { articles, rails, redirects };
  });

/** The articles that show a medium on their newest, live or next revision, at most 500. Throws FORBIDDEN. */
export const whereMediaUsed = (desk: Desk, mediaId: string): Promise<readonly Use[]> =>
  reading(() => {
    must(desk.actor, "article:read-drafts");
    return mediaUses(desk.db, mediaId, desk.now());
  });
