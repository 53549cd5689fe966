import { findArticle } from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { addLink, type AddLink } from "../../../src/newsroom/links/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { caps } from "../../read/caps.ts";
import { placeOf } from "../../read/place.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { linksChanged } from "../../views/link.ts";

/** `desk link add ARTICLE TARGET` */
export const verb: Verb = {
  words: [articleWord, ["<target>", "another article, or an http(s) address outside"]],
  options: [
    { flags: "--kind <kind>", help: "related (the default), background, timeline, explainer or source" },
    { flags: "--headline <text>", help: "in place of the target's own; needed for an address outside" },
    { flags: "--summary <text>", help: "a sentence below it" },
    { flags: "--heading <text>", help: "the heading of its group" },
    { flags: "--reciprocal", help: "the other article shows a link back" },
    { flags: "--at <n>", help: "its place in the order, from 1; last if left out" },
  ],
  examples: [
    "desk link add harbour-bridge-reopens harbour-bridge-closed --kind background --reciprocal",
    "desk link add harbour-bridge-reopens https://bridges.example/report --headline 'The report' --at 1",
  ],
  writes: true,
  versioned: true,
  merges: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { text } = call;
      const { before, edit } = await articleSeen(desk, call);
      const target = await targetOf(desk, call.word(1));
      const words = { headline: text("headline"), summary: text("summary"), heading: text("heading") };
      const kind = caps(text("kind")) as AddLink["kind"];
      const link = { target, kind, ...words, reciprocal: call.flag("reciprocal"), position: placeOf(call, "at") };
      const after = await write((open) => addLink(open, { ...edit, ...link }));
      return linksChanged(before, after, desk.now(), "Added the link.");
    }),
};

async function targetOf(desk: Desk, word: string): Promise<NonNullable<AddLink["target"]>> {
  if (/^https?:\/\//i.test(word)) return { url: word };
  return { articleId: (await findArticle(desk, word)).id };
}
