import { describe, expect, it } from "@jest/globals";
import { decodeUtf8 } from "../../../src/domain/page/index.ts";
import { refusalOf } from "./support.ts";

describe("what is no page is refused with a line and a reason", () => {
  it.each([
    ["an empty file", "", 1, /empty/],
    ["blank lines", "\uFEFF \n\t\n\u00A0\n", 1, /empty/],
    ["rules alone", "----\n\n====\n", 1, /empty/],
    ["binary data", "A short night\n\nThe\0moon\n", 3, /binary/],
    ["HTML", "\n<!DOCTYPE html>\n<html><body><p>Hi</p></body></html>", 2, /HTML/],
    ["a piece of HTML", "Night\n\n<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>", 1, /HTML/],
    ["XML", '<?xml version="1.0"?><rss/>', 1, /XML/],
    ["JSON", '{\n "headline": "A short night"\n}', 1, /JSON/],
    ["broken JSON", '{ "headline": ', 1, /JSON/],
    ["JSON lines", '{"a":1}\n{"a":2}\n', 1, /JSON/],
    ["Markdown", "# A short night\n\nThe moon rose.", 1, /Markdown/],
    ["front matter", "---\ntitle: A short night\n---\n\nThe moon rose.", 1, /front matter/],
    ["RTF", "{\\rtf1 A short night}", 1, /RTF/],
    ["a program", "#!/bin/sh\n\necho moon\n", 1, /program/],
    ["source code", 'import { moon } from "./sky.ts";\n\nmoon.rise();\n', 1, /program/],
    ["a table", "id,slug,headline\n1,moon,Moon rises\n", 1, /CSV/],
    ["a headline alone", "\nA short night\n", 2, /No paragraph follows the headline of line 2/],
    ["a headline with a credit alone", "A short night\n\nIDA WREN/ AFP\n", 3, /No paragraph/],
    ["a headline and a list of teasers", "A short night\n\nMore from Sky\n\n• One falls\n", 1, /No paragraph/],
    ["a headline over a list", "To buy\n\n- milk\n- eggs\n", 3, /Only a list/],
    ["a list", "- milk\n- eggs\n", 1, /begins with a list/],
    ["a list of teasers", "More from Sky\n\n• One falls\n\nIt fell.", 1, /headline is missing/],
    ["a credit line first", "IDA WREN/ POOL/ AFP\n\nThe moon rose at nine.", 1, /begins with a credit line/],
    ["a paragraph first", `${"word ".repeat(60)}.\n\nThe moon rose.`, 1, /begins with a paragraph.* 301 .*250/],
    [
      "an entry without a headline",
      "A short night\n\nThe moon rose.\n\nMore from Sky\n• One falls\n•\n",
      7,
      /no headline/,
    ],
    [
      "an endless headline in the list",
      `A night\n\nMoon.\n\nMore from Sky\n\n• ${"x".repeat(251)}`,
      7,
      /251 characters; at most 250/,
    ],
    ["an endless summary", `A night\n\nMoon.\n\nMore from Sky\n\n• One\n  ${"x".repeat(1001)}`, 7, /1001 characters/],
    ["an endless paragraph", `A night\n\nMoon.\n\n${"x".repeat(20_001)}`, 5, /20001 characters/],
    ["endless paragraphs", `A night\n\n${"x.\n\n".repeat(2_001)}`, 4003, /2000 paragraphs/],
    ["an endless list", `A night\n\nMoon.\n\nMore from Sky\n${"• x\n".repeat(201)}`, 206, /200 entries/],
    ["endless lines", "\n".repeat(10_000), 10_001, /10,000 lines/],
    ["too large a text", "x".repeat(1_000_001), 1, /1 MB/],
  ])("%s", (_name, text, line, reason) => {
    const refusal = refusalOf(text);
    expect(refusal.reason).toMatch(reason);
    expect(refusal.line).toBe(line);
  });
});

describe("decoding a file", () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

  it("gives UTF-8 text as it is", () => {
    expect(decodeUtf8(bytes("\uFEFFCafé\r\n"))).toEqual({ ok: true, text: "\uFEFFCafé\r\n" });
  });

  it.each([
    ["Latin-1", bytes("A night\n\nCaf", [0xe9], " news.\n"), 3, /not UTF-8/],
    ["a cut character at the end", bytes("A night\n\nCaf", [0xc3]), 3, /not UTF-8/],
    ["UTF-16", bytes([0xff, 0xfe, 0x41, 0x00]), 1, /UTF-16/],
    ["a PNG picture", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d]), 1, /PNG/],
    ["a PDF", bytes("%PDF-1.7"), 1, /PDF/],
    ["an office document", bytes("PK", [3, 4]), 1, /office document/],
    ["too large a file", Buffer.alloc(1_000_001, "x"), 1, /1 MB/],
  ])("refuses %s", (_name, file, line, reason) => {
    expect(decodeUtf8(file)).toEqual({ ok: false, line, reason: expect.stringMatching(reason) });
  });
});
