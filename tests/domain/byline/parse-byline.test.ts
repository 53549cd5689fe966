import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseByline } from "../../../src/domain/byline/index.ts";
import { agencyBook } from "../../../src/domain/credit/index.ts";
import { describeWithShared } from "../../support/shared-data.ts";

/** "author Ana Lum; AFP" from a parse, so that a table can be read. */
const read = (raw: string): string => {
  const { people, orgs } = parseByline(raw);
  return [...people.map(({ role, name }) => `${role} ${name}`), ...orgs].join("; ");
};

describeWithShared("Labelled bylines", "bylines/bylines.json", (path) => {
  const bylines = JSON.parse(path === "" ? "[]" : readFileSync(path, "utf8")) as {
    raw: string;
    people: { name: string; role: string }[];
    orgs: string[];
  }[];
  it.each(bylines)("reads $raw", ({ raw, people, orgs }) => {
    expect(parseByline(raw)).toEqual({ people, orgs });
  });
});

describe("A byline", () => {
  it.each([
    ["By Ana Lum, Bo Dee and Cy Orr", "author Ana Lum; author Bo Dee; author Cy Orr"],
    ["Von Ana Lum und Bo Dee (dpa)", "author Ana Lum; author Bo Dee; dpa"],
    ["Por Ana Lum y Bo Dee", "author Ana Lum; author Bo Dee"],
    ["Por Ana Lum y Dee", "author Ana Lum y Dee"],
    ["By Ana Lum in Oslo and Bo Dee in Rome", "author Ana Lum; author Bo Dee"],
    ["By Ana Lum, Chief Political Correspondent", "author Ana Lum"],
    ["By ANA LUM, Associated Press Writer", "author ANA LUM; Associated Press"],
    ["Ana Lum, Special to The Lum Post", "author Ana Lum; The Lum Post"],
    ["Ana Lum for the Lum Times", "author Ana Lum; the Lum Times"],
    ["Lum Times staff and agencies", "Lum Times staff; agencies"],
    ["Ana Lum with agencies", "author Ana Lum; agencies"],
    ["By Ana Lum with Bo Dee", "author Ana Lum; contributor Bo Dee"],
    ["(Reporting by Ana Lum; Editing by Bo Dee)", "author Ana Lum; editor Bo Dee"],
    ["By Ana Lum; Additional reporting by Bo Dee", "author Ana Lum; additional Bo Dee"],
    ["By Ana Lum. Bo Dee contributed to this report.", "author Ana Lum; contributor Bo Dee"],
    ["Text: Ana Lum Fotos: Bo Dee", "author Ana Lum; photographer Bo Dee"],
    ["Ana Lum, translated from Danish by Bo Dee", "author Ana Lum; translator Bo Dee"],
    ["Ana Lum (@analum) 3 July 2024", "author Ana Lum"],
    ["Ana Lum · 5 min read", "author Ana Lum"],
    ["Ana Lum <ana@example.org>", "author Ana Lum"],
    ["Dr. Ana Lum, PhD", "author Dr. Ana Lum"],
    ["Bo Dee, Jr.", "author Bo Dee Jr."],
    ["April Lum", "author April Lum"],
    ["Ursula von der Lum", "author Ursula von der Lum"],
    ["Ministry of Land and Water", "Ministry of Land and Water"],
    ["NTB-AFP", "NTB; AFP"],
    ["新华社记者 王某、李某", "author 王某; author 李某; 新华社"],
    ["Updated 3 July 2024, 10:15", ""],
    ["admin", ""],
    ["By", ""],
    ["", ""],
  ])("%j is read as: %s", (raw, expected) => {
    expect(read(raw)).toBe(expected);
  });

  it("knows the agencies it is given", () => {
    const book = agencyBook([{ name: "Lumwire", country: null, kind: "agency", leads: false, aliases: [] }]);
    expect(parseByline("Ana Lum, Lumwire", book)).toEqual({
      people: [{ name: "Ana Lum", role: "author" }],
      orgs: ["Lumwire"],
    });
  });

  it("never throws and never gives an empty name, whatever the string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (raw) => {
        const { people, orgs } = parseByline(raw);
        expect([...people.map((person) => person.name), ...orgs].every((name) => name.trim() !== "")).toBe(true);
      }),
    );
    expect(() => parseByline("By Ana Lum and ".repeat(10_000))).not.toThrow();
  });
});
