import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Verb } from "../../../src/domain/lifecycle/index.ts";
import * as articles from "../../../src/newsroom/articles/index.ts";
import type { Desk } from "../../../src/newsroom/desk.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";

const house = testDatabase();
const of = { section: "" };
// Ahead of the database's clock, so that nothing in it is past which the model believes to be ahead.
const dawn = Date.now() + 86_400_000;
const MINUTE = 60_000;
const seed = Number(process.env["DATELINE_SEED"] ?? Date.now() % 1_000_000);

beforeAll(async () => {
  of.section = (await aSection(house.db)).id;
}, 60_000);

/** All the model knows of an article. Times are minutes after dawn. */
interface Model {
  state: "DRAFT" | "IN_REVIEW" | "APPROVED" | "OUT" | "HELD" | "UNPUBLISHED" | "KILLED" | "SPIKED";
  spikedFrom: Model["state"];
  now: number;
  head: string;
  live: string | null;
  from: number;
  next: { readonly at: number; readonly headline: string } | null;
  embargo: number | null;
  expires: number;
}

const begun = (headline: string): Model => ({
  ...{ state: "DRAFT", spikedFrom: "DRAFT", now: 0, head: headline, live: null, from: 0, next: null },
  ...{ embargo: null, expires: Infinity },
});

/** What a reader sees at a minute: a headline or nothing. */
function seenIn({ state, live, from, next, embargo, expires }: Model, at: number): string | null {
  if (state !== "OUT" || at < from || at >= expires || (embargo !== null && at < embargo)) return null;
  return next !== null && at >= next.at ? next.headline : live;
}

