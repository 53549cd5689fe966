import fc from "fast-check";

const word = fc.stringMatching(/^[a-zéøßжλ]{1,9}$/u).filter((text) => text.normalize("NFC") === text);
const name = word.map((text) => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`);
const phrase = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((words) => words.join(" "));
const sentence = phrase(4, 30).map((text) => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}.`);

/** A paragraph as a newspaper writes it: sentences, quotations, odd spaces, signs and all, on one line. */
const paragraph = fc
  .array(
    fc.oneof(
      sentence,
      sentence.map((text) => `“${text}”`),
      sentence.map((text) => text.replaceAll(" ", "  ")),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((sentences) => sentences.join(" "));
const headline = phrase(5, 10).map((text) => `The ${text}`);

/** What a page says. */
export interface Content {
  readonly headline: string;
  readonly credit: string | null;
  readonly paragraphs: readonly string[];
  readonly section: string;
  readonly teasers: readonly { readonly headline: string; readonly summary: string | null }[];
  readonly rails: readonly string[];
}

/** Any such page. */
export const content: fc.Arbitrary<Content> = fc.record({
  headline,
  credit: fc.constantFrom(null, "IDA WREN/ POOL/ AFP", "Jo Amadi/Reuters", "Handout via Reuters"),
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 8 }),
  section: fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join(" ")),
  teasers: fc.uniqueArray(fc.record({ headline, summary: fc.option(paragraph) }), {
    minLength: 1,
    maxLength: 5,
    selector: (teaser) => teaser.headline,
  }),
  rails: fc.subarray(["Blogs", "Videos", "Most read", "Podcasts"]),
});
/** How a page is laid out. */
export const layout = fc.record({
  bullet: fc.constantFrom("•", "-", "*", "–", "·", "1."),
  margin: fc.constantFrom("", "  ", "\t"),
  indent: fc.constantFrom("", " ", "    ", "\t"),
  under: fc.constantFrom("  ", "    ", "\t\t", "\u00A0\u00A0"),
  after: fc.constantFrom("", "  ", "\t"),
  gap: fc.constantFrom("\n", "\n\n", "\n \t\n"),
  summaryGap: fc.constantFrom("", "\n"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  begin: fc.constantFrom("", "\uFEFF", "\n\n"),
  end: fc.constantFrom("", "\n", "\n\n  \n"),
});
type Layout = typeof layout extends fc.Arbitrary<infer Laid> ? Laid : never;

/** The page as a plain-text capture. */
export function written(said: Content, laid: Layout): string {
  const { margin, gap, after } = laid;
  const teaser = ({ headline, summary }: Content["teasers"][number]) => {
    const opening = `${margin}${laid.indent}${laid.bullet} ${headline}${after}\n`;
    return summary === null
      ? opening
      : `${opening}${laid.summaryGap}${margin}${laid.indent}${laid.under}${summary}${after}\n`;
  };
  const plain = [said.headline, ...(said.credit === null ? [] : [said.credit]), ...said.paragraphs];
  const pieces = [
    ...[...plain, `More from ${said.section}`].map((text) => `${margin}${text}${after}\n`),
    ...said.teasers.map(teaser),
    ...said.rails.map((text) => `${margin}${text}${after}\n`),
  ];
  return `${laid.begin}${pieces.join(gap).trimEnd()}${laid.end}`.replaceAll("\n", laid.lineEnd);
}
