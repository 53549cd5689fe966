import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  cleanText,
  countWords,
  direction,
  fitsOneLine,
  isLanguageTag,
  isWebUrl,
  readingTimeSeconds,
  shorten,
  textFault,
} from "../../../src/domain/text/index.ts";

const anyText = fc.string({ unit: "binary" });

describe("clean text", () => {
  it.each([
    ["line ends of other systems become line feeds", "a\r\nb\rc\u0085d\fe", "a\nb\nc\nd\ne"],
    ["a tab becomes a space", "a\tb", "a b"],
    ["other control characters go", "a\u0000\u0007\u007f\u009fb", "ab"],
    ["a letter and its accent become one sign", "Cafe\u0301", "Café"],
    ["half a surrogate pair is replaced", "a\ud83d", "a\ufffd"],
    ["spaces, quotes and slips stay", "  the  “teh” harbour , ", "  the  “teh” harbour , "],
  ])("%s", (_name, given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it("is clean after one cleaning, whatever it was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(textFault(clean)).toBeNull();
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it("says what is wrong with a text", () => {
    expect(textFault("a\tb")).toMatch(/control characters/);
    expect(textFault("\udc00")).toMatch(/surrogate/);
    expect(textFault("e\u0301")).toMatch(/NFC/);
    expect(textFault("two\nlines")).toBeNull();
  });

  it("counts characters, not units, when it asks whether a text fits one line", () => {
    expect(fitsOneLine("🗞🗞🗞", 3)).toBe(true);
    expect(fitsOneLine("🗞🗞🗞🗞", 3)).toBe(false);
    expect(fitsOneLine("two\nlines", 50)).toBe(false);
    expect(fitsOneLine("two\u2028lines", 50)).toBe(false);
    expect(fitsOneLine("  ", 50)).toBe(false);
  });
});

describe("language", () => {
  it.each([
    ["en", "ltr"],
    ["ar", "rtl"],
    ["he-IL", "rtl"],
    ["ur", "rtl"],
    ["az", "ltr"],
    ["az-Arab", "rtl"],
    ["nonsense tag", "ltr"],
  ])("writes %s %s", (tag, expected) => {
    expect(direction(tag)).toBe(expected);
  });

  it.each([
    ["en", true],
    ["pt-BR", true],
    ["zh-Hant-TW", true],
    ["", false],
    ["english", false],
    ["de_DE", false],
    ["en-", false],
    ["x".repeat(99), false],
  ])("takes %p for a language tag: %p", (tag, expected) => {
    expect(isLanguageTag(tag)).toBe(expected);
  });
});

describe("words", () => {
  it("counts words with and without spaces between them", () => {
    expect(countWords("The harbour wasn't closed – 12 boats left.", "en")).toBe(7);
    expect(countWords("港口今天重新开放", "zh")).toBeGreaterThan(2);
    expect(countWords("", "en")).toBe(0);
    expect(countWords("one two", "not a tag")).toBe(2);
    expect(countWords("the:__ end_", "en")).toBe(3);
  });

  it("counts as the Unicode segmenter does, however the text is made", () => {
    const piece = fc.constantFrom(
      "the",
      "wasn’t",
      "o'clock",
      "10,000",
      "a.b",
      "-",
      " ",
      "\n",
      "“",
      "_",
      "x2",
      "Straße",
      "港口",
      ":",
      "7",
      "’",
    );
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        expect(countWords(text, "en")).toBe(
          Array.from(segmenter.segment(text)).filter((part) => part.isWordLike).length,
        );
      }),
    );
  });

  it("counts the longest body in a moment", () => {
    const started = performance.now();
    expect(countWords("twenty-one ferries ".repeat(50_000), "en")).toBe(150_000);
    expect(countWords("港口".repeat(100_000), "zh")).toBeGreaterThan(90_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it("reckons reading time at 238 words a minute", () => {
    expect(readingTimeSeconds(0)).toBe(0);
    expect(readingTimeSeconds(1)).toBe(1);
    expect(readingTimeSeconds(238)).toBe(60);
    expect(readingTimeSeconds(500)).toBe(127);
  });

  it("shortens at a word and says so", () => {
    expect(shorten("The  ferry\nis back.", 40)).toBe("The ferry is back.");
    expect(shorten("The ferry, after weeks, is back", 12)).toBe("The ferry…");
    expect(shorten("港口今天重新开放", 5)).toBe("港口今天…");
    expect(shorten("ferry", 0)).toBe("");
  });

  it("never shortens to more than asked, nor through a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, max) => {
        const short = shorten(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(/\p{Surrogate}/u.test(short)).toBe(false);
      }),
    );
  });
});

describe("web addresses", () => {
  it.each(["https://example.com", "http://example.com/a?b=c&d=(e)#f", "HTTPS://EXAMPLE.COM/é", "https://[::1]:8080/x"])(
    "accepts %s",
    (url) => {
      expect(isWebUrl(url)).toBe(true);
    },
  );

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " https://example.com",
    "https://example.com/\u0000",
    "https://exa\nmple.com",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "mailto:desk@example.com",
    "//example.com",
    "/path",
    "https:example.com",
    "https:/\\example.com",
    "https://",
    'https://example.com/"onmouseover="x',
    "https://example.com/<script>",
    "https://paper:secret@example.com",
    `https://example.com/${"a".repeat(2_048)}`,
    "https://example.com/\ud800",
    "",
  ])("refuses %j", (url) => {
    expect(isWebUrl(url)).toBe(false);
  });
});
