import { parseBlocks } from "./parse.ts";
import { asUnknown } from "./import.ts";
import { withInner, type Block } from "./types.ts";

/** Letters, digits and signs that are clean text and normal form C however they stand beside each other. */
const plainText = /^[\n\u0020-\u007e\u00a0-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;
const shortId = /^[A-Za-z0-9_-]{1,64}$/;
/** Characters a body and a text of it may have without being measured any closer. */
const glance = { body: 300_000, text: 20_000, line: 200, blocks: 2_000 } as const;

const levels = new Set<unknown>([2, 3, 4]);

type Plain = Extract<Block, { type: "paragraph" | "heading" }>;

/** Whether a text needs no closer look. */
const isPlainText = (text: unknown): text is string =>
  typeof text === "string" && text.length <= glance.text && plainText.test(text) && text.trim() !== "";

const isPlainLine = (text: string): boolean => text.length <= glance.line && !text.includes("\n");

/**
 * Whether a block is a plain paragraph or heading without marks: what most of a body is. Never true of one the rules
 * refuse.
 */
function isPlain(block: unknown): block is Plain {
  if (typeof block !== "object" || block === null) return false;
  const { id, type, text, spans, level } = block as Readonly<Record<string, unknown>>;
  if (typeof id !== "string" || !shortId.test(id) || !Array.isArray(spans) || spans.length > 0) return false;
  if (!isPlainText(text)) return false;
  const names = Object.keys(block).length;
  if (type === "paragraph") return names === 4;
  return type === "heading" && names === 5 && levels.has(level) && isPlainLine(text);
}

/** Whether plain blocks pass together as well. */
function arePlainTogether(blocks: readonly Plain[]): boolean {
  const ids = new Set<string>();
  let letters = 0;
  for (const { id, text } of blocks) {
    ids.add(id);
    letters += text.length;
  }
  return blocks.length <= glance.blocks && letters <= glance.body && ids.size === blocks.length;
}

/** Whether blocks that pass one by one pass together. */
function isSmallAndDistinct(blocks: readonly Block[]): boolean {
  const inner = blocks.flatMap(withInner);
  const plain = blocks.reduce((sum, block) => sum + ("text" in block ? block.text.length : 0), 0);
  return (
    inner.length <= glance.blocks && plain <= glance.body && new Set(inner.map(({ id }) => id)).size === inner.length
  );
}

/**
 * The blocks of a stored body by today's rules: the same as `parseBlocks` gives, at a fraction of the cost where most
 * of the body is plain paragraphs and headings. A block no rule knows any more comes as an unknown one, so that readers
 * keep the rest.
 */
export function storedBlocks(json: unknown): readonly Block[] {
  if (!Array.isArray(json)) return [];
  if (json.every(isPlain) && arePlainTogether(json)) return json;
  const plain = json.map((element: unknown) => (isPlain(element) ? element : null));
  const rest = json.filter((_, index) => plain[index] === null);
  const others = parseBlocks(rest);
  if (others.ok) {
    const passed = [...others.blocks].reverse();
    const blocks = plain.map((block) => block ?? passed.pop()).filter((block) => block !== undefined);
    if (isSmallAndDistinct(blocks)) return blocks;
  }
  const whole = parseBlocks(json);
  if (whole.ok) return whole.blocks;
  return json.flatMap((element: unknown, index) => {
    const alone = parseBlocks([element]);
    return alone.ok ? alone.blocks : [asUnknown(element, { id: `block-${String(index + 1)}` })];
  });
}
