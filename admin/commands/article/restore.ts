import { restoreRevision } from "../../../src/newsroom/revisions/index.ts";
import { changed } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { revisionNumber } from "../../read/revision.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article restore ARTICLE NUMBER` */
export const verb: Verb = {
  words: [articleWord, ["<revision>", "its number; see desk article history"]],
  options: [{ flags: "--note <text>", help: "a note for the desk; says which one came back if left out" }],
  examples: [
    "desk article restore harbour-bridge-reopens 3",
    "desk article restore in-praise-of-rain 1 --note 'The shorter one' --dry-run",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, seen } = await articleSeen(desk, call);
      const [revision, note] = [revisionNumber(call.word(1)), call.text("note")];
      const article = await write((open) => restoreRevision(open, { ...seen, revision, note }));
      const said = `Revision ${revision} is the newest again, as revision ${article.headRevision.number}.`;
      return changed(articleSheet(desk.now()), before, article, [said]);
    }),
};
