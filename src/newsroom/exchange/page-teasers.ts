import type { Lined, TextPage } from "../../domain/page/index.ts";
import type { CreateArticle } from "../articles/index.ts";
import type { OpenDesk } from "../desk.ts";
import { bearersOf, type TeaserCandidate } from "../links/index.ts";

/** A teaser of the page as it becomes a related link. */
export interface ImportedTeaser {
  /** Its place among the article's related links, from 0. */
  readonly position: number;
  /** The line of the file it stands on, from 1. */
  readonly line: number;
  readonly heading: string;
  readonly headline: string;
  readonly summary: string | null;
  /** The one article that bears its headline; null while there is none, or more than one. */
  readonly matched: TeaserCandidate | null;
}

/** The teasers of a page, and those left out because the page has them twice. */
export interface PageTeasers {
  readonly teasers: readonly ImportedTeaser[];
  readonly doubled: readonly Lined[];
}

const fold = (headline: string): string => headline.replace(/\s+/gu, " ").trim().toLowerCase();

/** Matches each teaser with the one article that bears its headline; no article is matched twice. */
export async function matchTeasers(desk: OpenDesk, { lists }: TextPage): Promise<PageTeasers> {
  const all = lists.flatMap(({ heading, teasers }) => teasers.map((teaser) => ({ heading, ...teaser })));
  const bearers = await bearersOf(
    desk.db,
    all.map(({ headline }) => headline),
  );
  const taken = new Set<string>();
  const told = new Set<string>();
  const teasers: ImportedTeaser[] = [];
  const doubled: Lined[] = [];
  for (const teaser of all) {
    const key = fold(teaser.headline);
    if (told.has(key)) doubled.push({ text: teaser.headline, line: teaser.line });
    else teasers.push({ ...teaser, position: teasers.length, matched: onlyOne(bearers.get(teaser.headline), taken) });
    told.add(key);
  }
  return { teasers, doubled };
}

function onlyOne(candidates: readonly TeaserCandidate[] = [], taken: Set<string>): TeaserCandidate | null {
  const [only, another] = candidates;
  if (only === undefined || another !== undefined || taken.has(only.id)) return null;
  taken.add(only.id);
  return only;
}

/** A teaser as the related link it becomes; its headline and summary stay as the page has them. */
export const linkOf = ({
  heading,
  headline,
  summary,
  matched,
}: ImportedTeaser): NonNullable<CreateArticle["links"]>[number] => ({
  ...{ kind: "RELATED", heading, headline, summary },
  target: matched === null ? null : { articleId: matched.id },
});
