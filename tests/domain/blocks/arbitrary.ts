import fc from "fast-check";
import {
  markKinds,
  noteKinds,
  parseBlocks,
  type Block,
  type HeadingBlock,
  type InlineText,
  type ListBlock,
  type ParagraphBlock,
  type Span,
} from "../../../src/domain/blocks/index.ts";
import { cleanText } from "../../../src/domain/text/index.ts";

/** Pieces that break careless HTML and Markdown writers. */
const nasty = [
  ...Array.from("<>&\"'`*_[]()#+-=!|~\\:./ \n"),
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</p>",
  "&lt;",
  "&amp",
  "]]>",
  "<!--",
  "**",
  "~~~",
  "```",
  ":::",
  "1. ",
  "12)",
  "    ",
  "---",
  "](javascript:alert(1))",
  "www",
  "a",
  "é",
  "港",
  "🗞",
];

/** Any string at all, or one built of the pieces above. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.constantFrom(...nasty), { maxLength: 12 }).map((parts) => parts.join("")),
);

const anyHref = fc.oneof(
  fc.constantFrom("https://example.com/a?b=1&copy=2", "http://example.com/(x)|y", "https://example.com/é*_'"),
  fc.constantFrom("javascript:alert(1)", "java\tscript:alert(1)", 'https://x/"onclick="alert(1)', "data:text/html,x"),
  anyText,
);

function anySpan(length: number): fc.Arbitrary<Span> {
  const place = fc.integer({ min: -1, max: length + 1 });
  const mark = fc.record({ start: place, end: place, kind: fc.constantFrom(...markKinds) });
  return fc.oneof(mark, fc.record({ start: place, end: place, kind: fc.constant("link" as const), href: anyHref }));
}

/** Inline text nobody checked: any text, spans anywhere, any address. */
const wildInline: fc.Arbitrary<InlineText> = anyText.chain((text) =>
  fc.record({ text: fc.constant(text), spans: fc.array(anySpan(text.length), { maxLength: 8 }) }),
);

function isSound(inline: InlineText): boolean {
  return parseBlocks([{ id: "x", type: "paragraph", ...inline }]).ok;
}

function withoutUnsound({ text, spans }: InlineText): InlineText {
  const kept = spans.reduce<readonly Span[]>(
    (sofar, span) => (isSound({ text, spans: [...sofar, span] }) ? [...sofar, span] : sofar),
    [],
  );
  return { text, spans: kept };
}

/** Inline text that passes the checks. */
export const soundInline: fc.Arbitrary<InlineText> = wildInline
  .map(({ text, spans }) => ({ text: cleanText(text), spans }))
  .filter(({ text }) => text.trim() !== "")
  .map(withoutUnsound);

const id = fc.constantFrom("a", "b-1", "C_2");
const uuid = fc.uuid();
const maybe = <Key extends string>(key: Key): fc.Arbitrary<Partial<Record<Key, string>>> =>
  fc.oneof(
    fc.constant({}),
    anyText.map((text) => ({ [key]: text }) as Partial<Record<Key, string>>),
  );
const merged = <A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> =>
  fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }));

const paragraph: fc.Arbitrary<ParagraphBlock> = merged(
  wildInline,
  fc.record({ id, type: fc.constant("paragraph" as const) }),
);
const heading: fc.Arbitrary<HeadingBlock> = merged(
  wildInline,
  fc.record({ id, type: fc.constant("heading" as const), level: fc.constantFrom(2 as const, 3 as const, 4 as const) }),
);
const list: fc.Arbitrary<ListBlock> = fc.record({
  id,
  type: fc.constant("list"),
  ordered: fc.boolean(),
  items: fc.array(wildInline, { maxLength: 3 }),
});

/** A block of any type with wild content: typed right, never checked. */
export const wildBlock: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  heading,
  list,
  merged(merged(wildInline, maybe("attribution")), fc.record({ id, type: fc.constant("quote" as const) })),
  merged(merged(maybe("alt"), maybe("caption")), fc.record({ id, type: fc.constant("image" as const), mediaId: uuid })),
  merged(maybe("caption"), fc.record({ id, type: fc.constant("gallery" as const), mediaIds: fc.array(uuid) })),
  fc.record({ id, type: fc.constant("embed" as const), provider: anyText, url: anyHref, fallbackText: anyText }),
  fc.record({ id, type: fc.constant("divider" as const) }),
  merged(
    maybe("caption"),
    fc.record({
      id,
      type: fc.constant("table" as const),
      header: fc.array(wildInline, { maxLength: 2 }),
      rows: fc.array(fc.array(wildInline, { maxLength: 2 }), { maxLength: 2 }),
    }),
  ),
  fc.record({
    id,
    type: fc.constant("factBox" as const),
    title: anyText,
    blocks: fc.array(fc.oneof(paragraph, heading, list), { maxLength: 2 }),
  }),
  fc.record({
    id,
    type: fc.constant("relatedBox" as const),
    title: anyText,
    items: fc.array(fc.oneof(fc.record({ linkKey: uuid }), fc.record({ articleId: uuid })), { maxLength: 2 }),
  }),
  merged(
    wildInline,
    fc.record({
      id,
      type: fc.constant("correctionNote" as const),
      date: anyText,
      kind: fc.constantFrom(...noteKinds),
    }),
  ),
  fc.record({
    id,
    type: fc.constant("unknown" as const),
    typeName: anyText,
    original: fc.json(),
    fallbackText: anyText,
  }),
);
