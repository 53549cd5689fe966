import { addCorrection, type AddCorrection } from "../../../src/newsroom/articles/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { caps } from "../../read/caps.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk correction add ARTICLE --text TEXT` */
export const verb: Verb = {
  words: [articleWord],
  options: [
    { flags: "--text <text>", help: "what readers are told", required: true },
    { flags: "--kind <kind>", help: "correction (the default), clarification, update, editors-note or retraction" },
    { flags: "--reason <text>", help: "why; readers never see it" },
  ],
  examples: [
    "desk correction add harbour-bridge-reopens --text 'An earlier version named the wrong mayor.'",
    "desk correction add 0198f2a4 --kind retraction --text 'We withdraw this report.' --reason 'letter of 3 May'",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, seen } = await articleSeen(desk, call);
      const kind = caps(call.text("kind")) as AddCorrection["kind"];
      const note = { kind, text: call.text("text") ?? "", internalReason: call.text("reason") };
      const article = await write((open) => addCorrection(open, { ...seen, ...note }));
      const said = ["Readers see the note.", `To change the words as well: desk article correct ${article.slug}`];
      return changed(articleSheet(desk.now()), before, article, said);
    }),
};
