import { describe, expect, it } from "@jest/globals";
import {
  outlookOf,
  PreflightCode,
  preflightChecks,
  runChecks,
  stoppers,
  type ArticlePicture,
  type LinkTarget,
  type MediumFacts,
  type Place,
} from "../../../src/domain/preflight/index.ts";

const at = new Date("2026-03-01T06:00:00Z");
const days = (many: number): Date => new Date(at.getTime() + many * 86_400_000);

const medium: MediumFacts = {
  ...{ id: "m1", creditLine: "Nia Okoro/ Harbour Press", caption: null, hasFile: true, decorative: false },
  ...{ state: "ACTIVE", rightsExpireAt: null, usageTerms: null, instructions: null },
};
const paragraph = { id: "p1", type: "paragraph", text: "The ferry left at noon.", spans: [] } as const;

/** An article nothing is wrong with. */
const sound: ArticlePicture = {
  ...{ at, state: "APPROVED", section: { name: "Harbour", visible: true }, path: "/harbour/2026/03/01/ferry" },
  ...{ pathLeadsTo: null, embargoUntil: null, embargoHold: false, expiresAt: null, language: "en-GB" },
  ...{ headline: "Ferry leaves at noon", standfirst: "It was on time.", words: [], blocks: [paragraph] },
  ...{ bylines: ["Nia Okoro"], datelineRaw: null },
  pictures: [{ place: ["media", 0], role: "LEAD", alt: "A ferry", medium }],
  links: [
    { place: ["relatedLinks", 0], label: "The tides", target: { to: "article", slug: "tides", standing: "live" } },
    {
      place: ["relatedLinks", 1],
      label: "The port",
      target: { to: "address", url: "https://port.example", dead: false },
    },
  ],
};

const pictured = (facts: Partial<MediumFacts>, alt: string | null = "A ferry"): Partial<ArticlePicture> => ({
  pictures: [{ place: ["media", 0], role: "LEAD", alt, medium: { ...medium, ...facts } }],
});
const linked = (target: LinkTarget): Partial<ArticlePicture> => ({
  links: [{ place: ["relatedLinks", 0], label: "The tides", target }],
});
const words = (text: string): Partial<ArticlePicture> => ({ words: [{ place: ["standfirst"], text }] });

/** What has to be wrong for each check to speak, and where it then points. */
const wrongs: Readonly<Record<PreflightCode, readonly [wrong: Partial<ArticlePicture>, place: Place]>> = {
  STATE_CLOSED: [{ state: "KILLED" }, ["state"]],
  SECTION_HIDDEN: [{ section: { name: "Attic", visible: false } }, ["section"]],
  SLUG_NOT_FREE: [{ pathLeadsTo: "/elsewhere" }, ["slug"]],
  UNDER_EMBARGO: [{ embargoUntil: days(1) }, ["embargoUntil"]],
  EXPIRY_PASSED: [{ expiresAt: at }, ["expiresAt"]],
  HEADLINE_MISSING: [{ headline: " " }, ["headline"]],
  HEADLINE_LONG: [{ headline: "x".repeat(111) }, ["headline"]],
  STANDFIRST_MISSING: [{ standfirst: null }, ["standfirst"]],
  BODY_EMPTY: [{ blocks: [] }, ["blocks"]],
  PLACEHOLDER_TEXT: [words("The mayor said TK."), ["standfirst"]],
  LANGUAGE_UNKNOWN: [{ language: "qx" }, ["language"]],
  BYLINE_MISSING: [{ bylines: [] }, ["bylines"]],
  PICTURE_UNKNOWN: [{ pictures: [{ place: ["blocks", 2], role: "INLINE", alt: null, medium: null }] }, ["blocks", 2]],
  MEDIA_KILLED: [pictured({ state: "KILLED" }), ["media", 0]],
  CREDIT_MISSING: [pictured({ creditLine: " " }), ["media", 0]],
  ALT_TEXT_MISSING: [pictured({}, null), ["media", 0, "alt"]],
  ALT_TEXT_AWAITED: [pictured({ hasFile: false }, null), ["media", 0, "alt"]],
  RIGHTS_EXPIRED: [pictured({ rightsExpireAt: at }), ["media", 0]],
  RIGHTS_ENDING: [pictured({ rightsExpireAt: days(7) }), ["media", 0]],
  USAGE_RESTRICTED: [pictured({ usageTerms: "GERMANY OUT" }), ["media", 0]],
  USAGE_TERMS: [pictured({ usageTerms: "Mandatory credit: Harbour Press" }), ["media", 0]],
  PICTURE_DOUBLED: [
    { pictures: [...sound.pictures, { place: ["blocks", 0], role: "INLINE", alt: "A ferry", medium }] },
    ["blocks", 0],
  ],
  LINK_TARGET_KILLED: [linked({ to: "article", slug: "tides", standing: "killed" }), ["relatedLinks", 0]],
  LINK_TARGET_DOWN: [linked({ to: "article", slug: "tides", standing: "down" }), ["relatedLinks", 0]],
  LINK_ADDRESS_DEAD: [linked({ to: "address", url: "https://port.example", dead: true }), ["relatedLinks", 0]],
  LINK_TARGET_AHEAD: [linked({ to: "article", slug: "tides", standing: "ahead" }), ["relatedLinks", 0]],
  TEASER_UNRESOLVED: [linked({ to: "nothing" }), ["relatedLinks", 0]],
};

const found = (wrong: Partial<ArticlePicture>) => runChecks({ ...sound, ...wrong });
const codes = (wrong: Partial<ArticlePicture>) => found(wrong).map(({ code }) => code);

