import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { rehearse } from "../../../src/newsroom/desk.ts";
import { relink, type Relinked } from "../../../src/newsroom/links/index.ts";
import { listOf, type View } from "../../print/index.ts";
import { progressTo } from "../../print/progress.ts";
import { exits } from "../../run/exits.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const view: View<Relinked> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "slug", of: ({ slug }) => slug, cut: "next" },
  { name: "headline", of: ({ headline }) => headline, cut: "first" },
  { name: "outcome", of: ({ error }) => error?.code ?? "relinked" },
  { name: "revision", of: ({ article }) => article?.headRevision.number },
  { name: "liveRevision", of: ({ article }) => article?.liveRevision?.number },
  { name: "message", of: ({ error }) => error?.message ?? null, cut: "last" },
];

/** `desk link relink --from URL --to URL` */
export const verb: Verb = {
  options: [
    { flags: "--from <url>", help: "the address the links have now", required: true },
    { flags: "--to <target>", help: "the address, or the article, they are to lead to", required: true },
  ],
  examples: [
    "desk link relink --from http://bridges.example/a --to https://bridges.example/b",
    "desk link relink --from https://news.example/2026/harbour --to harbour-bridge-closed --dry-run",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const [from, word] = [call.text("from") ?? "", call.text("to") ?? ""];
      const to = /^https?:\/\//i.test(word) ? { url: word } : { articleId: (await findArticle(desk, word)).id };
      const progress = progressTo(process.stderr);
      const act = (at: typeof desk) => relink(at, { from, to }, { onProgress: progress.show });
      const done = await (call.flag("dryRun") ? rehearse(desk, act) : act(desk)).finally(progress.end);
      const failed = done.some(({ error }) => error !== null);
      return { ...listOf(view, done, summary(done)), ...(failed && { exit: exits.someFailed }) };
    }),
};

function summary(done: readonly Relinked[]): string[] {
  if (done.length === 0) return ["No newest revision links to that address."];
  const failed = done.filter(({ error }) => error !== null).length;
  const behind = done.filter(
    ({ article }) => article?.liveRevision && article.liveRevisionId !== article.headRevisionId,
  );
  const [first] = behind;
  return [
    `Relinked ${done.length - failed} of ${done.length}.`,
    ...(first ? [`Readers still see the old address on ${behind.length}: desk article publish ${first.slug}`] : []),
  ];
}
