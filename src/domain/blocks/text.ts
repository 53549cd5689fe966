import { countWords, shorten } from "../text/index.ts";
import { byType, withInner, type Block, type BlockTable, type InlineText } from "./types.ts";

const nothing = (): string => "";
const plain = ({ text }: InlineText): string => text;
const joined = (texts: readonly (string | undefined)[], by: string): string => texts.filter(Boolean).join(by);
const row = (cells: readonly InlineText[]): string => cells.map(plain).join(" | ");

const table: BlockTable<string> = {
  paragraph: plain,
  heading: plain,
  list: ({ items, ordered }) =>
    items.map(({ text }, index) => `${ordered ? `${String(index + 1)}.` : "-"} ${text}`).join("\n"),
  quote: ({ text, attribution }) => joined([text, attribution && `— ${attribution}`], "\n"),
  image: ({ caption }) => caption ?? "",
  gallery: ({ caption }) => caption ?? "",
  embed: ({ fallbackText }) => fallbackText,
  divider: nothing,
  table: ({ caption, header, rows }) => joined([caption, row(header), ...rows.map(row)], "\n"),
  factBox: ({ title, blocks }) => joined([title, blocksToText(blocks)], "\n\n"),
  relatedBox: nothing,
  correctionNote: ({ date, text }) => `${date}: ${text}`,
  unknown: ({ fallbackText }) => fallbackText,
};

/** The body as plain text: blocks parted by an empty line, in reading order. Related boxes are not part of the words. */
export function blocksToText(blocks: readonly Block[]): string {
  return joined(
    blocks.map((block) => byType(table, block)),
    "\n\n",
  );
}

const words: BlockTable<readonly string[]> = {
  paragraph: ({ text }) => [text],
  heading: ({ text }) => [text],
  list: ({ items }) => items.map(plain),
  quote: ({ text, attribution }) => [text, attribution ?? ""],
  image: () => [],
  gallery: () => [],
  embed: () => [],
  divider: () => [],
  table: ({ header, rows }) => [header, ...rows].flat().map(plain),
  factBox: ({ title }) => [title],
  relatedBox: () => [],
  correctionNote: ({ text }) => [text],
  unknown: () => [],
};

/** How many words readers read in the body: paragraphs, headings, lists, quotes, tables, fact boxes and notes. */
export function wordCount(blocks: readonly Block[], language: string): number {
  const texts = blocks.flatMap(withInner).flatMap((block) => byType(words, block));
  return countWords(texts.join("\n"), language);
}

/** The beginning of the body's paragraphs on one line, at most `max` UTF-16 units, cut at a word with "…". */
export function excerpt(blocks: readonly Block[], max: number): string {
  const paragraphs = blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
  return shorten(paragraphs.join(" "), max);
}
