import { createArticle, type CreateArticle } from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { findSection } from "../../../src/newsroom/sections/index.ts";
import { changed } from "../../print/index.ts";
import { bylinesOf, topicIds } from "../../read/article.ts";
import { plainToBlocks } from "../../../src/domain/blocks/index.ts";
import { caps } from "../../read/caps.ts";
import { textFrom } from "../../read/input.ts";
import { readTime } from "../../read/time.ts";
import type { Call } from "../../run/call.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article create --headline … --section …` */
export const verb: Verb = {
  options: [
    { flags: "--headline <text>", help: "the headline", required: true },
    { flags: "--section <section>", help: "its section: slug, path, name or id", required: true },
    { flags: "--file <file>", help: 'the body: paragraphs parted by empty lines, "## " for headings; - reads stdin' },
    { flags: "--kind <kind>", help: "news (the default), opinion, analysis, live, gallery or video" },
    { flags: "--slug <slug>", help: "made from the headline if left out" },
    { flags: "--standfirst <text>", help: "the sentence below the headline" },
    { flags: "--kicker <text>", help: "the words above the headline" },
    { flags: "--dateline <place>", help: "where it was reported from" },
    { flags: "--language <tag>", help: "such as en or de-AT" },
    { flags: "--byline <name>", help: "who wrote it; give it again for each name", many: true },
    { flags: "--topic <topic>", help: "slug, type:slug or id; the most important first", many: true },
    { flags: "--embargo <time>", help: "readers may not have it before" },
    { flags: "--expires <time>", help: "readers have it no longer from then on" },
    { flags: "--note <text>", help: "a note for the desk" },
  ],
  examples: [
    "desk article create --headline 'Harbour bridge reopens' --section local --file bridge.md",
    "desk article create --headline 'In praise of rain' --section views --kind opinion --byline 'Mara Quill' --dry-run",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const body = await bodyOf(call);
      const input = { ...(await inputOf(desk, call)), ...body };
      const article = await write((open) => createArticle(open, input));
      const next = `Created a draft. Publish it: desk article publish ${article.slug}`;
      return changed(articleSheet(desk.now()), null, article, [next]);
    }),
};

async function bodyOf({ text }: Call): Promise<Pick<CreateArticle, "blocks">> {
  const file = text("file");
  return file === undefined ? {} : { blocks: plainToBlocks(await textFrom(file)) };
}

async function inputOf(desk: Desk, { text, texts }: Call): Promise<CreateArticle> {
  const clock = { zone: desk.zone, now: desk.now() };
  const time = (option: string) => {
    const given = text(option);
    return given === undefined ? undefined : readTime(given, clock);
  };
  return {
    headline: text("headline") ?? "",
    sectionId: (await findSection(desk, text("section") ?? "")).id,
    ...{ slug: text("slug"), standfirst: text("standfirst"), kicker: text("kicker"), note: text("note") },
    ...{ kind: caps(text("kind")) as CreateArticle["kind"], datelinePlace: text("dateline") },
    language: text("language"),
    bylines: await bylinesOf(desk, texts("byline")),
    topics: await topicIds(desk, texts("topic")),
    ...{ embargoUntil: time("embargo"), expiresAt: time("expires") },
  };
}
