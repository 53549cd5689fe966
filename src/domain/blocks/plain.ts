import { paragraphsToBlocks } from "./import.ts";
import type { Block } from "./types.ts";

const levels = { "##": 2, "###": 3, "####": 4 } as const;

/**
 * Body blocks from plain text or simple Markdown: paragraphs parted by empty lines, their own line breaks folded, and
 * headings with two to four "#". Anything else stands as it was typed.
 */
export function plainToBlocks(text: string): readonly Block[] {
  return paragraphsToBlocks(paragraphsIn(text)).map((block) => {
    const [, marks, heading] = /^(#{2,4}) (.+)$/su.exec(block.text) ?? [];
    if (marks === undefined || heading === undefined) return block;
    return {
      id: block.id,
      type: "heading",
      level: levels[marks as keyof typeof levels],
      text: heading.trim(),
      spans: [],
    };
  });
}

function paragraphsIn(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n?|\n/)) {
    const heading = /^#{2,4} /.test(line);
    if (heading || line.trim() === "") paragraphs.push([]);
    paragraphs.at(-1)?.push(line.trim());
    if (heading) paragraphs.push([]);
  }
  return paragraphs.map((lines) => lines.join(" ").trim());
}