describe("The preflight", () => {
  it("finds nothing in a sound article", () => {
    expect(runChecks(sound)).toEqual([]);
  });

  it.each(Object.keys(PreflightCode) as PreflightCode[])(
    "finds %s, and nothing else, where only that is wrong",
    (code) => {
      const [wrong, path] = wrongs[code];
      const { severity, fix } = preflightChecks[code];
      expect(found(wrong)).toEqual([{ code, severity, path, fix, message: expect.stringMatching(/^[A-Z].*\.$/) }]);
    },
  );

  it("tells errors first, then warnings, then notes", () => {
    const all = found({ headline: "x".repeat(111), standfirst: null, blocks: [] });
    expect(all.map(({ severity }) => severity)).toEqual(["ERROR", "WARNING", "NOTE"]);
  });

  it("is stopped by errors whatever is accepted, by warnings until they are, by notes never", () => {
    const all = found({ headline: "x".repeat(111), standfirst: null, blocks: [] });
    const stopping = (...accepted: PreflightCode[]) => stoppers(all, new Set(accepted)).map(({ code }) => code);
    expect(stopping()).toEqual(["BODY_EMPTY", "HEADLINE_LONG"]);
    expect(stopping("HEADLINE_LONG")).toEqual(["BODY_EMPTY"]);
    expect(stopping("HEADLINE_LONG", "BODY_EMPTY")).toEqual(["BODY_EMPTY"]);
  });
});

describe("A placeholder", () => {
  it.each(["TK", "TKTK", "said TK.", "XXX", "Lorem ipsum dolor", "LOREM IPSUM"])("is seen in %p", (text) => {
    expect(codes(words(text))).toEqual(["PLACEHOLDER_TEXT"]);
  });

  it.each(["tk", "TKO", "XX century", "xxx", "The lorem of it", "STK Partners"])("is not seen in %p", (text) => {
    expect(codes(words(text))).toEqual([]);
  });
});

describe("Usage terms", () => {
  it.each([
    "GERMANY OUT",
    "No archive",
    "no resales",
    "EDITORIAL USE ONLY",
    "Restricted to use in print",
    "Not for online",
    "Prior approval needed",
  ])("restrict: %p", (usageTerms) => {
    expect(codes(pictured({ usageTerms }))).toEqual(["USAGE_RESTRICTED"]);
  });

  it.each(["No restrictions", "Free for all; credit Harbour Press", "Handed out by the port"])(
    "only want to be read: %p",
    (usageTerms) => {
      expect(codes(pictured({ usageTerms }))).toEqual(["USAGE_TERMS"]);
    },
  );

  it("are looked for in the instructions too", () => {
    expect(codes(pictured({ instructions: "UK OUT" }))).toEqual(["USAGE_RESTRICTED"]);
  });
});

describe("Rights", () => {
  it("that outlast the article are long enough", () => {
    expect(codes({ ...pictured({ rightsExpireAt: days(3) }), expiresAt: days(2) })).toEqual([]);
    expect(codes({ ...pictured({ rightsExpireAt: days(3) }), expiresAt: days(4) })).toEqual(["RIGHTS_ENDING"]);
  });

  it("are looked at for the moment of publication", () => {
    const given = pictured({ rightsExpireAt: days(20) });
    expect(codes(given)).toEqual([]);
    expect(codes({ ...given, at: days(15) })).toEqual(["RIGHTS_ENDING"]);
    expect(codes({ ...given, at: days(20) })).toEqual(["RIGHTS_EXPIRED"]);
    expect(codes(pictured({ state: "EXPIRED" }))).toEqual(["RIGHTS_EXPIRED"]);
  });
});

describe("A picture", () => {
  it("may lead and open the gallery, and not stand in the gallery twice", () => {
    const again = { place: ["media", 1], role: "GALLERY" as const, alt: "A ferry", medium };
    expect(codes({ pictures: [...sound.pictures, again] })).toEqual([]);
    const thrice = found({ pictures: [...sound.pictures, again, { ...again, place: ["media", 2] }] });
    expect(thrice).toMatchObject([{ code: "PICTURE_DOUBLED", path: ["media", 2] }]);
  });
});

describe("Alternative text", () => {
  it("is not asked of decoration", () => {
    expect(codes(pictured({ decorative: true }, null))).toEqual([]);
  });
});

describe("An embargo", () => {
  it("without an end stops at any time, one with an end until then", () => {
    expect(found({ embargoHold: true })).toMatchObject([{ code: "UNDER_EMBARGO", path: ["embargoHold"] }]);
    expect(codes({ embargoUntil: at })).toEqual([]);
  });
});

describe("A byline", () => {
  it("may be an agency in the dateline", () => {
    expect(codes({ bylines: [], datelineRaw: "ROME, March 1 (Reuters) -" })).toEqual([]);
    expect(codes({ bylines: [], datelineRaw: "ROME —" })).toEqual(["BYLINE_MISSING"]);
  });
});

describe("The outlook", () => {
  it("counts what readers would see", () => {
    const waiting = {
      place: ["media", 1],
      role: "INLINE" as const,
      alt: null,
      medium: { ...medium, id: "m2", hasFile: false },
    };
    const hidden = linked({ to: "article", slug: "tides", standing: "down" }).links ?? [];
    const outlook = outlookOf({
      ...sound,
      pictures: [...sound.pictures, waiting],
      links: [...sound.links, ...hidden],
    });
    expect(outlook).toMatchObject({ words: 5, pictures: 1, picturesMissing: 1, links: 2, linksHidden: 1 });
    expect(outlook.path).toBe("/harbour/2026/03/01/ferry");
  });
});
