import { correctArticle, type CorrectArticle } from "../../../src/newsroom/articles/index.ts";
import { changed } from "../../print/index.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { caps } from "../../read/caps.ts";
import { wordNames, wordsFrom } from "../../read/fields.ts";
import { textFrom } from "../../read/input.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article correct ARTICLE FIELD=VALUE… --text …` */
export const verb: Verb = {
  words: [articleWord, ["[changes...]", `FIELD=VALUE; FIELD= empties it. Fields: ${wordNames.join(", ")}`]],
  options: [
    { flags: "--text <text>", help: "what readers are told", required: true },
    { flags: "--kind <kind>", help: "correction (the default), clarification, update, editors_note or retraction" },
    { flags: "--reason <text>", help: "why; readers never see it" },
    acceptOption,
    { flags: "--file <file>", help: 'a new body: paragraphs, "## " for headings; - reads stdin' },
  ],
  examples: [
    "desk article correct harbour-bridge-reopens standfirst='It opened at six.' --text 'It opened at six, not at seven.'",
    "desk article correct in-praise-of-rain --file rain.md --kind clarification --text 'Says which valley.' --dry-run",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, seen } = await articleSeen(desk, call);
      const file = call.text("file");
      const body = file === undefined ? undefined : await textFrom(file);
      const changes = await wordsFrom(desk, call.words.slice(1), body);
      const kind = caps(call.text("kind")) as CorrectArticle["kind"];
      const note = { kind, text: call.text("text") ?? "", internalReason: call.text("reason"), ...readAccepted(call) };
      const article = await write((open) => correctArticle(open, { ...seen, ...note, changes }));
      const { liveRevision, headRevision } = article;
      const open = headRevision.id === liveRevision?.id ? [] : ["The open draft has the correction too."];
      return changed(articleSheet(desk.now()), before, article, ["Corrected, and readers are told.", ...open]);
    }),
};
