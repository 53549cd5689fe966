import { describe, expect, it } from "@jest/globals";
import { openings, type ArticleClock } from "../../../src/domain/lifecycle/index.ts";

const at = (hour: number): Date => new Date(Date.UTC(2026, 0, 1, hour));
const draft: ArticleClock = {
  ...{ state: "DRAFT", publishedAt: null, updatedAt: null, embargoUntil: null, embargoHold: false, expiresAt: null },
  ...{ nextAt: null, nextIsMinor: false, liveRevisionId: null, nextRevisionId: null },
};
const live: ArticleClock = { ...draft, state: "PUBLISHED", publishedAt: at(6), liveRevisionId: "one" };
const planned: ArticleClock = { ...live, publishedAt: at(18) };
const noon = at(12);
const one = (when: Date) => [{ revisionId: "one", at: when }];

const held = { ...live, state: "HELD" } as const;
const expired = { ...live, expiresAt: at(11) };
const barred = { ...live, embargoHold: true };
const replaced = { ...live, nextRevisionId: "two", nextAt: at(18) };

describe("what an act brings before readers", () => {
  it.each([
    ["a publication", draft, live, one(noon)],
    ["a publication ahead, at its time", draft, planned, one(at(18))],
    ["another time for it", planned, { ...planned, publishedAt: at(20) }, one(at(20))],
    ["a release", held, live, one(noon)],
    ["an end taken off what had expired", expired, live, one(noon)],
    ["the end of an embargo that kept it back", barred, live, one(noon)],
    ["another revision", live, { ...live, liveRevisionId: "two" }, [{ revisionId: "two", at: noon }]],
    ["a next revision, at its time", live, replaced, [{ revisionId: "two", at: at(18) }]],
  ])("is in %s", (_name, before, after, opened) => {
    expect(openings(before, after, noon)).toEqual(opened);
  });

  it.each([
    ["a hold", live, held],
    ["an expiry set, or moved while it is live", live, { ...live, expiresAt: at(20) }],
    ["an embargo lifted that ends before the publication", { ...planned, embargoUntil: at(17) }, planned],
    ["a next revision taken off again", replaced, live],
    ["an embargo set on what waits", planned, { ...planned, embargoUntil: at(17) }],
    ["any change of a draft", draft, { ...draft, state: "IN_REVIEW" as const }],
  ])("is nothing in %s", (_name, before, after) => {
    expect(openings(before, after, noon)).toEqual([]);
  });
});
