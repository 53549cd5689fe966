import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { changesFrom, fieldNames } from "../../read/fields.ts";
import { textFrom } from "../../read/input.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article set ARTICLE FIELD=VALUE…` */
export const verb: Verb = {
  words: [articleWord, ["[changes...]", `FIELD=VALUE; FIELD= empties it. Fields: ${fieldNames.join(", ")}`]],
  options: [
    { flags: "--file <file>", help: 'a new body: paragraphs, "## " for headings; - reads stdin' },
    { flags: "--autosave", help: "saved by a program: it takes the place of your autosave before it" },
  ],
  examples: [
    "desk article set harbour-bridge-reopens headline='Harbour bridge opens again' kicker=Traffic",
    "desk article set in-praise-of-rain bylines='Mara Quill; Jon Vale' topics=weather,blog:city-notes --if-version 4",
  ],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, edit } = await articleSeen(desk, call);
      const file = call.text("file");
      const body = file === undefined ? undefined : await textFrom(file);
      const apply = await changesFrom(desk, call.words.slice(1), body);
      const article = await write((open) =>
        apply(open, { ...edit, ...(call.flag("autosave") && { revisionKind: "AUTOSAVE" }) }),
      );
      const live = article.liveRevision?.number;
      const behind = live !== undefined && live !== article.headRevision.number;
      const next = behind ? [`Readers still see revision ${live}: desk article publish ${article.slug}`] : [];
      return changed(articleSheet(desk.now()), before, article, ["Saved.", ...next]);
    }),
};
