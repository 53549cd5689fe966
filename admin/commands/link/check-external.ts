import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { checkExternal, type CheckedAddress } from "../../../src/newsroom/links/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { progressTo } from "../../print/progress.ts";
import type { Call } from "../../run/call.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const view: View<CheckedAddress> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "url", of: ({ url }) => url, cut: "first" },
  { name: "before", of: ({ before }) => before.state.toLowerCase() },
  { name: "state", of: ({ after }) => after.state.toLowerCase() },
  { name: "status", of: ({ after }) => after.httpStatus },
  { name: "failures", of: ({ after }) => after.failCount },
  { name: "movedTo", of: ({ after }) => after.finalUrl, cut: "next" },
  {
    name: "in",
    of: ({ places }) => places.map(({ article, key, block }) => ({ ...article, key, block })),
    show: ({ places }) => shownPlaces(places),
    cut: "first",
  },
];

const shownPlaces = (places: CheckedAddress["places"]): string => {
  const [first, ...more] = places.map(
    ({ article, block }) => article.slug + (block === null ? "" : ` (block ${block})`),
  );
  return (first ?? "") + (more.length > 0 ? ` and ${more.length} more` : "");
};

/** `desk link check-external [ARTICLE]` */
export const verb: Verb = {
  words: [["[article]", "only the addresses of this article, whenever they were last looked at"]],
  options: [
    { flags: "--older-than <hours>", help: "leave out what was looked at since; 20 hours if left out" },
    { flags: "--limit <n>", help: "at most so many addresses" },
  ],
  examples: ["desk link check-external", "desk link check-external harbour-bridge-reopens --dry-run"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const progress = progressTo(process.stderr);
      const asked = { ...(await askedFor(call, (word) => findArticle(desk, word))), keep: !call.flag("dryRun") };
      const found = await checkExternal(desk, asked, { onProgress: progress.show }).finally(progress.end);
      return listOf(view, found, summary(found));
    }),
};

async function askedFor(call: Call, find: (word: string) => Promise<{ readonly id: string }>) {
  const [word] = call.words;
  const [hours, limit] = [call.whole("olderThan"), call.whole("limit")];
  return {
    ...(word === undefined ? {} : { articleId: (await find(word)).id }),
    ...(hours === undefined ? {} : { olderThanHours: hours }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function summary(found: readonly CheckedAddress[]): string[] {
  if (found.length === 0) return ["Nothing to check: every address was looked at lately (--older-than 0 asks again)."];
  const count = (state: string): number => found.filter(({ after }) => after.state === state).length;
  const failing = found.filter(({ after }) => after.failCount > 0 && after.state !== "DEAD").length;
  return [
    `Checked ${found.length}: ${count("DEAD")} dead, ${failing} failing, ${count("MOVED")} moved, ${count("BLOCKED")} blocked.`,
    ...(count("DEAD") > 0 ? ["Which articles have them, and where: desk link check"] : []),
    ...(count("MOVED") > 0 ? ["Where they have moved: desk link moved"] : []),
  ];
}
