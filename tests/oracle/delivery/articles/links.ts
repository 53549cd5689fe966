import type { LinkKind } from "../../../../src/database/generated/enums.ts";
import { batched, manyEach, momentOf, type Reader } from "../reader.ts";
import { articleById } from "./article.ts";
import type { LiveArticle } from "./article.store.ts";
import { linkBacks, links, type LinkBack, type StoredLink } from "./links.store.ts";

/** What every related link says. */
interface Teaser {
  readonly key: string;
  readonly kind: LinkKind;
  /** The heading of the group it stands under. */
  readonly heading: string | null;
  readonly headline: string;
  readonly summary: string | null;
}

/** A related link as readers see it: to a live article, to an address elsewhere, or words that lead nowhere. */
export type ShownLink =
  | (Teaser & { readonly leads: "inside"; readonly article: LiveArticle })
  | (Teaser & { readonly leads: "outside"; readonly url: string })
  | (Teaser & { readonly leads: "nowhere" });

/** So many articles at most are linked back to under one article's own links. */
const mostLinkBacks = 50;

const stored = batched<string, readonly StoredLink[]>(async ({ db }, ids) =>
  manyEach(ids, await links(db, ids), ({ revisionId }) => revisionId),
);

const backwards = batched<string, readonly LinkBack[]>(async ({ db }, ids, at) =>
  manyEach(ids, await linkBacks(db, ids, at, mostLinkBacks), ({ targetId }) => targetId),
);

/** A link to a live article; the link's own words win over the target's. */
export const linkInside = (article: LiveArticle, link: Partial<Teaser> & Pick<Teaser, "key" | "kind">): ShownLink => ({
  leads: "inside",
  key: link.key,
  kind: link.kind,
  heading: link.heading ?? null,
  headline: link.headline ?? article.headline,
  summary: link.summary ?? article.standfirst,
  article,
});

// A target that has not come yet leaves the link's own words; one that is gone takes them with it.
async function show(reader: Reader, link: StoredLink): Promise<ShownLink | null> {
  const { key, kind, heading, headline, summary, targetArticleId, externalAddress } = link;
  const article = targetArticleId === null ? null : await articleById(reader, targetArticleId);
  if (article !== null) return linkInside(article, { key, kind, heading, ...given({ headline, summary }) });
  if (headline === null || isGone(link, await momentOf(reader))) return null;
  const teaser = { key, kind, heading, headline, summary };
  if (externalAddress === null || externalAddress.state === "DEAD") return { leads: "nowhere", ...teaser };
  return { leads: "outside", url: externalAddress.url, ...teaser };
}

function isGone({ target }: StoredLink, at: Date): boolean {
  if (target === null) return false;
  const taken = ["HELD", "UNPUBLISHED", "KILLED", "SPIKED"].includes(target.state);
  return taken || (target.expiresAt !== null && target.expiresAt <= at);
}

const given = ({ headline, summary }: Pick<StoredLink, "headline" | "summary">): Partial<Teaser> => ({
  ...(headline === null ? {} : { headline }),
  ...(summary === null ? {} : { summary }),
});

/** The links an article's own revision holds, in order; those to what is not live and has no words are left out. */
export async function ownLinksOf(reader: Reader, { revisionId }: LiveArticle): Promise<readonly ShownLink[]> {
  const rows = await stored(reader).load(revisionId);
  const shown = await Promise.all(rows.map((row) => show(reader, row)));
  return shown.filter((link) => link !== null);
}

/** An article's own links, then the articles that link to it and ask to be linked back; no article twice. */
export async function relatedLinksOf(reader: Reader, article: LiveArticle): Promise<readonly ShownLink[]> {
  const [own, backs] = await Promise.all([ownLinksOf(reader, article), backwards(reader).load(article.id)]);
  const taken = new Set(own.map((link) => (link.leads === "inside" ? link.article.id : null)));
  const fresh = backs.filter(({ articleId }) => !taken.has(articleId));
  const shown = await Promise.all(fresh.map((back) => showBack(reader, back)));
  return [...own, ...shown.filter((link) => link !== null)];
}

async function showBack(reader: Reader, { articleId, kind }: LinkBack): Promise<ShownLink | null> {
  const article = await articleById(reader, articleId);
  return article === null ? null : linkInside(article, { key: articleId, kind });
}
