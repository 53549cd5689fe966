import { listArticles, type ArticleRow, type ListArticles } from "../../src/newsroom/articles/index.ts";
import type { Desk, OpenDesk } from "../../src/newsroom/desk.ts";
import { findSection } from "../../src/newsroom/sections/index.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import { changed, counted, listOf, type Answer } from "../print/index.ts";
import { articleSeen, type ArticleSeen } from "../read/article.ts";
import { caps } from "../read/caps.ts";
import { articleSheet } from "../views/article.ts";
import { outcomeView, type Outcome } from "../views/outcome.ts";
import { confirm } from "./ask.ts";
import type { Call } from "./call.ts";
import { inTurn, summary, type Task } from "./in-turn.ts";
import { atDesk, type Seat } from "./seat.ts";
import { usedIn, usesDetails, usesFirst } from "./uses-first.ts";
import type { VerbOption } from "./verb.ts";

/** How articles are named where one verb takes many. */
export const articlesWord = ["[articles...]", "ids, beginnings of ids, slugs, paths or headlines"] as const;

/** Options that choose articles in place of naming them. */
export const choosing: readonly VerbOption[] = [
  { flags: "--state <state>", help: "in place of names: all in this state, such as approved" },
  { flags: "--section <section>", help: "in place of names: all of this section" },
  { flags: "--q <words>", help: "in place of names: all with these words in the headline" },
];

/** What is done to each article. */
export interface Deed {
  /** What is asked before it is done to many, e.g. "Publish". */
  readonly act: string;
  /** What is shown while it is done, e.g. "Publishing". */
  readonly doing: string;
  /** Says that the person must mean it even for one article. */
  readonly grave?: boolean;
  /** Says that readers or colleagues lose the article: where it is used is told first. */
  readonly takesAway?: boolean;
  readonly run: (open: OpenDesk, seen: ArticleSeen["seen"]) => Promise<ArticleRow>;
  /** What to tell about the one article it was done to. */
  readonly said: (article: ArticleRow, now: Date) => readonly string[];
}

/** Does something to the articles a call names or chooses: one as one act, many each in a transaction of its own. */
export async function toArticles(call: Call, prepare: (seat: Seat) => Deed | Promise<Deed>): Promise<Answer> {
  const { words } = call;
  const byFilter = chooses(call);
  if (!byFilter && words.length === 0) throw unnamed();
  if (words.length > 1) expectNoVersion(call);
  return atDesk(call, async (seat) => {
    const deed = await prepare(seat);
    if (byFilter) return toMany(call, seat, deed, await chosen(call, seat.desk));
    if (words.length === 1) return toOne(call, seat, deed);
    const find = (name: string) => () => articleSeen(seat.desk, call, name);
    return toMany(
      call,
      seat,
      deed,
      words.map((name) => ({ name, find: find(name) })),
    );
  });
}

async function toOne(call: Call, { desk, write }: Seat, deed: Deed): Promise<Answer> {
  const { before, seen } = await articleSeen(desk, call);
  const uses = await usesBefore(call, desk, deed, [{ find: async () => ({ before, seen }) }]);
  if (deed.grave === true) await confirm(call, deed.act, before.slug, uses && usesDetails(uses));
  const { article, now } = await write(async (open) => ({ article: await deed.run(open, seen), now: open.now() }));
  const besides = uses ? [usedIn<ArticleRow>(uses, ({ id }) => id)] : [];
  return changed([...articleSheet(now), ...besides], before, article, deed.said(article, now));
}

const usesBefore = async (call: Call, desk: Desk, deed: Deed, tasks: readonly Pick<Task, "find">[]) =>
  deed.takesAway === true ? usesFirst(call, desk, tasks) : undefined;

async function toMany(call: Call, { desk, write }: Seat, deed: Deed, tasks: readonly Task[]): Promise<Answer> {
  if (tasks.length === 0) return listOf(outcomeView(desk.now()), [], ["No articles: nothing was done."]);
  const uses = await usesBefore(call, desk, deed, tasks);
  const details = uses && usesDetails(uses);
  if (deed.grave === true || chooses(call)) await confirm(call, deed.act, counted(tasks.length, "article"), details);
  const outcomes = await inTurn(tasks, deed.doing, (seen) => write((open) => deed.run(open, seen)));
  const besides = uses ? [usedIn<Outcome>(uses, ({ article }) => article?.id)] : [];
  return { ...listOf([...outcomeView(desk.now()), ...besides], outcomes), ...summary(outcomes) };
}

const filters = ["state", "section", "q"] as const;

function chooses(call: Call): boolean {
  const chosenBy = filters.some((filter) => call.text(filter) !== undefined);
  if (!chosenBy) return false;
  expectNoVersion(call);
  if (call.words.length === 0) return true;
  throw new DatelineError("BAD_USAGE", {
    says: "Articles are named, or chosen by --state, --section and --q; not both.",
    fix: "Leave out the names or the options.",
  });
}

function expectNoVersion(call: Call): void {
  for (const option of ["if-version", "revision"]) {
    const name = option.replace(/-(\w)/, (_dash, letter: string) => letter.toUpperCase());
    if (call.text(name) === undefined) continue;
    throw new DatelineError("BAD_USAGE", { says: `--${option} is about one article.`, fix: "Name one article." });
  }
}

const unnamed = (): DatelineError =>
  new DatelineError("BAD_USAGE", {
    says: "No article is named.",
    fix: "Name one or more, or choose them by --state, --section or --q.",
  });

async function chosen(call: Call, desk: Desk): Promise<readonly Task[]> {
  const section = call.text("section");
  const filter: ListArticles = {
    state: caps(call.text("state")) as ListArticles["state"],
    sectionId: section === undefined ? undefined : (await findSection(desk, section)).id,
    q: call.text("q"),
  };
  const rows: ArticleRow[] = [];
  for (;;) {
    const { articles, hasMore } = await listArticles(desk, { ...filter, first: 100, after: rows.at(-1)?.id });
    rows.push(...articles);
    if (!hasMore) return rows.map(asTask);
  }
}

const asTask = (before: ArticleRow): Task => ({
  name: before.slug,
  find: async () => ({ before, seen: { id: before.id, expectedVersion: before.version } }),
});
