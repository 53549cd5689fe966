import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { jsonOf } from "../../../src/delivery/plan/json.ts";
import { Row } from "../../../src/delivery/plan/row.ts";

/** Cells as statements write them: values, things that come whole, rows and lists of rows. */
const { cell } = fc.letrec<{ cell: unknown; row: unknown[] }>((tie) => ({
  cell: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 2 }), tie("row")),
  row: fc.array(tie("cell"), { maxLength: 6 }),
}));
const rows = fc.array(cell, { maxLength: 8 });

/** Texts as JSON.stringify and as Postgres's own functions write them. */
const spellings: readonly ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, null, 2),
  (value) => JSON.stringify(value, null, "\t").replaceAll("\n", " \r\n"),
  spaced,
];

function spaced(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(spaced).join(", ")}]` : JSON.stringify(value);
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isListOfRows = (value: unknown): value is readonly unknown[][] => isList(value) && value.every(isList);

function expectSame(row: Row, values: readonly unknown[]): void {
  values.forEach((value, place) => {
    expect(row.value(place)).toEqual(value);
    expect(JSON.parse(row.json(place))).toEqual(value);
    expect(row.isNull(place)).toBe(value === null);
    if (typeof value === "string") expect(row.text(place)).toBe(value);
    const inside = row.row(place);
    expect(inside !== null).toBe(isList(value));
    if (inside !== null && isList(value)) expectSame(inside, value);
    if (isListOfRows(value)) {
      expect(row.size(place)).toBe(value.length);
      row.rows(place).forEach((one, n) => {
        expectSame(one, value[n] ?? []);
      });
    }
  });
}

describe("A row", () => {
  it("gives of any JSON array what JSON.parse gives, however it is spelled", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(...spellings), (values, spell) => {
        const text = spell(values);
        expectSame(Row.of(text), JSON.parse(text) as readonly unknown[]);
      }),
      { numRuns: 200 },
    );
  });

  it("holds any number of rows, one text after the other", () => {
    const many = Array.from({ length: 20_000 }, (_, n) => [n, `"${"\\".repeat(n % 5)}`, null]);
    const first = Row.of(JSON.stringify([1, many]));
    const second = Row.of("[2,[]]");
    expect(first.rows(1).map((row) => [row.value(0), row.text(1), row.value(2)])).toEqual(many);
    expect([first.value(0), second.value(0), second.size(1), second.rows(1)]).toEqual([1, 2, 0, []]);
  });

  it("tells other words where it stands in another place", () => {
    const row = Row.of('["own","kept"]');
    const moved = row.movedTo("there", new Map([[0, jsonOf("other")]]));
    expect([moved.text(0), moved.text(1), moved.place]).toEqual(["other", "kept", "there"]);
    expect([row.text(0), row.place]).toEqual(["own", null]);
  });

  it("has no other cells than its own", () => {
    const row = Row.of('[1,[2,3],"x"]');
    for (const place of [-1, 3, 4, 99]) expect(() => row.json(place)).toThrow("no such cell");
    expect(() => row.row(1)?.json(2)).toThrow("no such cell");
  });

  it.each(["{}", '"a"', " [1,2]", "1", "null"])("is not made of %p, which is no array", (text) => {
    expect(() => Row.of(text)).toThrow("no array");
  });

  it.each(["", "[", '["', '["a', "[1", "[{", '[{"a":1', "[[]", '["\\"]'])("is not made of %p", (text) => {
    expect(() => Row.of(text)).toThrow("ends too early");
  });
});
