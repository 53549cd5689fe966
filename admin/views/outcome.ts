import { stateOf, type ArticleRow } from "../../src/newsroom/articles/index.ts";
import type { DatelineError } from "../../src/kernel/errors/index.ts";
import type { View } from "../print/index.ts";

/** What became of one of many: done, refused with an error, or neither because it was not tried. */
export interface Outcome {
  /** What the article was called. */
  readonly name: string;
  /** As it now stands; null where none was found or tried. */
  readonly article: ArticleRow | null;
  readonly error: DatelineError | null;
  readonly done?: "done" | "unchanged";
}

/** How outcomes are printed. */
export const outcomeView = (at: Date): View<Outcome> => [
  { name: "id", of: ({ article }) => article?.id, quiet: true },
  { name: "article", of: ({ article, name }) => article?.slug ?? name, cut: "next" },
  { name: "outcome", of: ({ done, error }) => done ?? (error ? "failed" : "not tried") },
  { name: "state", of: ({ article }) => article && stateOf(article, at) },
  { name: "version", of: ({ article }) => article?.version },
  { name: "code", of: ({ error }) => error?.code },
  { name: "message", of: ({ error }) => error?.message, cut: "first" },
  { name: "fix", of: ({ error }) => error?.fix, quiet: true },
];
