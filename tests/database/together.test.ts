import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { Grouping, mayGoTogether, type Asked, type Waiting } from "../../src/database/together.ts";

const asked = (value: string, text = "select"): Asked => ({
  text,
  values: [value],
  together: { text: `${text} of many`, rows: 10 },
});

/** A database that answers when it is told to. */
function house(patience = 60_000) {
  const groups: (readonly Waiting<string>[])[] = [];
  const open: (() => void)[] = [];
  const run = (group: readonly Waiting<string>[]): Promise<void> => {
    groups.push(group);
    return new Promise((resolve) =>
      open.push(() => {
        for (const one of group) one.resolve(String(one.asked.values[0]));
        resolve();
      }),
    );
  };
  const grouping = new Grouping<string>({ run, patience, refusal: () => new Error("too long") });
  const sizes = () => groups.map((group) => group.length);
  const answerOldest = async (): Promise<void> => {
    open.shift()?.();
    await sleep(1);
  };
  return { grouping, sizes, answerOldest };
}

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => String(n));

describe("Statements of one kind", () => {
  it("go alone when they come alone", async () => {
    const { grouping, sizes, answerOldest } = house();
    const told = grouping.ask(asked("a"));
    await sleep(1);
    expect(sizes()).toEqual([1]);
    await answerOldest();
    expect(await told).toBe("a");
  });

  it("that come in one turn of the event loop are shared out among two groups", async () => {
    const { grouping, sizes, answerOldest } = house();
    const told = names(7).map((name) => grouping.ask(asked(name)));
    await sleep(1);
    expect(sizes()).toEqual([4, 3]);
    await answerOldest();
    await answerOldest();
    expect(await Promise.all(told)).toEqual(names(7));
  });

  it("that come while both groups are under way wait, and go together when one is answered; eight at most", async () => {
    const { grouping, sizes, answerOldest } = house();
    const first = names(2).map((name) => grouping.ask(asked(name)));
    await sleep(1);
    const later = names(11).map((name) => grouping.ask(asked(name)));
    await sleep(1);
    expect(sizes()).toEqual([1, 1]);
    await answerOldest();
    expect(sizes()).toEqual([1, 1, 8]);
    await answerOldest();
    await answerOldest();
    await answerOldest();
    expect(sizes()).toEqual([1, 1, 8, 3]);
    await answerOldest();
    expect(await Promise.all([...first, ...later])).toEqual([...names(2), ...names(11)]);
  });

  it("do not wait for those of another kind", async () => {
    const { grouping, sizes } = house();
    for (const text of ["one", "two", "three"]) void grouping.ask(asked("a", text));
    await sleep(1);
    expect(sizes()).toEqual([1, 1, 1]);
  });

  it("are refused when they have waited too long, and those behind them are not", async () => {
    const { grouping, sizes, answerOldest } = house(50);
    const first = names(2).map((name) => grouping.ask(asked(name)));
    await sleep(1);
    const late = grouping.ask(asked("late"));
    const refused = expect(late).rejects.toThrow("too long");
    await sleep(80);
    const fresh = grouping.ask(asked("fresh"));
    await answerOldest();
    await refused;
    expect(sizes()).toEqual([1, 1, 1]);
    await answerOldest();
    await answerOldest();
    expect(await Promise.all([...first, fresh])).toEqual(["0", "1", "fresh"]);
  });

  it("are refused even when nothing comes back from the database any more", async () => {
    const { grouping, sizes } = house(50);
    for (const name of names(2)) void grouping.ask(asked(name));
    await sleep(1);
    await expect(grouping.ask(asked("late"))).rejects.toThrow("too long");
    expect(sizes()).toEqual([1, 1]);
  });

  it("are refused so as well when they came at once and were too many for both groups", async () => {
    const { grouping, sizes } = house(50);
    const told = names(17).map((name) => grouping.ask(asked(name)));
    await expect(told[16]).rejects.toThrow("too long");
    expect(sizes()).toEqual([8, 8]);
  });

  it("may not go together where one can bring many rows, or that was not foreseen", () => {
    const { text, values } = asked("a");
    expect(mayGoTogether(asked("a"))).toBe(true);
    expect(mayGoTogether({ text, values })).toBe(false);
    expect(mayGoTogether({ text, values, together: { text, rows: 5_001 } })).toBe(false);
  });
});
