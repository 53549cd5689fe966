import type { ArticleRow } from "../../src/newsroom/articles/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { articleWord } from "./article.ts";

/** How a link of an article may be named on the command line. */
export const linkWord = ["<link>", "its number in the list, or its key or the beginning of it"] as const;

/** The key of the link a word names. Throws NOT_FOUND, AMBIGUOUS. */
export function linkKey({ headRevision, slug }: ArticleRow, word: string): string {
  const { links } = headRevision;
  const byNumber = /^\d{1,3}$/.test(word) ? links[Number(word) - 1] : undefined;
  const named = byNumber
    ? [byNumber]
    : links.filter(({ key }) => word.length >= 4 && key.startsWith(word.toLowerCase()));
  const [link, second] = named;
  if (!link) {
    const fix = `Look at them: desk link list ${slug}`;
    throw new DatelineError("NOT_FOUND", { says: `The article has no link "${word}".`, fix, details: { name: word } });
  }
  if (!second) return link.key;
  const candidates = named.map(({ key, headline }) => ({ id: key, name: headline ?? "" }));
  throw new DatelineError("AMBIGUOUS", { says: `"${word}" fits more than one link.`, details: { candidates } });
}

/** How a link back is named on the command line: by the article that shows it, and the one that asks for it. */
export const backWords = [articleWord, ["<from>", "the article that asks it to link back"]] as const;
