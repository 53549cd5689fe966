import { cardCell } from "../plan/index.ts";
import type { Project, Row, Value } from "../plan/index.ts";

// Every link is made of the same names in the same order: reading one is then as quick as reading another.

/** A related link as readers see it; it has an article only where it leads inside. */
export interface LinkValue extends Value {
  readonly leads: "inside" | "outside" | "nowhere";
  readonly key: string;
  readonly kind: string;
  readonly heading: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly url: string | null;
  readonly articleId: string | null;
  readonly article: Row | null;
  /** How the article is shown, one for each selection asked for. */
  readonly shows: readonly Project<Row>[];
}

/** What a link says itself. */
export type OwnWords = Pick<LinkValue, "key" | "kind" | "heading" | "headline" | "summary" | "articleId">;

/** What stands in every row of an article behind a link: what the link says where it has no own words. */
export const teaser = ["headline", "standfirst"] as const;

const [headlineCell, summaryCell] = [cardCell("headline"), cardCell("standfirst")];

/** A link to a live article; the link's own words win over the target's. */
export function linkInside(
  article: Row,
  shows: readonly Project<Row>[],
  link: Partial<LinkValue> & Pick<LinkValue, "key" | "kind">,
): LinkValue {
  return {
    leads: "inside",
    key: link.key,
    kind: link.kind,
    heading: link.heading ?? null,
    headline: link.headline ?? article.text(headlineCell),
    summary: link.summary ?? article.textOrNull(summaryCell),
    url: null,
    articleId: link.articleId ?? link.key,
    article,
    shows,
  };
}

/** A link that leads to an address, or nowhere. */
export const linkAway = (
  { key, kind, heading, headline, summary }: OwnWords,
  url: string | null,
  shows: readonly Project<Row>[],
): LinkValue => ({
  leads: url === null ? "nowhere" : "outside",
  key,
  kind,
  heading,
  headline,
  summary,
  url,
  articleId: null,
  article: null,
  shows,
});
