import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { atOnce } from "../../delivery/invalidation/at-once.ts";
import { shownArticles } from "../../delivery/invalidation/hands.ts";
import { plantNewsroom } from "../../delivery/plan/newsroom/newsroom.ts";
import { testDatabase, type TestDatabase } from "../../support/database.ts";
import { aSection, deskOf } from "../../support/factories.ts";
import { atTheDesk, byTheClock, ownArticle, type Scene } from "./sweep/at-the-desk.ts";
import { screensOf } from "./sweep/screens.ts";
import { compared, heard, openTrio, warmed, type Found, type Trio } from "./sweep/trio.ts";

jest.setTimeout(240_000);

/** A change is promised to be heard within 100 ms; one machine that does many things at once may take longer. */
const PROMISED = 100;
const AT_MOST = 10_000;

interface State {
  trio?: Trio;
  scene?: Omit<Scene, "shown">;
  readonly taken: number[];
}

/** A newsroom with its three servers, while the tests of a `describe` run. */
function sweep(house: TestDatabase): State {
  const state: State = { taken: [] };
  beforeAll(async () => {
    await aSection(house.db, { name: "Empty", slug: "empty" });
    const newsroom = await plantNewsroom(house.db, 7, 18);
    const scene = { house, newsroom, desk: deskOf(house.db, "SYSTEM") };
    state.scene = { ...scene, own: await ownArticle(scene) };
    state.trio = await openTrio(house, await screensOf(house, newsroom));
  }, 600_000);
  afterAll(() => state.trio?.close());
  return state;
}

const shownIn = async ({ db }: TestDatabase) => (await shownArticles(db)) as Scene["shown"];

/** Does something while all answers are kept; then every one that would differ is gone, and others are not. */
async function expectSwept({ trio, taken }: State, act: () => Promise<unknown>): Promise<void> {
  const before = await warmed(trio!);
  taken.push(await heard(trio!, act, AT_MOST));
  expectAllGone(await compared(trio!, before));
}

function expectAllGone({ wrong, differing, survived }: Found): void {
  expect(wrong).toEqual([]);
  expect(differing).toBeGreaterThan(0);
  for (const many of survived) expect(many).toBeGreaterThan(0);
}

const expectQuick = (taken: readonly number[]): void => {
  const sorted = taken.toSorted((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
  expect({ inTime: middle < PROMISED, sorted }).toEqual({ inTime: true, sorted });
};

describe("On two servers, a change through the desk", () => {
  const house = testDatabase();
  const state = sweep(house);

  it.each(Object.keys(atTheDesk))("drops every answer that would differ, and only some: %s", async (name) => {
    const scene = { ...state.scene!, shown: await shownIn(house) };
    await expectSwept(state, await atTheDesk[name]!(scene));
  });

  it.each(Object.keys(byTheClock))("is on time when the clock brings it, and takes as little: %s", async (name) => {
    // Long enough for all answers to be kept again before the moment comes, however slow the machine.
    for (const lead of [1_500, 6_000, 24_000, 60_000]) {
      const due = new Date(Date.now() + lead);
      const act = await byTheClock[name]!(due)({ ...state.scene!, shown: await shownIn(house) });
      await act();
      const before = await warmed(state.trio!);
      const left = due.getTime() - Date.now();
      if (left <= 0) continue;
      await new Promise((resolve) => setTimeout(resolve, left + 2));
      expectAllGone(await compared(state.trio!, before));
      return;
    }
    throw new Error("No answer was kept in time.");
  });

  it("is heard in time", () => {
    expectQuick(state.taken);
  });
});

describe("On two servers, a change in the tables", () => {
  const house = testDatabase();
  const state = sweep(house);

  it.each(Object.keys(atOnce))("drops every answer that would differ, and only some: %s", async (name) => {
    const shown = await shownIn(house);
    const act = () => house.db.$transaction((tx) => atOnce[name]!(tx, shown, state.scene!.newsroom));
    await expectSwept(state, act);
  });

  it("is heard in time", () => {
    expectQuick(state.taken);
  });
});
