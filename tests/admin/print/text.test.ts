import { execFileSync } from "node:child_process";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import stringWidth from "string-width";
import { cut, folded, pad, safe, shellWord, wrap } from "../../../admin/print/text.ts";

describe("A word of a command line", () => {
  it("is one word for a shell, whatever a site or a name made of it", () => {
    for (const word of ["https://a.example/b?c=1", "$(reboot)", "it's; `reboot` && x", "a\\b", " ", "", "-x\ny", '"']) {
      const told = execFileSync("/bin/sh", ["-c", `printf %s ${shellWord(word)}`], { encoding: "utf8" });
      expect(told).toBe(word);
    }
    expect(shellWord("https://a.example/b-c_d")).toBe("https://a.example/b-c_d");
  });
});

describe("Text that has to fit", () => {
  it("stays whole where there is room", () => {
    expect(cut("Harbour", 7)).toBe("Harbour");
  });

  it("is cut with one sign, and no space before it", () => {
    expect(cut("Harbour bridge reopens", 10)).toBe("Harbour b…");
    expect(cut("Harbour bridge reopens", 9)).toBe("Harbour…");
  });

  it("counts wide letters as two columns", () => {
    expect(cut("橋が開通した", 7)).toBe("橋が開…");
    expect(stringWidth(cut("橋が開通した", 6))).toBeLessThanOrEqual(6);
    expect(pad("橋", 4)).toBe("橋  ");
  });

  it("never parts a letter from its marks or an emoji from its kin", () => {
    expect(cut("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3)).toBe("👩‍👩‍👧‍👦…");
    expect(cut("e\u0301e\u0301e\u0301", 2)).toBe("e\u0301…");
  });

  it("fits any width, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        expect(stringWidth(cut(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });

  it("is wrapped between words, and inside a word only where there is no other way", () => {
    expect(wrap("the bridge is open", 10)).toEqual(["the bridge", "is open"]);
    expect(wrap("橋が開通した", 4)).toEqual(["橋が", "開通", "した"]);
    expect(wrap("", 10)).toEqual([""]);
  });

  it("is left in one line where nothing has to fit", () => {
    expect(folded("the bridge is open", { width: null })).toEqual(["the bridge is open"]);
    expect(folded("the bridge is open again", { width: 22 })).toEqual(["the bridge is open", "again"]);
  });

  it("loses whatever a terminal would obey", () => {
    expect(safe("red \u001b[31m\u0007alarm\n\tnow\u202e")).toBe("red [31malarm now");
  });
});
