import { pathOf, publishArticle, stateOf, type ArticleRow } from "../../../src/newsroom/articles/index.ts";
import { changed, momentIn } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { readTime } from "../../read/time.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { articleSheet } from "../../views/article.ts";

/** `desk article publish ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [
    { flags: "--at <time>", help: 'when, such as "2026-05-01 06:30", "18:00" or "+30m"; at once if left out' },
    { flags: "--minor", help: "do not move the time readers see as updated" },
    { flags: "--revision <n>", help: "this revision; the newest if left out" },
    acceptOption,
  ],
  examples: ["desk article publish harbour-bridge-reopens", "desk article publish in-praise-of-rain --at 18:00"],
  writes: true,
  versioned: true,
  run: (call) =>
    atDesk(call, async ({ desk, write }) => {
      const { before, seen } = await articleSeen(desk, call);
      const [time, revision] = [call.text("at"), call.whole("revision")];
      const at = time === undefined ? undefined : readTime(time, { zone: desk.zone, now: desk.now() });
      const act = { ...seen, at, revision, minor: call.flag("minor"), ...readAccepted(call) };
      const { article, now } = await write(async (open) => ({
        article: await publishArticle(open, act),
        now: open.now(),
      }));
      return changed(articleSheet(now), before, article, [said(article, now, desk.zone)]);
    }),
};

function said(article: ArticleRow, now: Date, zone: string): string {
  const { nextAt, publishedAt } = article;
  const path = pathOf(article) ?? "";
  if (nextAt)
    return `Readers get revision ${article.nextRevision?.number ?? ""} at ${momentIn(zone, nextAt)} (${zone}).`;
  if (stateOf(article, now) !== "SCHEDULED") return `Published: ${path}`;
  return `Scheduled for ${publishedAt ? momentIn(zone, publishedAt) : ""} (${zone}): ${path}`;
}
