import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { articlePath, dayInZone, lastSegment, normalisePath, sectionPath } from "../../../src/domain/slug/index.ts";

const lateEvening = new Date("2026-03-31T22:30:00Z");

describe("paths we make", () => {
  it("dates an article in the newsroom's zone", () => {
    const parts = { sectionPath: "world/europe", firstPublishedAt: lateEvening, slug: "ferry-back" };
    expect(articlePath({ ...parts, zone: "UTC" })).toBe("/world/europe/2026/03/31/ferry-back");
    expect(articlePath({ ...parts, zone: "Europe/Berlin" })).toBe("/world/europe/2026/04/01/ferry-back");
    expect(articlePath({ ...parts, zone: "America/New_York" })).toBe("/world/europe/2026/03/31/ferry-back");
  });

  it("knows the day on both sides of midnight and of summer time", () => {
    expect(dayInZone(new Date("2026-03-29T00:59:59Z"), "Europe/Berlin")).toBe("2026-03-29");
    expect(dayInZone(new Date("2026-10-25T22:59:59Z"), "Europe/Berlin")).toBe("2026-10-25");
    expect(dayInZone(new Date("2026-10-25T23:00:00Z"), "Europe/Berlin")).toBe("2026-10-26");
    expect(dayInZone(new Date("2026-01-01T00:00:00Z"), "Pacific/Kiritimati")).toBe("2026-01-01");
  });

  it("refuses a zone that does not exist", () => {
    expect(() => dayInZone(lateEvening, "Europe/Atlantis")).toThrow(RangeError);
  });

  it("puts a section below its parent", () => {
    expect(sectionPath(null, "world")).toBe("world");
    expect(sectionPath("world", "europe")).toBe("world/europe");
  });
});

describe("paths we are given", () => {
  it.each([
    ["/world/2026/03/31/ferry-back", "/world/2026/03/31/ferry-back"],
    ["https://news.example/World/2026/03/31/Ferry-Back/?utm=x#top", "/world/2026/03/31/ferry-back"],
    ["https://news.example", "/"],
    ["/", "/"],
    ["world/europe/", "/world/europe"],
    ["  /world//europe ", "/world/europe"],
    ["/%46erry", "/ferry"],
    ["/caf%C3%A9", "/café"],
    ["/CAFE%CC%81", "/café"],
    ["/story.php?id=7", "/story.php"],
  ])("reads %s as %s", (given, expected) => {
    expect(normalisePath(given)).toBe(expected);
  });

  it.each([
    "",
    "   ",
    "javascript:alert(1)",
    "ftp://news.example/x",
    "//news.example/x",
    "/world/../desk",
    "/world/%2e%2e/desk",
    "/./world",
    "/a%2Fb",
    "/a%5Cb",
    "/a\\b",
    "/a%00b",
    "/a%0d%0ab",
    "/a b",
    "/%",
    "/%ff",
    "/a%2541",
    "/a%3Fb",
    `/${"a".repeat(2_048)}`,
    "/\ud800",
  ])("finds no path in %j", (given) => {
    expect(normalisePath(given)).toBeNull();
  });

  it("never throws, and normalising again changes nothing", () => {
    const pathLike = fc
      .array(
        fc.oneof(
          fc.constantFrom("/", "%", "%2", "%2e", "..", "?", "#", "https://x", "É"),
          fc.string({ unit: "binary" }),
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(pathLike, (given) => {
        const path = normalisePath(given);
        if (path !== null) expect(normalisePath(path)).toBe(path);
      }),
    );
  });

  it("finds an article's slug at the end", () => {
    expect(lastSegment("/world/2026/03/31/ferry-back")).toBe("ferry-back");
    expect(lastSegment("/")).toBeNull();
  });
});
