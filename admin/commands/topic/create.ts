import { createTopic, type CreateTopic } from "../../../src/newsroom/topics/index.ts";
import { changed } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { topicView } from "../../views/people.ts";

/** `desk topic create NAME` */
export const verb: Verb = {
  words: [["<name>", "the name readers see"]],
  options: [
    { flags: "--type <type>", help: "keyword (the default), person, place, organisation, event, series or blog" },
    { flags: "--slug <slug>", help: "made from the name if left out" },
    { flags: "--description <text>", help: "a sentence about it" },
    { flags: "--scheme-uri <uri>", help: "the concept in a shared vocabulary" },
  ],
  examples: ["desk topic create Ferries", "desk topic create 'City notes' --type blog"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const { text } = call;
      const type = (caps(text("type")) ?? "KEYWORD") as CreateTopic["type"];
      const facts = { slug: text("slug"), description: text("description"), schemeUri: text("schemeUri") };
      const topic = await write((desk) => createTopic(desk, { name: call.word(0), type, ...facts }));
      return changed(topicView, null, topic, [`Created the topic ${topic.type.toLowerCase()}:${topic.slug}.`]);
    }),
};
