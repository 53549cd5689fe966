import { z } from "zod";
import { DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, slugInput } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { articleToEdit, changed } from "./article-to-edit.ts";
import { editInput } from "./articles.input.ts";
import { expectNotFinal } from "./articles.rules.ts";
import type { ArticleRow } from "./articles.store.ts";
import { freeSlug, giveUpSlug, isOwnSlug, takeSlug } from "./slugs.store.ts";

const slugChange = z.strictObject({ ...editInput, slug: slugInput });

/** The article and the slug it is to have. */
export type ChangeSlug = z.input<typeof slugChange>;

/**
 * Gives an article another slug. Once it has been published the old one stays its own for ever and redirects;
 * before, the old one becomes free. Throws SLUG_TAKEN, ARTICLE_STALE, NOT_FOUND, INVALID_INPUT, FORBIDDEN.
 */
export const changeSlug = (caller: Desk, given: ChangeSlug): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:place");
    const { slug, ...seen } = checked(slugChange, given);
    const before = await articleToEdit(desk, seen);
    expectNotFinal(before, desk.now());
    if (before.slug === slug) return before;
    const { id: articleId } = before;
    const own = await isOwnSlug(desk.db, slug, articleId);
    if (!own && (await freeSlug(desk.db, [slug])) === null) throw new DatelineError("SLUG_TAKEN");
    await takeSlug(desk.db, slug, articleId);
    const after = await changed(desk, before, { slug });
    const published = before.firstPublishedAt !== null && before.firstPublishedAt <= desk.now();
    if (!published) await giveUpSlug(desk.db, before.slug);
    const note = { before: { slug: before.slug }, after: { slug } };
    await recordAudit(desk, { action: "article:change-slug", entityType: "article", entityId: articleId, ...note });
    return after;
  });
