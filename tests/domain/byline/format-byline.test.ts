import { describe, expect, it } from "@jest/globals";
import { formatByline, parseByline, type BylineRole, type PrintedName } from "../../../src/domain/byline/index.ts";

const people = (role: BylineRole, ...names: string[]): PrintedName[] => names.map((name) => ({ name, role }));
const body = (name: string): PrintedName => ({ name, role: "author", isOrganisation: true });

describe("A printed byline", () => {
  it.each([
    ["en", "By Ana Lum, Bo Dee and Cy Orr"],
    ["en-GB", "By Ana Lum, Bo Dee and Cy Orr"],
    ["de-AT", "Von Ana Lum, Bo Dee und Cy Orr"],
    ["fr", "Par Ana Lum, Bo Dee et Cy Orr"],
    ["es", "Por Ana Lum, Bo Dee y Cy Orr"],
    ["nb", "Av Ana Lum, Bo Dee og Cy Orr"],
    ["ja", "Ana Lum、Bo Dee、Cy Orr"],
    ["eo", "Ana Lum, Bo Dee, Cy Orr"],
  ])("joins the names as %s does", (language, head) => {
    expect(formatByline(people("author", "Ana Lum", "Bo Dee", "Cy Orr"), language)).toEqual({ head, foot: [] });
  });

  it.each<[string, PrintedName[], string]>([
    ["sets an agency after the people", [...people("author", "Ana Lum"), body("Reuters")], "By Ana Lum, Reuters"],
    ["lets an agency stand alone", [body("Reuters")], "Reuters"],
    ["joins several agencies", [body("AFP"), body("Reuters")], "AFP and Reuters"],
    ["says that agencies helped", [...people("author", "Ana Lum"), body("agencies")], "By Ana Lum with agencies"],
    [
      "names contributors",
      [...people("author", "Ana Lum"), ...people("contributor", "Bo Dee")],
      "By Ana Lum with Bo Dee",
    ],
    ["prints contributors alone as authors", people("contributor", "Bo Dee"), "By Bo Dee"],
    ["is empty without names", [], ""],
  ])("%s", (_name, bylines, head) => {
    expect(formatByline(bylines, "en").head).toBe(head);
  });

  it("puts who helped otherwise at the foot", () => {
    const bylines = [
      ...people("author", "Ana Lum"),
      ...people("photographer", "Di Ash"),
      ...people("additional", "Bo Dee", "Cy Orr"),
      ...people("editor", "Ed Fay"),
    ];
    expect(formatByline(bylines, "en")).toEqual({
      head: "By Ana Lum",
      foot: ["Additional reporting by Bo Dee and Cy Orr", "Edited by Ed Fay", "Photographs by Di Ash"],
    });
  });

  it.each(["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no"])("is read back as it was in %s", (language) => {
    const bylines = [
      ...people("author", "Ana Lum", "Bo Dee", "Cy Orr"),
      ...people("contributor", "Di Ash"),
      ...people("additional", "Ed Fay"),
      ...people("editor", "Fi Gow"),
      ...people("translator", "Gus Hay"),
      ...people("photographer", "Hal Ivy"),
    ];
    const { head, foot } = formatByline(bylines, language);
    expect(parseByline([head, ...foot].join("\n"))).toEqual({ people: bylines, orgs: [] });
  });
});
