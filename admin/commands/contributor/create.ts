import { createContributor, type CreateContributor } from "../../../src/newsroom/contributors/index.ts";
import { changed } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { contributorView } from "../../views/people.ts";

/** `desk contributor create NAME` */
export const verb: Verb = {
  words: [["<name>", "as bylines print it"]],
  options: [
    { flags: "--slug <slug>", help: "made from the name if left out" },
    { flags: "--kind <kind>", help: "person (the default) or organisation" },
    { flags: "--sort-name <name>", help: "the name lists are ordered by, such as 'Quill, Mara'" },
    { flags: "--bio <text>", help: "a few words for readers" },
    { flags: "--email <address>", help: "never leaves the desk" },
  ],
  examples: [
    "desk contributor create 'Mara Quill'",
    "desk contributor create 'Harbour News Agency' --kind organisation --dry-run",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const { text } = call;
      const kind = caps(text("kind")) as CreateContributor["kind"];
      const facts = { slug: text("slug"), sortName: text("sortName"), bio: text("bio"), email: text("email") };
      const person = await write((desk) => createContributor(desk, { displayName: call.word(0), kind, ...facts }));
      return changed(contributorView, null, person, [`Created the contributor ${person.slug}.`]);
    }),
};
