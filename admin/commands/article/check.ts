import { preflightArticle, type Preflight } from "../../../src/newsroom/articles/index.ts";
import { catalogue } from "../../../src/kernel/errors/index.ts";
import { counted, listOf } from "../../print/index.ts";
import { articleSeen, articleWord } from "../../read/article.ts";
import { readTime } from "../../read/time.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { findingView, preflightText } from "../../views/preflight.ts";

/** `desk article check ARTICLE` */
export const verb: Verb = {
  words: [articleWord],
  options: [
    { flags: "--at <time>", help: "as if it were published then; now if left out" },
    { flags: "--revision <n>", help: "this revision; the newest if left out" },
  ],
  examples: ["desk article check harbour-bridge-reopens", "desk article check in-praise-of-rain --at 18:00 --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const { before } = await articleSeen(desk, call);
      const [time, revision] = [call.text("at"), call.whole("revision")];
      const at = time === undefined ? undefined : readTime(time, { zone: desk.zone, now: desk.now() });
      const found = await preflightArticle(desk, { id: before.id, at, revision });
      const answer = listOf(findingView, found.findings, [said(found, before.slug)]);
      const page = (look: Parameters<typeof preflightText>[1]) => preflightText(found, look);
      return { ...answer, page, ...(!found.ready && { exit: stopped(found) }) };
    }),
};

// The very exit code publishing would end with.
function stopped({ findings }: Preflight): number {
  const wrong = findings.some(({ severity }) => severity === "ERROR");
  return catalogue[wrong ? "ARTICLE_INCOMPLETE" : "WARNINGS_STAND"].exit;
}

function said({ ready, stands, findings }: Preflight, slug: string): string {
  const count = (weight: string): number => findings.filter(({ severity }) => severity === weight).length;
  if (ready && stands) return "In order. It is published as it stands.";
  if (ready) return `Ready. Publish it: desk article publish ${slug}`;
  const [errors, warnings] = [count("ERROR"), count("WARNING")];
  if (errors > 0) return `Not ready: ${counted(errors, "error")} and ${counted(warnings, "warning")}.`;
  const codes = new Set(findings.filter(({ severity }) => severity === "WARNING").map(({ code }) => code));
  const accepting = [...codes].map((code) => `--accept ${code}="why"`).join(" ");
  return `Accept each with a reason: desk article publish ${slug} ${accepting}`;
}
