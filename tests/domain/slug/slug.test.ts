import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { isSlug, numbered, slugify } from "../../../src/domain/slug/index.ts";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 200 }));
const anySlug = fc.string({ maxLength: 300 }).map(slugify);

describe("slugs", () => {
  it.each([
    ["Harbour opens again, after 3 weeks", "harbour-opens-again-after-3-weeks"],
    ["  Ferry — back!  ", "ferry-back"],
    ["The mayor’s plan isn't cheap", "the-mayors-plan-isnt-cheap"],
    ["Café Zürich: naïve façade", "cafe-zurich-naive-facade"],
    ["Straße, Ærø, Łódź, Đakovo, Œuvre", "strasse-aero-lodz-dakovo-oeuvre"],
    ["İzmir ve Iğdır", "izmir-ve-igdir"],
    ["Новая гавань в Щёлкове", "novaya-gavan-v-shchyolkove"],
    ["Київ і Ґаздівка", "kiiv-i-gazdivka"],
    ["Νέο λιμάνι στην Αθήνα", "neo-limani-stin-athina"],
    ["10,000 boats, 2,5 days", "10000-boats-2-5-days"],
    ["soft\u00adhyphen x\u0301y", "softhyphen-xy"],
    ["½ off ﬁsh ①", "1-2-off-fish-1"],
    ["港口今天重新开放", "article"],
    ["港口 reopens", "reopens"],
    ["!!!", "article"],
    ["", "article"],
  ])("makes %j into %s", (headline, slug) => {
    expect(slugify(headline)).toBe(slug);
  });

  it("cuts at a word, at most 80 characters", () => {
    const slug = slugify("harbour ".repeat(20));
    expect(slug).toBe("harbour-".repeat(9) + "harbour");
    expect(slugify("a".repeat(90))).toBe("a".repeat(80));
    expect(slugify(`${"a".repeat(80)} b`)).toBe("a".repeat(80));
  });

  it("makes a slug of anything, and leaves a slug alone", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const slug = slugify(text);
        expect(isSlug(slug)).toBe(true);
        expect(slugify(slug)).toBe(slug);
      }),
    );
  });

  it.each(["", "Ferry", "ferry--back", "-ferry", "ferry-", "ferry back", "fähre", "a".repeat(81), "a\n"])(
    "does not take %j for a slug",
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );

  it("numbers the second and later ones", () => {
    expect(numbered("ferry-back", 1)).toBe("ferry-back");
    expect(numbered("ferry-back", 2)).toBe("ferry-back-2");
    expect(numbered("harbour-".repeat(9) + "harbour", 12)).toBe("harbour-".repeat(9) + "12");
  });

  it("stays a slug when numbered, and different numbers stay different", () => {
    fc.assert(
      fc.property(anySlug, fc.integer({ min: 2, max: 9_999 }), (slug, n) => {
        expect(isSlug(numbered(slug, n))).toBe(true);
        expect(numbered(slug, n)).not.toBe(numbered(slug, n + 1));
      }),
    );
  });
});
