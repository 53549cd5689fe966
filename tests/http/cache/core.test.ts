import { describe, expect, it } from "@jest/globals";
import { openProvenance } from "../../../src/delivery/index.ts";
import { HeaderMap } from "@apollo/server";
import { Answers, type Computed } from "../../../src/http/cache/answers.ts";
import { Boundaries } from "../../../src/http/cache/boundaries.ts";
import { zero } from "../../../src/http/cache/counters.ts";
import { earsOf } from "../../../src/http/cache/ears.ts";
import { Entry } from "../../../src/http/cache/entry.ts";
import { VersionGuard } from "../../../src/http/cache/guard.ts";
import { lifetimeAt } from "../../../src/http/cache/lifetime.ts";
import { stillPulse } from "../../../src/http/cache/pulse.ts";
import type { Question } from "../../../src/http/cache/question.ts";
import { AnswerStore } from "../../../src/http/cache/store.ts";

interface Fill {
  readonly body?: string;
  readonly tags?: readonly string[];
  readonly maxAge?: number;
  readonly at?: number;
  readonly failed?: boolean;
}

const question = (key: string, manner = "POST"): Question => ({
  ...{ key, manner, size: 0, type: "json", known: null },
  request: { method: "POST", headers: new HeaderMap(), search: "", body: {} },
});

