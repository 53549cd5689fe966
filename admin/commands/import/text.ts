import { importTextPage, type ImportedPage } from "../../../src/newsroom/exchange/index.ts";
import { counted, recordOf } from "../../print/index.ts";
import { bytesFrom } from "../../read/input.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { importPage, importSheet } from "../../views/import.ts";

/** `desk import text FILE` */
export const verb: Verb = {
  words: [["<file>", "a plain-text capture of an article page; - reads stdin"]],
  options: [
    { flags: "--section <section>", help: 'in place of the one its "More from NAME" names' },
    { flags: "--language <tag>", help: "such as en or de-AT" },
  ],
  examples: ["desk import text page.txt --dry-run", "desk import text page.txt && desk article list --limit 1"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const file = call.word(0);
      const bytes = new Uint8Array(await bytesFrom(file));
      const source = file === "-" ? { text: bytes } : { text: bytes, fileName: file };
      const input = { ...source, section: call.text("section"), language: call.text("language") };
      const page = await write((open) => importTextPage(open, input));
      return { ...recordOf(importSheet, page, (look) => importPage(page, look)), notes: said(page) };
    }),
};

function said({ outcome, article, teasers }: ImportedPage): string[] {
  const publish = `Publish it: desk article publish ${article.slug}`;
  const next = article.state === "PUBLISHED" ? `Read it: desk article show ${article.slug}` : publish;
  if (outcome === "unchanged") return ["This page was imported before: nothing changed.", next];
  const open = teasers.filter(({ matched }) => matched === null).length;
  const waiting =
    open > 0 ? [`${counted(open, "teaser")} without an address yet: desk link unresolved ${article.slug}`] : [];
  return ["Imported as a draft.", ...waiting, next];
}
