import type { ArticleRow } from "../../src/newsroom/articles/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { progressTo } from "../print/progress.ts";
import type { ArticleSeen } from "../read/article.ts";
import type { Outcome } from "../views/outcome.ts";
import { exits } from "./exits.ts";
import { interruptible } from "./interrupt.ts";

/** One of many things to do: what it was called, and how the article is found. */
export interface Task {
  readonly name: string;
  readonly find: () => Promise<Pick<ArticleSeen, "before" | "seen">>;
}

type Act = (seen: ArticleSeen["seen"]) => Promise<ArticleRow>;

/** Does one thing after the other; what is refused is kept as an outcome. Stops on Ctrl-C, or when the database is gone. */
export async function inTurn(tasks: readonly Task[], doing: string, act: Act): Promise<readonly Outcome[]> {
  const line = progressTo(process.stderr);
  const interrupt = interruptible();
  const outcomes: Outcome[] = [];
  try {
    for (const task of tasks) {
      line.show({ done: outcomes.length, total: tasks.length, doing });
      const over = interrupt.wanted() || outcomes.at(-1)?.error?.code === "DATABASE_UNREACHABLE";
      outcomes.push(over ? { name: task.name, article: null, error: null } : await outcomeOf(task, act));
    }
    return outcomes;
  } finally {
    interrupt.end();
    line.end();
  }
}

async function outcomeOf({ name, find }: Task, act: Act): Promise<Outcome> {
  const found: { article: ArticleRow | null } = { article: null };
  try {
    const { before, seen } = await find();
    found.article = before;
    const article = await act(seen);
    return { name, article, error: null, done: article.version === before.version ? "unchanged" : "done" };
  } catch (error) {
    if (error instanceof DatelineError) return { name, article: found.article, error };
    throw error;
  }
}

/** How many succeeded and failed, the failures by their code, and the exit code that says so. */
export function summary(outcomes: readonly Outcome[]): { readonly notes: readonly string[]; readonly exit: number } {
  const codes = outcomes.flatMap(({ error }) => (error ? [error.code] : []));
  const untried = outcomes.filter(({ done, error }) => done === undefined && error === null).length;
  const succeeded = outcomes.length - codes.length - untried;
  const byCode = [...new Set(codes)].map((code) => `${code} ${codes.filter((one) => one === code).length}`);
  const failed = codes.length > 0 ? [`${codes.length} failed: ${byCode.join(", ")}.`] : [];
  const left = untried > 0 ? [`${untried} not tried.`] : [];
  const exit = untried > 0 && codes.length === 0 ? exits.interrupted : codes.length > 0 ? exits.someFailed : 0;
  return { notes: [[`${succeeded} done.`, ...failed, ...left].join(" ")], exit };
}