/** A cache whose answers the test makes itself, one after the other, and that hears only what the test tells it. */
function house() {
  const ground = {
    store: new AnswerStore(1_000_000),
    guard: new VersionGuard(),
    boundaries: new Boundaries(),
    pulse: stillPulse(),
    counting: zero(),
  };
  const asked: { fill: (fill?: Fill) => void; fail: (error: Error) => void }[] = [];
  const compute = (_: Question, requestId: string) =>
    new Promise<Computed>((resolve, fail) => {
      const at = Date.now();
      asked.push({
        fail,
        fill: ({ body = "{}", tags = ["a"], maxAge = 60, failed = false, ...more }: Fill = {}) => {
          const provenance = { ...openProvenance(), at: more.at ?? at, maxAge };
          for (const tag of tags) provenance.tags.add(tag);
          resolve({ status: 200, headers: null, body, provenance, requestId, failed });
        },
      });
    });
  const ears = earsOf(ground);
  const hear = () => {
    ears.clock(Date.now() - performance.now());
    ears.heard(performance.now());
  };
  ears.clock(Date.now() - performance.now());
  ears.ahead({ changes: [], until: Date.now() + 3_600_000 });
  hear();
  const answers = new Answers({ ...ground, compute });
  const ask = (key = "q", manner = "POST") => answers.ask(question(key, manner), "r");
  const change = (...tags: string[]) => {
    ears.changed([{ tags, dueAt: Date.now() - 1 }]);
  };
  return { ...ground, asked, ask, answers, ears, hear, change };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("An answer that a change overtakes while it is computed", () => {
  it("is given to who asked, and not kept", async () => {
    const { asked, ask, change, store, counting } = house();
    const first = ask();
    change("a");
    asked[0]?.fill();
    expect(await first).not.toBeInstanceOf(Entry);
    expect([store.size, counting.overtaken]).toEqual([0, 1]);
  });

  it("is kept when the change is about something else", async () => {
    const { asked, ask, change } = house();
    const first = ask();
    change("b");
    asked[0]?.fill();
    expect(await first).toBeInstanceOf(Entry);
  });

  it("is not given to who asks after the change", async () => {
    const { asked, ask, change } = house();
    const before = ask();
    change("a");
    const after = ask();
    expect(asked).toHaveLength(2);
    asked[0]?.fill({ body: "old" });
    asked[1]?.fill({ body: "new" });
    expect(await before).toMatchObject({ body: "old" });
    expect(await after).toBeInstanceOf(Entry);
    expect(await ask()).toBe(await after);
  });

  it("is not kept when everything was dropped, whatever it is made of", async () => {
    const { asked, ask, ears } = house();
    const first = ask();
    ears.lostTrack();
    asked[0]?.fill({ tags: [] });
    expect(await first).not.toBeInstanceOf(Entry);
  });

  it("is not kept when the clock passed a boundary of its", async () => {
    const { asked, ask, ears } = house();
    ears.changed([{ tags: ["a"], dueAt: Date.now() + 60 }]);
    const first = ask();
    const at = Date.now();
    await pause(100);
    asked[0]?.fill({ at });
    expect(await first).not.toBeInstanceOf(Entry);
  });
});

describe("A computation that fails", () => {
  it("fails for all who wait for it, and for nobody after them", async () => {
    const { asked, ask } = house();
    const waiting = [ask(), ask(), ask()];
    asked[0]?.fail(new Error("no database"));
    for (const one of await Promise.allSettled(waiting))
      expect(one).toMatchObject({ status: "rejected", reason: { message: "no database" } });
    void ask();
    expect(asked).toHaveLength(2);
  });

  it("is not the answer of who asked in another manner", async () => {
    const { asked, ask, store } = house();
    const [hash, text] = [ask("q", "hash"), ask("q", "text")];
    asked[0]?.fill({ failed: true });
    await hash;
    await pause(1);
    asked[1]?.fill();
    expect(await text).toBeInstanceOf(Entry);
    expect(store.size).toBe(1);
  });
});

describe("An old answer", () => {
  it("is given at once while one new one is computed", async () => {
    const { asked, ask, counting } = house();
    const first = ask();
    asked[0]?.fill({ maxAge: 0.1, body: "old" });
    const old = await first;
    await pause(120);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([old, old, old]);
    expect([asked.length, counting.stale, counting.refreshes]).toEqual([2, 3, 1]);
    asked[1]?.fill({ body: "new" });
    await pause(1);
    expect(await ask()).not.toBe(old);
  });

  it("is given on when the new one fails, and tried again", async () => {
    const { asked, ask } = house();
    const first = ask();
    asked[0]?.fill({ maxAge: 1 });
    const old = await first;
    await pause(1_010);
    await ask();
    asked[1]?.fail(new Error("no database"));
    await pause(1);
    expect(await ask()).toBe(old);
  });

  it("is never given once something in it has changed", async () => {
    const { asked, ask, change } = house();
    const first = ask();
    asked[0]?.fill({ maxAge: 0.05 });
    await first;
    await pause(60);
    change("a");
    void ask();
    expect(asked).toHaveLength(2);
  });

  it("is not kept at all when nothing says for how long", async () => {
    const { asked, ask, store } = house();
    const first = ask();
    asked[0]?.fill({ maxAge: 0 });
    expect(await first).not.toBeInstanceOf(Entry);
    expect(store.size).toBe(0);
  });
});

describe("A server that cannot hear", () => {
  it("keeps nothing before it has heard for the first time", async () => {
    const { asked, ask, pulse } = house();
    pulse.ready = false;
    const first = ask();
    asked[0]?.fill();
    expect(await first).not.toBeInstanceOf(Entry);
  });

  it("serves nothing that is older than five seconds, until it hears again", async () => {
    const { answers, asked, ask, ears, hear } = house();
    const first = ask();
    asked[0]?.fill();
    const entry = (await first) as Entry;
    ears.silent();
    const { startedAt } = entry.origin;
    expect(answers.isServable(entry, startedAt + 4_900)).toBe(true);
    expect(answers.isServable(entry, startedAt + 5_001)).toBe(false);
    hear();
    expect(answers.isServable(entry, performance.now())).toBe(true);
  });

  it("counts as deaf when no sign of life came for a while", async () => {
    const { pulse } = house();
    expect(pulse.hearingUntil - performance.now()).toBeLessThanOrEqual(2_500);
  });
});

describe("A lifetime", () => {
  const bounds = { startedAt: 0, maxAge: 60, cap: 1e9, hearing: true };
  const told = (now: number, more: object = {}) => lifetimeAt(now, { ...bounds, ...more })?.cacheControl ?? null;

  it("is told in whole seconds that are left", () => {
    expect(told(500)).toBe("public, max-age=0, s-maxage=55, stale-while-revalidate=30, stale-if-error=300");
    expect(told(60_500)).toBe("public, max-age=0, s-maxage=0, stale-while-revalidate=25, stale-if-error=295");
    expect(told(90_000)).toBeNull();
  });

  it("tells whole windows at whatever fraction of a millisecond the answer was begun", () => {
    for (let startedAt = 12_345.678901; startedAt < 1_400_000; startedAt += 731.037) {
      expect(told(startedAt, { startedAt })).toMatch(/, stale-while-revalidate=30, stale-if-error=300$/);
    }
  });

  it("never reaches past what the clock will do, stale windows included", () => {
    for (let now = 0; now < 95_000; now += 137) {
      const lifetime = lifetimeAt(now, { ...bounds, cap: 70_300 });
      expect(lifetime === null).toBe(now >= 70_300);
      const numbers = [...(lifetime?.cacheControl ?? "").matchAll(/(?:s-maxage|stale-[a-z-]+)=(\d+)/g)];
      const [fresh = 0, ...windows] = numbers.map(([, seconds]) => 1000 * Number(seconds));
      const latest = Math.min(lifetime?.until ?? 0, 70_300);
      for (const window of windows) expect(Math.max(now, latest - 1) + fresh + window).toBeLessThanOrEqual(70_300);
    }
  });

  it("is five seconds and no more where nothing is heard, without any window", () => {
    expect(told(1_000, { hearing: false })).toBe("public, max-age=0, s-maxage=4");
    expect(told(5_000, { hearing: false })).toBeNull();
  });
});

describe("Room", () => {
  it("is made by letting go of what was asked for longest ago, and counted to the byte", async () => {
    const store = new AnswerStore(100_000);
    const entry = (key: string) =>
      new Entry(question(key), { tags: [key], at: 0, startedAt: 0, maxAge: 1 }, Buffer.alloc(10_000));
    const first = entry("0");
    store.put(first);
    for (let n = 1; n < 50; n++) {
      store.touch(first);
      store.put(entry(String(n)));
      expect(store.bytes).toBeLessThanOrEqual(100_000);
    }
    expect([store.get("0"), store.get("1"), store.get("49")?.kept]).toEqual([first, undefined, true]);
    const seen = new Map<string, Entry>();
    for (let n = 0; n < 100; n++) store.alias(first, { seen, spelling: `spelling ${n}` });
    expect(seen.size).toBe(16);
    store.clear();
    expect([store.bytes, store.size, seen.size]).toEqual([0, 0, 0]);
  });
});
