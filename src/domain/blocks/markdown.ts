import { fenceValue, inlineMarkdown } from "./markdown-inline.ts";
import { byType, type Block, type BlockTable, type InlineText, type ListBlock } from "./types.ts";

type Facts = Readonly<Record<string, string | undefined>>;

/** `::: name id=… key="value"`, the content, `:::` (what Markdown has no word for). */
function fence(name: string, id: string, facts: Facts, content = ""): string {
  const said = Object.entries(facts).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${fenceValue(value)}`],
  );
  const first = [":::", name, `id=${id}`, ...said].join(" ");
  return [first, ...(content === "" ? [] : [content]), ":::"].join("\n");
}

function indented(text: string, first: string, rest: string): string {
  return first + text.replaceAll("\n", `\n${rest}`);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** A table cell holds one line only, so its line breaks are tags. */
function cell(text: InlineText): string {
  return inlineMarkdown(text).replaceAll("\\\n", "<br>");
}

function gfmTable(header: readonly InlineText[], rows: readonly (readonly InlineText[])[]): string {
  const width = header.length || (rows[0]?.length ?? 0);
  const titles = Array.from({ length: width }, (_, index) => header[index]).map((text) => (text ? cell(text) : ""));
  return [row(titles), row(titles.map(() => "---")), ...rows.map((cells) => row(cells.map(cell)))].join("\n");
}

/** Lists that follow each other alternate their bullets, or Markdown would read them as one. */
function listMarkdown({ ordered, items }: ListBlock, afterList: boolean): string {
  const marker = (index: number): string =>
    ordered ? `${String(index + 1)}${afterList ? ")" : "."}` : afterList ? "*" : "-";
  const lines = items.map((item, index) => {
    const first = `${marker(index)} `;
    return indented(inlineMarkdown(item), first, " ".repeat(first.length));
  });
  return lines.join("\n");
}

function jsonFence(json: string): string {
  const runs = json.match(/`+/g) ?? [];
  const ticks = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${ticks}json\n${json}\n${ticks}`;
}

const table: BlockTable<string> = {
  paragraph: inlineMarkdown,
  heading: (block) => `${"#".repeat(block.level)} ${inlineMarkdown(block).replace(/(?<!\\)#$/, "\\#")}`,
  list: (block) => listMarkdown(block, false),
  quote: (block) => {
    const said = indented(inlineMarkdown(block), "> ", "> ");
    const by = block.attribution;
    return by === undefined ? said : `${said}\n>\n> — ${inlineMarkdown({ text: by, spans: [] })}`;
  },
  image: ({ id, mediaId, placement, alt, caption }) =>
    fence("image", id, {
      media: mediaId,
      placement: placement === undefined ? undefined : String(placement),
      alt,
      caption,
    }),
  gallery: ({ id, mediaIds, caption }) =>
    fence("gallery", id, { caption }, mediaIds.map((mediaId) => `- ${mediaId}`).join("\n")),
  embed: ({ id, provider, url, fallbackText }) => fence("embed", id, { provider, url, text: fallbackText }),
  divider: () => "---",
  table: ({ id, header, rows, caption }) => {
    const grid = gfmTable(header, rows);
    return caption === undefined ? grid : fence("table", id, { caption }, `\n${grid}\n`);
  },
  factBox: ({ id, title, blocks }) => fence("fact-box", id, { title }, `\n${blocksToMarkdown(blocks)}`),
  relatedBox: ({ id, title, items }) => {
    const entries = items.map((item) => ("linkKey" in item ? `- link ${item.linkKey}` : `- article ${item.articleId}`));
    return fence("related-box", id, { title }, entries.join("\n"));
  },
  correctionNote: (block) =>
    fence("correction", block.id, { date: block.date, kind: block.kind }, `\n${inlineMarkdown(block)}\n`),
  unknown: ({ id, typeName, original, fallbackText }) =>
    fence("unknown", id, { type: typeName, text: fallbackText }, jsonFence(original)),
};

function continuesList(block: Block, before: Block | undefined): boolean {
  return block.type === "list" && before?.type === "list" && before.ordered === block.ordered;
}

/**
 * The body as Markdown (CommonMark, tables as in GFM), ending with a line feed. Every sign of the text that means
 * something in Markdown is escaped. What Markdown has no word for stands in a fence, `::: name id=… key="value"` to
 * `:::`, its values as JSON text; an unknown block holds its original JSON unchanged.
 */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  let alternate = false;
  const parts = blocks.map((block, index) => {
    alternate = continuesList(block, blocks[index - 1]) && !alternate;
    return block.type === "list" ? listMarkdown(block, alternate) : byType(table, block);
  });
  return parts.map((part) => `${part}\n`).join("\n");
}
