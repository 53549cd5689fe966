import { withInner, type Block, type InlineText, type Span } from "./types.ts";

/** An address outside that the text of a block leads to. */
interface BlockAddress {
  /** The block that holds the text: of a fact box, the one inside it. */
  readonly blockId: string;
  /** In the one spelling that WHATWG URL gives it. */
  readonly url: string;
}

/** As long as an address may be where it is kept. */
const longest = 2048;

/** The addresses that the marks of a body lead to, in reading order, each once a block. */
export function addressesIn(blocks: readonly Block[]): readonly BlockAddress[] {
  return blocks.flatMap(withInner).flatMap((block) => {
    const urls = spansOf(block).flatMap((span) => (span.kind === "link" ? [spelled(span.href)] : []));
    return [...new Set(urls)].filter((url) => url.length <= longest).map((url) => ({ blockId: block.id, url }));
  });
}

/** A body in which every mark that leads to one address, however it is spelled, leads to another. */
export function readdressed(blocks: readonly Block[], from: string, to: string): readonly Block[] {
  const turn = (span: Span): Span =>
    span.kind === "link" && spelled(span.href) === spelled(from) ? { ...span, href: to } : span;
  return blocks.map((block) => withTexts(block, (text) => ({ ...text, spans: text.spans.map(turn) })));
}

const spelled = (href: string): string => (URL.canParse(href) ? new URL(href).href : href);

function spansOf(block: Block): readonly Span[] {
  if (block.type === "factBox") return [];
  const spans: Span[] = [];
  withTexts(block, (text) => {
    spans.push(...text.spans);
    return text;
  });
  return spans;
}

type Change = <Text extends InlineText>(text: Text) => Text;

/** A block with every text that can bear marks changed. */
function withTexts(block: Block, change: Change): Block {
  if ("spans" in block) return change(block);
  if (block.type === "list") return { ...block, items: block.items.map(change) };
  if (block.type === "table") {
    return { ...block, header: block.header.map(change), rows: block.rows.map((row) => row.map(change)) };
  }
  if (block.type !== "factBox") return block;
  return { ...block, blocks: block.blocks.map((inner) => withTexts(inner, change) as typeof inner) };
}
