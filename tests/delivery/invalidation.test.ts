import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { testDatabase } from "../support/database.ts";
import { answerAll, questionsOf, type Kept } from "./invalidation/answers.ts";
import { ahead } from "./invalidation/ahead.ts";
import { atOnce, type Act } from "./invalidation/at-once.ts";
import { shownArticles, type Shown } from "./invalidation/hands.ts";
import { plantNewsroom, type Newsroom } from "./plan/newsroom/newsroom.ts";
import { poolsOf } from "./plan/question/pools.ts";

jest.setTimeout(300_000);
const house = testDatabase();

interface Fixture {
  readonly newsroom: Newsroom;
  readonly asked: ReturnType<typeof questionsOf>;
}
const state: { fixture?: Fixture; kept: readonly Kept[] } = { kept: [] };
const fixture = (): Fixture => state.fixture!;

beforeAll(async () => {
  const newsroom = await plantNewsroom(house.db, 7, 18);
  const asked = questionsOf(await poolsOf(house.db, newsroom, async () => []), newsroom);
  state.fixture = { newsroom, asked };
  state.kept = await answerAll(house, asked, null);
}, 120_000);

interface Written {
  readonly seq: bigint;
  readonly tags: string[];
  readonly dueAt: Date;
}

const written = async (after: bigint): Promise<readonly Written[]> =>
  house.db.change.findMany({ where: { seq: { gt: after } }, select: { seq: true, tags: true, dueAt: true } });

const lastChange = async (): Promise<bigint> =>
  (await house.db.change.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;

/** What became of the kept answers: those that would differ now, of them those no tag drops, and those that stay. */
function outcome(before: readonly Kept[], after: readonly Kept[], tags: ReadonlySet<string>) {
  const dropped = (kept: Kept): boolean => tags.has("*") || [...kept.tags].some((tag) => tags.has(tag));
  const differing = before.filter(({ text }, index) => text !== after[index]?.text);
  return {
    differing: differing.length,
    stale: differing
      .filter((kept) => !dropped(kept))
      .map(({ name, tags: own }) => ({ name, own: [...own].sort(), named: [...tags].sort() })),
    surviving: before.filter((kept) => !dropped(kept)).length,
  };
}

const expectDropped = (found: ReturnType<typeof outcome>): void => {
  expect(found.stale).toEqual([]);
  expect(found.differing).toBeGreaterThan(0);
  expect(found.surviving).toBeGreaterThan(0);
};

/** Does one change in one transaction, and gives the changes it wrote. */
async function act(one: Act): Promise<readonly Written[]> {
  const last = await lastChange();
  const shown = (await shownArticles(house.db)) as readonly [Shown, ...Shown[]];
  await house.db.$transaction((tx) => one(tx, shown, fixture().newsroom));
  return written(last);
}

const at = (hours: number): Date => new Date(Date.now() + hours * 3_600_000);

describe("A change that readers see at once", () => {
  it.each(Object.keys(atOnce))("drops every answer that would differ: %s", async (name) => {
    const rows = await act(atOnce[name]!);
    const after = await answerAll(house, fixture().asked, null);
    const found = outcome(state.kept, after, new Set(rows.flatMap(({ tags }) => tags)));
    state.kept = after;
    expectDropped(found);
  });
});

describe("A moment that the clock reaches", () => {
  it.each(Object.keys(ahead).map((name, index) => [name, index] as const))(
    "drops every answer that would differ: %s",
    async (name, index) => {
      const due = at(24 * (index + 2));
      const rows = await act(ahead[name]!(due));
      const before = await answerAll(house, fixture().asked, new Date(due.getTime() - 1));
      const after = await answerAll(house, fixture().asked, due);
      const tags = rows.filter(({ dueAt }) => dueAt.getTime() === due.getTime()).flatMap((row) => row.tags);
      expectDropped(outcome(before, after, new Set(tags)));
    },
  );
});
