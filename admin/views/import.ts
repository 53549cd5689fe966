import type { ImportedPage } from "../../src/newsroom/exchange/index.ts";
import { folded, type Look, type Value, type View } from "../print/index.ts";
import { creditText } from "./credit.ts";

/** What an import read and did, field by field. */
export const importSheet: View<ImportedPage> = [
  { name: "outcome", of: ({ outcome }) => outcome },
  { name: "id", of: ({ article }) => article.id },
  { name: "slug", of: ({ article }) => article.slug },
  { name: "version", of: ({ article }) => article.version },
  { name: "headline", of: ({ headline }) => headline.text },
  { name: "section", of: ({ section }) => ({ ...section }) },
  {
    name: "credit",
    of: ({ credit }) => credit && { line: credit.text, mediaId: credit.mediaId, parts: parts(credit) },
  },
  { name: "byline", of: ({ byline }) => byline?.text },
  { name: "dateline", of: ({ dateline }) => dateline?.raw },
  { name: "paragraphs", of: ({ paragraphs }) => paragraphs.map(({ text }) => text) },
  { name: "teasers", of: ({ teasers }) => teasers.map(teaserValue) },
  { name: "emptyRails", of: ({ emptyRails }) => emptyRails.map(({ text }) => text) },
  { name: "leftOut", of: ({ leftOut }) => leftOut.map(({ text }) => text) },
];

const parts = (credit: NonNullable<ImportedPage["credit"]>): Value =>
  credit.parts.map(({ role, name }) => ({ role, name }));

const teaserValue = ({ position, heading, headline, summary, matched }: ImportedPage["teasers"][number]): Value => ({
  ...{ n: position + 1, heading, headline, summary, target: matched?.slug ?? null },
});

/** What an import read, line by line, for a person to check against the page. */
export function importPage(page: ImportedPage, look: Look): string {
  const groups = [top(page), middle(page), teasers(page), bottom(page)].filter((group) => group.length > 0);
  return groups.map((group) => group.map((entry) => entryText(entry, look)).join("")).join("\n");
}

/** Something the page says: what we took it for, where it stands, and its words. */
interface Entry {
  readonly label: string;
  readonly line?: number;
  readonly text: string;
  readonly more?: readonly (string | null)[];
}

function entryText({ label, line, text, more = [] }: Entry, look: Look): string {
  const place = line === undefined ? "" : `line ${line}`;
  const margin = `${label.padEnd(13)}${place.padEnd(10)}`;
  const texts = [text, ...more.filter((each) => each !== null)];
  const [first = "", ...rest] = texts.flatMap((each) => folded(each, look, margin.length));
  return [`${look.dim(margin)}${first}`, ...rest.map((each) => `${" ".repeat(margin.length)}${each}`)]
    .map((each) => `${each}\n`)
    .join("");
}

function top({ headline, section, credit, byline, dateline }: ImportedPage): Entry[] {
  const made = section.created ? "a new section" : "known";
  return [
    { label: "headline", ...headline },
    { label: "section", text: section.name, more: [`/${section.path} (${made})`] },
    ...(credit ? [{ label: "credit", ...credit, more: [creditText(credit.parts)] }] : []),
    ...(byline ? [{ label: "byline", ...byline }] : []),
    ...(dateline ? [{ label: "dateline", line: dateline.line, text: dateline.raw, more: [dateline.place] }] : []),
  ];
}

const middle = ({ paragraphs }: ImportedPage): Entry[] =>
  paragraphs.map((paragraph, index) => ({ label: `paragraph ${index + 1}`, ...paragraph }));

const teasers = (page: ImportedPage): Entry[] =>
  page.teasers.map(({ position, line, heading, headline, summary, matched }) => ({
    label: `link ${position + 1}`,
    line,
    text: headline,
    more: [summary, `under "${heading}", ${matched ? `leads to ${matched.slug}` : "no address known yet"}`],
  }));

const bottom = ({ emptyRails, leftOut }: ImportedPage): Entry[] => [
  ...emptyRails.map((rail) => ({
    label: "empty rail",
    ...rail,
    more: ["not stored: rails are filled when they are read"],
  })),
  ...leftOut.map((text) => ({ label: "left out", ...text })),
];
