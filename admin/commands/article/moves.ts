import * as articles from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { articlesWord, choosing, toArticles } from "../../run/articles.ts";
import type { Verb } from "../../run/verb.ts";

/** A verb that takes articles and a reason. */
interface MoveCommand {
  readonly act: string;
  readonly doing: string;
  readonly use: (desk: Desk, given: articles.MoveForReason) => Promise<articles.ArticleRow>;
  readonly said: (article: articles.ArticleRow) => string;
  /** Why a reason is wanted; left out where it may be left out. */
  readonly needs?: string;
  readonly grave?: true;
  /** Readers get something by it: warnings may stand in the way. */
  readonly opens?: true;
  readonly takesAway?: true;
  readonly example: string;
}

const table = {
  submit: {
    ...{ act: "Submit", doing: "Submitting", use: articles.submitArticle },
    said: ({ slug }) => `Handed to the editors. They go on with: desk article approve ${slug}`,
    example: "desk article submit in-praise-of-rain --reason 'numbers checked twice'",
  },
  return: {
    ...{ act: "Return", doing: "Returning", use: articles.returnArticle, needs: "what its author is to do" },
    said: () => "Given back to its author.",
    example: "desk article return in-praise-of-rain --reason 'who says so?'",
  },
  approve: {
    ...{ act: "Approve", doing: "Approving", use: articles.approveArticle },
    said: ({ slug }) => `Approved. Publish it: desk article publish ${slug}`,
    example: "desk article approve --state in-review --section local --yes",
  },
  unschedule: {
    ...{ act: "Unschedule", doing: "Unscheduling", use: articles.unscheduleArticle },
    said: ({ state }) => (state === "PUBLISHED" ? "Readers keep what they have." : "It waits for no time any more."),
    example: "desk article unschedule --state scheduled --section sport --yes",
  },
  hold: {
    ...{
      act: "Hold",
      doing: "Holding",
      use: articles.holdArticle,
      needs: "what is being checked; readers never see it",
    },
    said: ({ slug }) => `Readers do not find it. Give it back: desk article release ${slug}`,
    example: "desk article hold harbour-bridge-reopens --reason 'the mayor denies it'",
  },
  release: {
    ...{ act: "Release", doing: "Releasing", use: articles.releaseArticle, opens: true },
    said: () => "Readers have it again.",
    example: "desk article release harbour-bridge-reopens",
  },
  unpublish: {
    ...{ act: "Unpublish", doing: "Unpublishing", use: articles.unpublishArticle, grave: true, takesAway: true },
    needs: "why; readers never see it",
    said: ({ state }) => (state === "UNPUBLISHED" ? "Taken from the readers." : "It will not be published after all."),
    example: "desk article unpublish harbour-bridge-reopens --reason 'wrong bridge' --yes",
  },
  spike: {
    ...{ act: "Spike", doing: "Spiking", use: articles.spikeArticle, takesAway: true },
    said: ({ slug }) => `In the bin. Take it out: desk article unspike ${slug}`,
    example: "desk article spike in-praise-of-rain --reason 'overtaken by the sun'",
  },
  unspike: {
    ...{ act: "Unspike", doing: "Unspiking", use: articles.unspikeArticle },
    said: ({ state }) => `Back among the articles, ${state.toLowerCase().replace("_", " ")}.`,
    example: "desk article unspike in-praise-of-rain",
  },
} as const satisfies Record<string, MoveCommand>;

/** `desk article submit|return|approve|unschedule|hold|release|unpublish|spike|unspike ARTICLE… [--reason TEXT]` */
export function moveVerb(name: keyof typeof table): Verb {
  const { use, said, needs, opens, example, ...deed }: MoveCommand = table[name];
  const reason = { flags: "--reason <text>", help: needs ?? "why, if there is something to say; stays at the desk" };
  return {
    words: [articlesWord],
    options: [
      { ...reason, ...(needs !== undefined && { required: true as const }) },
      ...(opens ? [acceptOption] : []),
      ...choosing,
    ],
    examples: [example, `desk article ${name} bridge-reopens ferry-late --reason 'as agreed at noon' --dry-run`],
    writes: true,
    versioned: true,
    run: (call) =>
      toArticles(call, () => ({
        ...deed,
        // Where a reason is needed, commander has asked for it; the use case asks again.
        run: (open, seen) =>
          use(open, {
            ...seen,
            reason: call.text("reason"),
            ...(opens && readAccepted(call)),
          } as articles.MoveForReason),
        said: (article) => [said(article)],
      })),
  };
}