/** One step; `minutes` is how far ahead of the step's own time something is to happen. */
const step = fc.record({
  act: fc.constantFrom(
    ...Object.values(Verb).filter((verb) => verb !== "update"),
    ...([
      "publish",
      "publish",
      "schedule",
      "schedule",
      "revise",
      "revise",
      "embargo",
      "lift",
      "expire",
      "wait",
      "wait",
    ] as const),
  ),
  minutes: fc.integer({ min: 1, max: 40 }),
  endless: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const underEmbargo = ({ embargo }: Model, at: number): boolean => embargo !== null && at < embargo;
const ahead = (m: Model): boolean => m.state === "OUT" && m.from > m.now;

/** Makes a revision public at a minute, or says false when a rule stands in the way. */
function bring(m: Model, at: number, update: boolean): boolean {
  if (underEmbargo(m, at) || m.expires <= at) return false;
  if (update && at > m.now) m.next = { at, headline: m.head };
  else if (update) Object.assign(m, { live: m.head, next: null });
  else Object.assign(m, { state: "OUT", live: m.head, from: at });
  return true;
}

const move =
  (to: Model["state"], ...from: readonly Model["state"][]) =>
  (m: Model): boolean => {
    const may = from.includes(m.state) && !ahead(m);
    if (may) m.state = to;
    return may;
  };

/** What each step does to the model; false when it is refused, and then nothing has changed. */
const rules: Readonly<Record<Step["act"], (m: Model, given: Step) => boolean>> = {
  wait: () => true,
  revise: (m) => {
    if (m.state === "KILLED" || m.state === "SPIKED") return false;
    m.head = fresh("Headline");
    return true;
  },
  submit: move("IN_REVIEW", "DRAFT"),
  return: move("DRAFT", "IN_REVIEW", "APPROVED"),
  approve: move("APPROVED", "IN_REVIEW"),
  publish: (m) => {
    if (m.state === "UNPUBLISHED") return m.expires > m.now && bring(m, m.from, false);
    if (m.state === "OUT" && !ahead(m)) return bring(m, m.now, true);
    return (m.state === "DRAFT" || m.state === "APPROVED" || ahead(m)) && bring(m, m.now, false);
  },
  schedule: (m, { minutes }) => {
    if (m.state === "OUT" && !ahead(m)) return bring(m, m.now + minutes, true);
    return (m.state === "DRAFT" || m.state === "APPROVED" || ahead(m)) && bring(m, m.now + minutes, false);
  },
  unschedule: (m) => {
    if (ahead(m)) Object.assign(m, { state: "APPROVED", live: null, next: null });
    else if (m.state === "OUT" && m.next !== null) m.next = null;
    else return false;
    return true;
  },
  hold: move("HELD", "OUT"),
  release: (m) => m.expires > m.now && move("OUT", "HELD")(m),
  unpublish: (m) => {
    if (ahead(m)) return rules.unschedule(m, {} as Step);
    const may = move("UNPUBLISHED", "OUT", "HELD")(m);
    if (may) m.next = null;
    return may;
  },
  republish: (m) => m.state === "UNPUBLISHED" && m.expires > m.now && bring(m, m.from, false),
  kill: (m) => {
    const may = ["OUT", "HELD", "UNPUBLISHED"].includes(m.state);
    if (may) m.state = "KILLED";
    return may;
  },
  spike: (m) => {
    const { state } = m;
    const may = move("SPIKED", "DRAFT", "IN_REVIEW", "APPROVED")(m);
    if (may) m.spikedFrom = state;
    return may;
  },
  unspike: (m) => move(m.spikedFrom, "SPIKED")(m),
  embargo: (m, { minutes, endless }) => {
    const until = endless ? Infinity : m.now + minutes;
    const unseen = ["DRAFT", "IN_REVIEW", "APPROVED"].includes(m.state) || ahead(m);
    if (!unseen || (underEmbargo(m, m.now) && (m.embargo ?? 0) > until)) return false;
    if (ahead(m) && m.from < until) return false;
    m.embargo = until;
    return true;
  },
  lift: (m) => {
    const may = underEmbargo(m, m.now);
    if (may) m.embargo = null;
    return may;
  },
  expire: (m, { minutes, endless }) => {
    const at = endless ? Infinity : m.now + minutes;
    if (m.state === "KILLED" || m.state === "SPIKED" || at <= Math.max(m.now, m.state === "OUT" ? m.from : m.now))
      return false;
    m.expires = at;
    return true;
  },
};

const timeOf = (minute: number): Date => new Date(dawn + minute * MINUTE);

/** A step at the desk: of which article, with which time and which words. */
interface AtDesk {
  readonly seen: { readonly id: string; readonly expectedVersion: number };
  readonly why: { readonly id: string; readonly expectedVersion: number; readonly reason: string };
  readonly at: Date;
  readonly until: Date | null;
  readonly headline: string;
}

type Deed = (desk: Desk, step: AtDesk) => Promise<articles.ArticleRow>;

const deeds: Readonly<Record<Step["act"], Deed>> = {
  wait: (desk, { seen }) => articles.findArticle(desk, seen.id),
  revise: (desk, { seen, headline }) => articles.reviseArticle(desk, { ...seen, changes: { headline } }),
  publish: (desk, { seen }) => articles.publishArticle(desk, seen),
  republish: (desk, { seen }) => articles.republishArticle(desk, seen),
  schedule: (desk, { seen, at }) => articles.scheduleArticle(desk, { ...seen, at }),
  embargo: (desk, { seen, until }) => articles.setEmbargo(desk, { ...seen, until }),
  lift: (desk, { why }) => articles.liftEmbargo(desk, why),
  expire: (desk, { seen, until }) => articles.setExpiry(desk, { ...seen, expiresAt: until }),
  submit: (desk, { why }) => articles.submitArticle(desk, why),
  return: (desk, { why }) => articles.returnArticle(desk, why),
  approve: (desk, { why }) => articles.approveArticle(desk, why),
  unschedule: (desk, { why }) => articles.unscheduleArticle(desk, why),
  hold: (desk, { why }) => articles.holdArticle(desk, why),
  release: (desk, { why }) => articles.releaseArticle(desk, why),
  unpublish: (desk, { why }) => articles.unpublishArticle(desk, why),
  kill: (desk, { why }) => articles.killArticle(desk, why),
  spike: (desk, { why }) => articles.spikeArticle(desk, why),
  unspike: (desk, { why }) => articles.unspikeArticle(desk, why),
};

/** The same step at the desk. */
function act(desk: Desk, article: articles.ArticleRow, given: Step, m: Model): Promise<articles.ArticleRow> {
  const seen = { id: article.id, expectedVersion: article.version };
  const at = timeOf(m.now + given.minutes);
  const step = { seen, why: { ...seen, reason: "the walk" }, at, until: given.endless ? null : at, headline: m.head };
  return deeds[given.act](desk, step);
}

const headlinesAt = (id: string, times: readonly number[]): Promise<readonly (string | null)[]> =>
  Promise.all(times.map((at) => headlineAt(id, at)));

const headlineAt = async (id: string, at: number): Promise<string | null> => {
  const query = "query ($id: ID!) { article(by: { id: $id }) { headline } }";
  const { article } = await read<{ article: { headline: string } | null }>(house, query, { id }, timeOf(at));
  return article?.headline ?? null;
};

const refusals = ["WRONG_STATE", "UNDER_EMBARGO", "ARTICLE_INCOMPLETE", "INVALID_INPUT"];

describe("whatever is done with an article, in whatever order,", () => {
  it(`readers see what a simple model says, now and at every time ahead (seed ${String(seed)})`, async () => {
    const counts = { done: 0, refused: 0, seen: 0 };
    const walk = async (steps: readonly Step[]): Promise<void> => {
      let m = begun(fresh("Headline"));
      const system = deskOf(house.db, "SYSTEM");
      const blocks = [{ type: "paragraph", id: "p1", text: "Low water.", spans: [] }];
      let article = await articles.createArticle(system, { headline: m.head, sectionId: of.section, blocks });
      for (const given of steps) {
        m.now += given.act === "wait" ? given.minutes : 1;
        // The clock first: what it has made due is so, whatever happens now.
        if (m.next !== null && m.next.at <= m.now) m = { ...m, live: m.next.headline, next: null };
        const after = { ...m };
        const may = rules[given.act](after, given);
        const desk: Desk = { ...system, clock: () => timeOf(m.now) };
        const done = await act(desk, article, given, after).catch(
          (error: unknown) => (error as { code?: string }).code ?? (error as Error).message,
        );
        expect([given.act, typeof done === "string" ? done : "done"]).toEqual([
          given.act,
          may ? "done" : expect.stringMatching(refusals.join("|")),
        ]);
        if (typeof done !== "string") [m, article] = [after, done];
        counts[may ? "done" : "refused"] += 1;
        const turns = [m.from, m.next?.at, m.embargo, m.expires].filter(
          (t): t is number => t !== null && t !== undefined && Number.isFinite(t),
        );
        const times = [...new Set([m.now, ...turns.flatMap((turn) => [turn - 1 / 60, turn])])].filter(
          (at) => at >= m.now,
        );
        const seen = await headlinesAt(article.id, times);
        expect([given.act, times, seen]).toEqual([given.act, times, times.map((at) => seenIn(m, at))]);
        counts.seen += seen.filter((one) => one !== null).length;
      }
    };
    const walks = fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24, size: "max" }), walk);
    await fc.assert(walks, { seed, numRuns: 60, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false });
    // On a slow machine the time ends the walks; some have been walked in any case.
    expect(counts.done).toBeGreaterThan(20);
    expect(counts.refused).toBeGreaterThan(10);
    expect(counts.seen).toBeGreaterThan(5);
  }, 120_000);
});
