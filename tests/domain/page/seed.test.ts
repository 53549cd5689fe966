import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { parseCredit } from "../../../src/domain/credit/index.ts";
import { decodeUtf8 } from "../../../src/domain/page/index.ts";
import { describeWithShared } from "../../support/shared-data.ts";
import { layout, written, type Content } from "./arbitrary.ts";
import { pageIn, said } from "./support.ts";

// The page is third-party text: everything expected of it is counted in the file itself.
describeWithShared("the real page", "seed/putin-kazakhstan.txt", (path) => {
  const read = () => {
    const decoded = decodeUtf8(readFileSync(path));
    if (!decoded.ok) throw new Error(decoded.reason);
    const lines = decoded.text.split("\n");
    return { text: decoded.text, lines, page: pageIn(decoded.text) };
  };

  it("gives headline and a credit line of three parts", () => {
    const { lines, page } = read();
    expect(page.headline.text).toBe(lines[0]);
    expect(page.credit?.text).toBe(lines[2]);
    expect(parseCredit(page.credit?.text ?? "").parts.map(({ role }) => role)).toEqual([
      "photographer",
      "pool",
      "agency",
    ]);
    expect([page.byline, page.dateline]).toEqual([null, null]);
  });

  it("gives every paragraph as it stands", () => {
    const { lines, page } = read();
    const body = lines
      .slice(
        3,
        lines.findIndex((line) => line.startsWith("More from")),
      )
      .filter((line) => line !== "");
    expect(page.paragraphs).toHaveLength(8);
    expect(page.paragraphs.map(({ text }) => text)).toEqual(body);
    for (const { text, line } of page.paragraphs) expect(lines[line - 1]).toBe(text);
  });

  it("gives four teasers in order, and what is left is an empty rail", () => {
    const { lines, page } = read();
    expect(page.sectionName).toBe("International News");
    expect(page.lists.map(({ heading }) => heading)).toEqual(["More from International News"]);
    const teasers = page.lists.flatMap((list) => list.teasers);
    expect(teasers.map(({ headline }) => `  • ${headline}`)).toEqual(lines.filter((line) => line.includes("•")));
    expect(teasers.map(({ summary }) => `    ${summary ?? ""}`)).toEqual(
      lines.filter((line) => line.startsWith("    ")),
    );
    expect(teasers).toHaveLength(4);
    expect(page.emptyRails.map(({ text }) => text)).toEqual(["Blogs"]);
    expect(page.leftOut).toEqual([]);
  });

  it("reads the same in any other layout", () => {
    const { page } = read();
    const [list] = page.lists;
    const same: Content = {
      ...{ headline: page.headline.text, credit: page.credit?.text ?? null },
      paragraphs: page.paragraphs.map(({ text }) => text),
      section: page.sectionName ?? "",
      teasers: (list?.teasers ?? []).map(({ headline, summary }) => ({ headline, summary })),
      rails: page.emptyRails.map(({ text }) => text),
    };
    fc.assert(
      fc.property(layout, (laid) => {
        expect(said(pageIn(written(same, laid)))).toEqual(said(page));
      }),
      { numRuns: 200 },
    );
  });
});
