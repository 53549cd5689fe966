import { describe, expect, it } from "@jest/globals";
import { statementNames } from "../../../src/delivery/index.ts";

describe("Names of prepared statements", () => {
  const clock = { at: 0 };
  const names = () => statementNames(1_000, () => clock.at, 3);

  it("stay with a text, and are the same text's every time", () => {
    const { nameOf } = names();
    expect(nameOf("select 1")).toBe(nameOf("select 1"));
    expect(nameOf("select 1")).not.toBe(nameOf("select 2"));
  });

  it("are given to so many texts and no more; the others run without one", () => {
    const { nameOf } = names();
    const given = ["a", "b", "c", "d", "e"].map((text) => nameOf(text));
    expect(given.map((name) => name !== undefined)).toEqual([true, true, true, false, false]);
  });

  it("are given up by texts nobody asked for during a whole period, and never given to another text", () => {
    const { nameOf } = names();
    const old = ["a", "b", "c"].map((text) => nameOf(text));
    clock.at += 1_001;
    expect(nameOf("a")).toBe(old[0]);
    expect(nameOf("d")).toBeUndefined();
    clock.at += 1_001;
    expect(nameOf("a")).toBe(old[0]);
    const fresh = [nameOf("d"), nameOf("e"), nameOf("f")];
    expect(fresh.map((name) => name !== undefined)).toEqual([true, true, false]);
    expect(old).not.toContain(fresh[0]);
  });
});
