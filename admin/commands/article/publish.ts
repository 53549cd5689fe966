import { pathOf, publishArticle, stateOf, type ArticleRow } from "../../../src/newsroom/articles/index.ts";
import { momentIn } from "../../print/index.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { momentFrom, notesOf, timeHelp, zoneOption } from "../../read/when.ts";
import { articlesWord, choosing, toArticles } from "../../run/articles.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk article publish ARTICLE…` */
export const verb: Verb = {
  words: [articlesWord],
  options: [
    { flags: "--at <time>", help: `when, such as ${timeHelp}; at once if left out` },
    zoneOption,
    { flags: "--minor", help: "do not move the time readers see as updated" },
    { flags: "--revision <n>", help: "this revision; the newest if left out" },
    acceptOption,
    ...choosing,
  ],
  examples: [
    "desk article publish harbour-bridge-reopens --minor",
    "desk article publish --state approved --section sport --at 'tomorrow 6am' --yes",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    toArticles(call, ({ desk }) => {
      const moment = momentFrom(call, desk, "at");
      const how = {
        at: moment?.at,
        revision: call.whole("revision"),
        minor: call.flag("minor"),
        ...readAccepted(call),
      };
      return {
        ...{ act: "Publish", doing: "Publishing" },
        run: (open, seen) => publishArticle(open, { ...seen, ...how }),
        said: (article, now) => [...notesOf(moment), publication(article, now, desk.zone)],
      };
    }),
};

/** What readers have of an article now, or will have when. */
export function publication(article: ArticleRow, now: Date, zone: string): string {
  const { nextAt, publishedAt } = article;
  const path = pathOf(article) ?? "";
  if (nextAt)
    return `Readers get revision ${article.nextRevision?.number ?? ""} at ${momentIn(zone, nextAt)} (${zone}).`;
  if (stateOf(article, now) !== "SCHEDULED") return `Published: ${path}`;
  return `Scheduled for ${publishedAt ? momentIn(zone, publishedAt) : ""} (${zone}): ${path}`;
}
