import { z } from "zod";
import { readdressed } from "../../domain/blocks/index.ts";
import { isWebUrl } from "../../domain/text/index.ts";
import { DatelineError, notFound } from "../../kernel/errors/index.ts";
import type { Progress } from "../../kernel/progress-line.ts";
import { must } from "../access/index.ts";
import { addressId, isArticle, versionOf, type ArticleRow, type DraftLink } from "../articles/index.ts";
import type { Desk, OpenDesk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { linkingRows } from "./addresses.store.ts";
import { editLinked } from "./edit-links.ts";

const webUrl = z.string().refine(isWebUrl, "must be an http or https address");
const relinkInput = z.strictObject({
  from: webUrl,
  /** Where the links are to lead: an address, or an article of ours. */
  to: z.union([z.strictObject({ url: webUrl }), z.strictObject({ articleId: z.uuid() })]),
});

/** An address, and where the links to it are to lead from now on. */
export type Relink = z.input<typeof relinkInput>;

/** What became of the links of one article. */
export interface Relinked {
  readonly id: string;
  readonly slug: string;
  readonly headline: string;
  /** The article as it now stands; null when it could not be changed. */
  readonly article: ArticleRow | null;
  readonly error: DatelineError | null;
}

/**
 * Lets everything of a newest revision that leads to an address lead elsewhere, related links and marks in the text:
 * one new revision and one transaction
 * an article, so that one refusal keeps nothing else from being done. Links to articles of ours go by id and never
 * need this. Throws INVALID_INPUT, NOT_FOUND (the target), FORBIDDEN.
 */
export async function relink(
  desk: Desk,
  given: Relink,
  { onProgress }: { readonly onProgress?: (progress: Progress) => void } = {},
): Promise<readonly Relinked[]> {
  must(desk.actor, "link:manage");
  const { from, to } = checked(relinkInput, given);
  if ("articleId" in to && !(await reading(() => isArticle(desk.db, to.articleId)))) {
    throw notFound("article", to.articleId);
  }
  const url = new URL(from).href;
  const rows = await reading(() => linkingRows(desk.db, url));
  const done: Relinked[] = [];
  for (const { id, slug, headRevision } of rows) {
    onProgress?.({ done: done.length, total: rows.length, doing: "relinking" });
    const known = { id, slug, headline: headRevision.headline };
    done.push({ ...known, ...(await attempt(() => relinkOne(desk, id, url, to))) });
  }
  return done;
}

type To = z.output<typeof relinkInput>["to"];

async function relinkOne(desk: Desk, id: string, url: string, to: To): Promise<ArticleRow> {
  const expectedVersion = await reading(() => versionOf(desk.db, id));
  return editLinked(
    desk,
    { id, expectedVersion },
    "article:relink",
    async (open, { links, blocks }, { headRevision }) => {
      const led = headRevision.links.find(({ externalAddress }) => externalAddress?.url === url);
      const target = await targetOf(open, to);
      return {
        links: links.map((link) => (link.key === led?.key ? { ...link, ...target } : link)),
        blocks: "url" in to ? readdressed(blocks, url, to.url) : expectLinked(led, blocks),
      };
    },
  );
}

// A mark in a text can only lead to an address.
function expectLinked<Blocks>(led: object | undefined, blocks: Blocks): Blocks {
  if (led !== undefined) return blocks;
  throw new DatelineError("LINK_TARGET_UNCLEAR", {
    says: "Only its text leads there, and a text leads to addresses, not to articles.",
    fix: "Name the address of the article: --to URL.",
  });
}

async function targetOf(desk: OpenDesk, to: To): Promise<Pick<DraftLink, "targetArticleId" | "externalAddressId">> {
  if ("articleId" in to) return { targetArticleId: to.articleId, externalAddressId: null };
  return { targetArticleId: null, externalAddressId: await addressId(desk, to.url) };
}

async function attempt(act: () => Promise<ArticleRow>): Promise<Pick<Relinked, "article" | "error">> {
  try {
    return { article: await act(), error: null };
  } catch (error) {
    if (error instanceof DatelineError && error.entry.http < 500) return { article: null, error };
    throw error;
  }
}
