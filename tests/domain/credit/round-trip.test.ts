import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseCredit, seedAgencies } from "../../../src/domain/credit/index.ts";

const words = [
  ...seedAgencies.flatMap((agency) => [agency.name, ...agency.aliases]),
  ..."Ana Lum|BO DEE|Cy O'Orr|Lum Ministry|Lum Ltd.|Pool|Kremlin Pool Photo|Handout|HO|File|Screengrab|X|X/Twitter".split(
    "|",
  ),
  ..."Instagram|@lum|CC BY 2.0|CC0|Courtesy of|Photo:|Photo by|Left:|Right:|©|(c)|2024|Copyright|王某|摄|记者|提供".split(
    "|",
  ),
  ..."(12345678a)|https://lum.example/a/b|All rights reserved|by|from|on|licensed under|\ud83d\ude00|\ud800".split("|"),
];
const joints = " |/| / |, | - |-|—| via | for | and |;|; |=|(|)|) (|[|】|.|、|\u00a0|：|\t|\n".split("|").concat("|");

const anyText = fc.string({ unit: "binary", maxLength: 200 });
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((units) => String.fromCharCode(...units));
const creditLike = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...joints)), { maxLength: 14 })
  .map((pairs) => pairs.flat().join(""));

describe("Any string as a credit line", () => {
  it.each([
    ["any characters", anyText],
    ["code units that are no characters", brokenText],
    ["pieces of credit lines in any order", creditLike],
  ])("comes back whole from its segments: %s", (_name, strings) => {
    fc.assert(
      fc.property(strings, (line) => {
        const { segments, parts } = parseCredit(line);
        const joined = segments.map((segment) => segment.text).join("");
        expect(joined).toBe(line);
        expect(segments.every((segment) => segment.text !== "")).toBe(true);
        expect(parseCredit(joined).parts).toEqual(parts);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["any characters", anyText],
    ["pieces of credit lines in any order", creditLike],
  ])("holds its parts in reading order, none inside another, each a segment: %s", (_name, strings) => {
    fc.assert(
      fc.property(strings, (line) => {
        const { segments, parts } = parseCredit(line);
        let before = 0;
        for (const { start, end, name } of parts) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(name).not.toBe("");
          before = end;
        }
        expect(before).toBeLessThanOrEqual(line.length);
        const written = segments.filter((segment) => segment.kind === "part").map((segment) => segment.text);
        expect(written).toEqual(parts.map(({ start, end }) => line.slice(start, end)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "((a",
    "A, ",
    "A B and ",
    "(AP) ",
    " ",
    "Courtesy of ",
    "X/",
    "; ",
    "©",
    "by ",
    "https://a ",
    "ab-",
    "\ud800",
  ])(
    "is read in time that grows with its length: %j over and over",
    (piece) => {
      const line = piece.repeat(Math.ceil(20_000 / piece.length));
      const { segments } = parseCredit(line);
      expect(segments.map((segment) => segment.text).join("")).toBe(line);
    },
    20_000,
  );
});
