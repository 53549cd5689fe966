import { liftEmbargo, setEmbargo, type ArticleRow } from "../../../src/newsroom/articles/index.ts";
import type { Desk, OpenDesk } from "../../../src/newsroom/desk.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { momentIn } from "../../print/index.ts";
import type { ArticleSeen } from "../../read/article.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { momentFrom, notesOf, timeHelp, zoneOption } from "../../read/when.ts";
import { articlesWord, choosing, toArticles, type Deed } from "../../run/articles.ts";
import type { Call } from "../../run/call.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk article embargo ARTICLE… --until TIME | --open | --lift --reason TEXT` */
export const verb: Verb = {
  words: [articlesWord],
  options: [
    { flags: "--until <time>", help: `no reader may have it before, such as ${timeHelp}` },
    zoneOption,
    { flags: "--open", help: "no reader may have it until the embargo is lifted" },
    { flags: "--note <text>", help: "who asked for it, and why; stays at the desk" },
    { flags: "--lift", help: "end it before its time; takes a desk head" },
    { flags: "--reason <text>", help: "why it is lifted; stays at the desk" },
    acceptOption,
    ...choosing,
  ],
  examples: [
    "desk article embargo budget-speech --until '2026-11-24 12:30' --tz Europe/London --note 'Treasury'",
    "desk article embargo budget-speech --lift --reason 'published elsewhere'",
  ],
  writes: true,
  versioned: true,
  run: (call) => toArticles(call, ({ desk }) => (chosenAct(call) === "lift" ? lifting(call) : setting(call, desk))),
};

function chosenAct(call: Call): "lift" | "open" | "until" {
  const acts = (["lift", "open"] as const).filter((flag) => call.flag(flag));
  const all = [...acts, ...(call.text("until") === undefined ? [] : (["until"] as const))];
  if (all.length === 1 && all[0] !== undefined) return all[0];
  throw new DatelineError("BAD_USAGE", {
    says: all.length === 0 ? "It is not said what the embargo is to be." : "An embargo is set or lifted, not both.",
    fix: "Give one of --until, --open and --lift.",
  });
}

function setting(call: Call, desk: Desk): Deed {
  const moment = momentFrom(call, desk, "until");
  const note = call.text("note");
  const until = moment?.at ?? null;
  const end = until === null ? "until the embargo is lifted" : `before ${momentIn(desk.zone, until)} (${desk.zone})`;
  return {
    ...{ act: "Put under embargo", doing: "Putting under embargo" },
    run: (open, seen) => setEmbargo(open, { ...seen, until, ...(note !== undefined && { note }) }),
    said: () => [...notesOf(moment), `No reader may have it ${end}.`],
  };
}

const lifting = (call: Call): Deed => ({
  ...{ act: "Lift the embargo of", doing: "Lifting embargoes" },
  run: (open: OpenDesk, seen: ArticleSeen["seen"]): Promise<ArticleRow> =>
    liftEmbargo(open, { ...seen, reason: call.text("reason") ?? "", ...readAccepted(call) }),
  said: ({ state, slug }) => [
    "The embargo is lifted.",
    ...(state === "PUBLISHED" ? [] : [`Publish it: desk article publish ${slug}`]),
  ],
});
