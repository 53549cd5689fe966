import { endsSentence, type Line } from "./lines.ts";

const longestHeading = 120;
const decoration = /^[#=*_[\]|>~\s-]+(?=\p{L})|[\s:=*_[\]|>~»›→-]+$/gu;

const moreFrom =
  /^(?:(?:read|see|find|get)\s+)?more\s+(?:(?:news|stories|articles)\s+)?(?:from|in)\s*:?\s+(?<name>\S.*)$/iu;
const quoted = /^["“‘'«](.*)["”’'»]$/u;
const nobodysSection = /^(?:this|these|our|us|author|the author|the web|around|elsewhere)\b/iu;

const relatedHeadings = new Set(
  `related, related articles, related news, related stories, related content, related links, related topics, read more,
  read also, also read, read next, see also, more stories, more news, more on this story, more on this topic,
  more like this, you may also like, you might also like, recommended, recommended for you, further reading`
    .split(",")
    .map((heading) => heading.trim()),
);

const railNames = new Set(
  `blogs, blog, videos, video, photos, galleries, gallery, podcasts, podcast, opinion, opinions, columns, columnists,
  editorials, editorial, cartoons, most read, most popular, most viewed, most shared, trending, trending now, popular,
  popular now, latest, latest news, latest stories, top stories, headlines, live, live blogs, features, lifestyle, comments,
  newsletters, newsletter, tags, topics, share, follow us, advertisement, advertisements, sponsored, events, weather`
    .split(",")
    .map((name) => name.trim()),
);

/** A heading without rules, hashes and a colon around it, its white space folded. */
export const bareHeading = (text: string): string =>
  text.length > longestHeading * 2 ? text : text.replace(decoration, "").replace(/\s+/gu, " ").trim();

const folded = (text: string): string => bareHeading(text).toLowerCase();

/** What the heading of a list of teasers says. */
export interface ListHeading {
  readonly heading: string;
  /** The section it names; null for headings such as "Related". */
  readonly sectionName: string | null;
}

/** The heading of a list of teasers this text can be, or null. Headings end without a full stop. */
export function listHeading(text: string): ListHeading | null {
  const heading = bareHeading(text);
  if (heading.length > longestHeading || endsSentence(heading) || !/^\p{Lu}/u.test(heading)) return null;
  const name = moreFrom.exec(heading)?.groups?.["name"]?.replace(quoted, "$1");
  if (name !== undefined) return { heading, sectionName: nobodysSection.test(name) ? null : name };
  return relatedHeadings.has(heading.toLowerCase()) ? { heading, sectionName: null } : null;
}

/** Whether a text is the usual name of a rail, such as "Blogs" or "Most read". */
export const isRailName = (text: string): boolean => railNames.has(folded(text)) || relatedHeadings.has(folded(text));

/** How many words a text has, counted by its white space. */
const wordsIn = (text: string): number => text.split(/\s+/u).length;

/** Whether a line could be a heading at all: at most so many words, beginning with a letter, not ending as a sentence does. */
export function couldBeHeading({ text }: Line, mostWords: number): boolean {
  const bare = bareHeading(text);
  return bare.length <= 60 && wordsIn(bare) <= mostWords && /^\p{L}/u.test(bare) && !endsSentence(bare);
}
