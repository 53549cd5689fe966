import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { splitDateline } from "../../../src/domain/byline/index.ts";
import { agencyBook } from "../../../src/domain/credit/index.ts";

describe("A dateline", () => {
  it.each([
    ["BERLIN, 3 July (dpa) - The", "BERLIN", "dpa"],
    ["Berlin/München (dpa/lby) - Der", "Berlin/München", "dpa"],
    ["New York (AP) — The", "New York", "AP"],
    ["WASHINGTON, D.C. (AP) -- The", "WASHINGTON, D.C.", "AP"],
    ["MADRID, 3 Jul. 2024 (EUROPA PRESS) - El", "MADRID", "Europa Press"],
    ["Madrid, 3 jul (EFE).- El", "Madrid", "EFE"],
    ["PARIS, le 3 juillet (AFP) – Le", "PARIS", "AFP"],
    ["(ANSA) - ROMA, 3 LUG - Il", "ROMA", "ANSA"],
    ["TOKYO, July 3 (Jiji Press)--The", "TOKYO", "Jiji Press"],
    ["MOSCOW, July 3. /TASS/. The", "MOSCOW", "TASS"],
    ["St. Lum am Main (dpa) - Der", "St. Lum am Main", "dpa"],
    ["LUMTOWN, July 3 (Lum News) - The", "LUMTOWN", undefined],
    ["OKLAHOMA CITY — The", "OKLAHOMA CITY", undefined],
    ["McALLEN, Texas — The", "McALLEN, Texas", undefined],
    ["LONDON, July 3 - “We", "LONDON", undefined],
    ["新华社北京7月3日电（记者王某）会", "北京", "Xinhua"],
    ["【ロンドン共同】会", "ロンドン", "Kyodo"],
  ])("opens %j", (paragraph, place, agency) => {
    const found = splitDateline(paragraph);
    expect([found?.place, found?.agency]).toEqual([place, agency]);
  });

  it.each([
    "The council met (AP) - yes",
    "The council met on Monday - the first time",
    "Ana Lum (Labour) - the member for Lum",
    "LUM (Labour) - The member",
    "BREAKING — The council",
    "UPDATE 1 - The council",
    "NATO — The alliance",
    "OPEC — the cartel — said",
    "PRESS RELEASE — The council",
    "U.S. — The",
    "I — The",
    "Paris — The council",
    "Reuters - The council",
    "(Reuters) - The council",
    "“We are here,” she said — The council",
    "LONDON (Reuters) –",
    "ISLAMABAD: The council",
    "",
  ])("is not seen in %j", (paragraph) => {
    expect(splitDateline(paragraph)).toBeNull();
  });

  it("leaves the rest of the paragraph as it stands", () => {
    expect(splitDateline("  LONDON,\u00a0July 3 (Reuters)\u00a0–  Rates fell.  Again ")).toEqual({
      place: "LONDON",
      raw: "LONDON,\u00a0July 3 (Reuters)\u00a0–",
      agency: "Reuters",
      rest: "Rates fell.  Again ",
    });
  });

  it("knows the agencies it is given", () => {
    const book = agencyBook([{ name: "Lumwire", country: null, kind: "agency", leads: false, aliases: ["LW"] }]);
    expect(splitDateline("Oslo (LW) - The", book)?.agency).toBe("Lumwire");
    expect(splitDateline("Oslo (dpa) - The", book)).toBeNull();
  });

  it("never throws, and raw and rest are the paragraph", () => {
    const words = fc.constantFrom(
      "LONDON",
      "Oslo",
      ", ",
      " ",
      "July 3",
      "(AP)",
      " - ",
      "—",
      "--",
      "/",
      ".",
      "The",
      "\ud800",
    );
    const likely = fc.array(words, { maxLength: 10 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(likely, fc.string({ unit: "binary" })), (paragraph) => {
        const found = splitDateline(paragraph);
        if (found === null) return;
        expect(paragraph.trimStart().startsWith(found.raw)).toBe(true);
        expect(paragraph.endsWith(found.rest)).toBe(true);
        expect(paragraph.replace(/\s/g, "")).toBe((found.raw + found.rest).replace(/\s/g, ""));
      }),
      { numRuns: 1000 },
    );
  });
});
