import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseTextPage, type PageFault, type TextPage } from "../../../src/domain/page/index.ts";

/** The text of one of our own pages. */
export const pageFile = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../fixtures/pages", `${name}.txt`), "utf8");

/** The page a text is; fails the test when it is refused. */
export function pageIn(text: string): TextPage {
  const parsed = parseTextPage(text);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.reason}`);
  return parsed.page;
}

/** The refusal of a text; fails the test when it is taken for a page. */
export function refusalOf(text: string): PageFault {
  const parsed = parseTextPage(text);
  if (parsed.ok) throw new Error(`taken for a page: ${JSON.stringify(parsed.page)}`);
  return parsed;
}

/** What a page says, without the lines it says it on. */
export const said = (page: TextPage) => ({
  headline: page.headline.text,
  credit: page.credit?.text ?? null,
  byline: page.byline?.text ?? null,
  paragraphs: page.paragraphs.map(({ text }) => text),
  lists: page.lists.map(({ heading, teasers }) => ({
    heading,
    teasers: teasers.map(({ headline, summary }) => ({ headline, summary })),
  })),
  sectionName: page.sectionName,
  emptyRails: page.emptyRails.map(({ text }) => text),
  leftOut: page.leftOut.map(({ text }) => text),
});
