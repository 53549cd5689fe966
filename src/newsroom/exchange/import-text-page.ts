import { z } from "zod";
import { paragraphsToBlocks } from "../../domain/blocks/index.ts";
import { parseByline } from "../../domain/byline/index.ts";
import type { TextPage } from "../../domain/page/index.ts";
import { isLanguageTag } from "../../domain/text/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { createArticle, findArticle, type ArticleRow } from "../articles/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked, nameInput } from "../input.ts";
import { bearersOf } from "../links/index.ts";
import { addMedia, type MediaRecord } from "../media/index.ts";
import { recordAudit } from "../records/index.ts";
import * as store from "./exchange.store.ts";
import { sectionFor } from "./page-section.ts";
import { linkOf, matchTeasers } from "./page-teasers.ts";
import { reportCreated, reportUnchanged, type ImportedPage } from "./report.ts";
import { readPage } from "./text-page.ts";

const importInput = z.strictObject({
  /** The file: its text, or its bytes in UTF-8. */
  text: z.union([z.string(), z.instanceof(Uint8Array)], { error: "must be text, or the bytes of a file" }),
  /** What the file is called; only said back. */
  fileName: z.string().max(1000).optional(),
  /** The section to use instead of the one the page names. */
  section: nameInput.optional(),
  language: z.string().refine(isLanguageTag, "must be a language tag such as en or de-AT").optional(),
});

/** A plain-text capture of an article page, and how to take it. */
export type ImportTextPage = z.input<typeof importInput>;

/**
 * Makes a draft of a plain-text page: its section (found by name, or made), a lead medium that bears the credit line
 * and waits for its file, byline and dateline, the paragraphs as they stand, and its teasers as related links, each
 * matched when exactly one article bears its headline. The same content again changes nothing. Throws NOT_A_PAGE (with
 * `line`), IMPORT_CLASH, INVALID_INPUT, NOT_FOUND and AMBIGUOUS (the section), FORBIDDEN.
 */
export const importTextPage = (caller: Desk, given: ImportTextPage): Promise<ImportedPage> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:import");
    const input = checked(importInput, given);
    const { page, hash } = readPage(input.text, input.fileName);
    await store.takeImportTurn(desk);
    const known = await store.importedArticleId(desk, hash);
    if (known !== null) return reportUnchanged(page, await findArticle(desk, known));
    const place = await sectionFor(desk, page, input);
    await expectNoClash(desk, page, place.section);
    const found = await matchTeasers(desk, page);
    const medium = page.credit === null ? null : await addMedia(desk, { creditLine: page.credit.text });
    const article = await createArticle(desk, {
      ...wordsOf(page, input.language),
      sectionId: place.section.id,
      media: medium === null ? [] : [{ mediaId: medium.id, role: "LEAD" }],
      links: found.teasers.map(linkOf),
    });
    await store.rememberImport(desk, hash, article.id);
    await note(desk, article, { hash, file: input.fileName ?? null, medium });
    return reportCreated(page, { article, ...place, ...found });
  });

// Names as written; who of the contributors is meant is for an editor to say.
function bylinesOf({ byline }: TextPage) {
  const { people, orgs } = parseByline(byline?.text ?? "");
  return [...people, ...orgs.map((name) => ({ name, role: "author" as const }))];
}

const wordsOf = (page: TextPage, language: string | undefined) => ({
  headline: page.headline.text,
  blocks: paragraphsToBlocks(page.paragraphs.map(({ text }) => text)),
  bylines: bylinesOf(page),
  datelinePlace: page.dateline?.place ?? null,
  datelineRaw: page.dateline?.raw ?? null,
  revisionKind: "IMPORT" as const,
  ...(language === undefined ? {} : { language }),
});

/** Throws IMPORT_CLASH when an article of that section bears the page's headline already. */
async function expectNoClash(desk: OpenDesk, page: TextPage, section: { id: string; name: string }): Promise<void> {
  const headline = page.headline.text;
  const bearers = (await bearersOf(desk.db, [headline])).get(headline) ?? [];
  const inSection = await store.idsInSection(
    desk,
    bearers.map(({ id }) => id),
    section.id,
  );
  const clash = bearers.find(({ id }) => inSection.includes(id));
  if (clash === undefined) return;
  throw new DatelineError("IMPORT_CLASH", {
    says: `Another text stands under this headline in "${section.name}": ${clash.slug}.`,
    fix: `Revise that one (desk article set ${clash.slug} …), or change the headline of the file.`,
    details: { article: clash, section: section.name, line: page.headline.line },
  });
}

async function note(
  desk: OpenDesk,
  article: ArticleRow,
  { hash, file, medium }: { hash: string; file: string | null; medium: MediaRecord | null },
): Promise<void> {
  const links = article.headRevision.links.length;
  await recordAudit(desk, {
    ...{ action: "article:import", entityType: "article", entityId: article.id },
    after: { slug: article.slug, source: "text-page", sha256: hash, file, mediaId: medium?.id ?? null, links },
  });
}
