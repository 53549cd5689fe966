import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { agencyBook, parseCredit, seedAgencies, type CreditRole } from "../../../src/domain/credit/index.ts";
import { describeWithShared } from "../../support/shared-data.ts";

/** "photographer Ana Lum, agency AFP" from a parse, so that a table can be read. */
const read = (line: string): string =>
  parseCredit(line)
    .parts.map((part) => `${part.role} ${part.name}`)
    .join(", ");

describeWithShared("Labelled credit lines", "credit-lines.json", (path) => {
  const lines = JSON.parse(path === "" ? "[]" : readFileSync(path, "utf8")) as {
    line: string;
    parts: { role: CreditRole; name: string }[];
  }[];
  it.each(lines)("reads $line", ({ line, parts }) => {
    expect(parseCredit(line).parts.map(({ role, name }) => ({ role, name }))).toEqual(parts);
  });
});

describeWithShared("Agencies known to the trade", "credit-agencies/agencies.json", (path) => {
  it("finds every spelling of each under its name", () => {
    const known = JSON.parse(readFileSync(path, "utf8")) as { name: string; leads: boolean; aliases: string[] }[];
    const book = agencyBook(seedAgencies);
    for (const { name, leads, aliases } of known) {
      for (const alias of aliases) expect([alias, book.find(alias)]).toMatchObject([alias, { name, leads }]);
    }
  });
});

describe("A credit line", () => {
  it.each([
    // Rule 1: the view
    ["Ana\u00a0Lum\u2009/\u00a0AFP", "photographer Ana Lum, agency AFP"],
    ["写真：ロイター／アフロ", "agency Reuters, distributor Aflo"],
    ["ＡＦＰ", "agency AFP"],
    // Rule 2: two bracketed credits
    [
      "(Photo by Ana LUM / AFP) (Photo by ANA LUM/AFP via Getty)",
      "photographer ANA LUM, agency AFP, distributor Getty Images",
    ],
    [
      "Photo by Ana LUM / AFP) (Photo by ANA LUM/AFP via Getty",
      "photographer ANA LUM, agency AFP, distributor Getty Images",
    ],
    // Rule 3: wrappers and the last full stop
    ["(Ana Lum/AFP", "photographer Ana Lum, agency AFP"],
    ["[Ana Lum/AFP].", "photographer Ana Lum, agency AFP"],
    ["【AFP=時事】", "agency AFP, distributor Jiji Press"],
    ["Photo by Ana L.", "photographer Ana L."],
    ["© Lum Widgets Ltd.", "organization Lum Widgets Ltd."],
    ["Ana Lum (Reuters)", "photographer Ana Lum, agency Reuters"],
    // Rule 4: labels and signs
    ["Mandatory Credit: Photo by Ana Lum/Alamy", "photographer Ana Lum, agency Alamy"],
    ["Photo credit should read Ana Lum/AFP", "photographer Ana Lum, agency AFP"],
    ["© 2023 The Associated Press. All rights reserved.", "copyrightYear 2023, agency AP"],
    ["2021 © Ana Lum", "copyrightYear 2021, photographer Ana Lum"],
    ["dpa © 2020", "agency dpa, copyrightYear 2020"],
    ["© Ana Lum, 2020", "photographer Ana Lum, copyrightYear 2020"],
    ["REUTERS/Ana Lum TPX IMAGES OF THE DAY", "agency Reuters, photographer Ana Lum"],
    ["Crédit photo : Ana Lum", "photographer Ana Lum"],
    ["[사진=연합뉴스]", "agency Yonhap"],
    ["Photo AFP", "agency AFP"],
    ["Photo courtesy of Lum Gallery", "courtesy Lum Gallery"],
    // Rule 5: aliases that hold a separator
    ["Ana Lum/REX/Shutterstock (1234567ab)", "photographer Ana Lum, agency Shutterstock, reference 1234567ab"],
    ["Ana Lum / APA / picturedesk.com", "photographer Ana Lum, agency APA"],
    ["Ana Lum via X/Twitter", "photographer Ana Lum, platform X"],
    ["WANA (West Asia News Agency)/Handout via REUTERS", "agency WANA, handout Handout, distributor Reuters"],
    // Rule 6: courtesy
    ["Courtesy of Lum/Dee, Oslo/Handout via AP", "courtesy Lum/Dee, Oslo, handout Handout, distributor AP"],
    ["Foto cortesía de Discos Lum", "courtesy Discos Lum"],
    ["Courtesy of AFP", "agency AFP"],
    // Rule 7: markers, platforms, accounts, licences
    ["Family handout/PA", "organization Family, handout Handout, agency PA Media"],
    ["Ana Lum - WPA Pool/Getty Images", "photographer Ana Lum, pool WPA Pool, agency Getty Images"],
    ["Ana Lum-Pool/Getty Images", "photographer Ana Lum, pool Pool, agency Getty Images"],
    ["Pool photo by Ana Lum", "pool Pool, photographer Ana Lum"],
    ["Handout via Lumvision Connect", "handout Handout, distributor Lumvision Connect"],
    ["Twitter: @ana_lum", "platform X, account @ana_lum"],
    ["@ana_lum on Instagram", "account @ana_lum, platform Instagram"],
    [
      "Ana Lum, CC BY-SA 4.0, via Wikimedia Commons",
      "photographer Ana Lum, licence CC BY-SA 4.0, platform Wikimedia Commons",
    ],
    [
      "By Ana Lum - Own work, CC BY 3.0, https://commons.wikimedia.org/wiki/File:Lum.jpg",
      "photographer Ana Lum, licence CC BY 3.0, platform Wikimedia Commons",
    ],
    ["Ana Lum (public domain)", "photographer Ana Lum, licence public domain"],
    ["AP file", "agency AP, file File"],
    ["Lum TV screengrab", "organization Lum TV, screengrab Screengrab"],
    // Rule 8: people and organizations
    ["STR/AFP", "photographer STR, agency AFP"],
    ["-/AFP", "agency AFP"],
    ["Lum Ministry/Ana Lum/Handout", "organization Lum Ministry, photographer Ana Lum, handout Handout"],
    ["Ana Lum/Lum Herald via AP", "photographer Ana Lum, organization Lum Herald, distributor AP"],
    ["U.S. Army photo by Ana Lum", "organization U.S. Army, photographer Ana Lum"],
    ["Ana Lum—Reuters", "photographer Ana Lum, agency Reuters"],
    ["Ana Lum, Bo Dee and Cy Orr / AFP", "photographer Ana Lum, photographer Bo Dee, photographer Cy Orr, agency AFP"],
    ["Ana Lum for Lum Weekly", "photographer Ana Lum, client Lum Weekly"],
    ["Society for Old Lamps", "organization Society for Old Lamps"],
    ["Ana Lum/For The Lum Post", "photographer Ana Lum, client The Lum Post"],
    ["Ana Lum/Lum/for", "photographer Ana Lum, organization Lum, organization for"],
    ["Ana Lum (left), Bo Dee (right)/AP", "photographer Ana Lum, photographer Bo Dee, agency AP"],
    ["Carl Bank/WireImage", "photographer Carl Bank, agency WireImage"],
    // Rule 9: who owns, who passes on
    ["IMAGO / ZUMA Press Wire", "distributor Imago, agency ZUMA Press"],
    ["picture alliance / Ana Lum", "agency picture alliance, photographer Ana Lum"],
    ["Ana Lum/Anadolu via Getty Images", "photographer Ana Lum, agency Anadolu, distributor Getty Images"],
    ["EPA, via Shutterstock", "agency EPA, distributor Shutterstock"],
    // Rule 10: neighbours with one name
    ["Ana Lum/PA Wire/PA Images", "photographer Ana Lum, agency PA Media"],
    // Rule 11: groups
    ["Left: Ana Lum/AP; Right: Bo Dee/AFP", "photographer Ana Lum, agency AP, photographer Bo Dee, agency AFP"],
    ["Left: Ana Lum/AP Right: Bo Dee/AFP", "photographer Ana Lum, agency AP, photographer Bo Dee, agency AFP"],
    // Rule 12: Chinese and Japanese
    ["新华社记者 王某、李某 摄", "agency Xinhua, photographer 王某, photographer 李某"],
    ["新华社发（王某摄）", "agency Xinhua, photographer 王某"],
    ["供图：视觉中国", "agency VCG"],
    ["写真提供：日本大学", "courtesy 日本大学"],
    // Rule 13: nothing is an error
    ["   ", ""],
    ["???", ""],
    ["Ana Lum, Oslo, 2020", "organization Ana Lum, Oslo, 2020"],
  ])("%s is read as: %s", (line, expected) => {
    expect(read(line)).toBe(expected);
  });

  it("says where each part stands and which agency it names", () => {
    const line = " Photo:  Ana  Lum /REUTERS ";
    const { parts, segments } = parseCredit(line);
    expect(parts).toEqual([
      { role: "photographer", name: "Ana Lum", start: 9, end: 17 },
      { role: "agency", name: "Reuters", start: 19, end: 26, agency: "Reuters" },
    ]);
    expect(segments.map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      "space: ",
      "label:Photo:",
      "space:  ",
      "part:Ana  Lum",
      "space: ",
      "separator:/",
      "part:REUTERS",
      "space: ",
    ]);
  });

  it("knows the agencies it is given and no others", () => {
    const book = agencyBook([
      { name: "Lumwire", country: null, kind: "agency", leads: false, aliases: ["LW", "Lum/Wire"] },
    ]);
    const names = (line: string) => parseCredit(line, book).parts.map((part) => [part.role, part.name, part.agency]);
    expect(names("Ana Lum/Lum/Wire")).toEqual([
      ["photographer", "Ana Lum", undefined],
      ["agency", "Lumwire", "Lumwire"],
    ]);
    expect(names("lw, Ana Lum")[0]).toEqual(["agency", "Lumwire", "Lumwire"]);
    expect(names("Bo Dee/Alamy")[1]).toEqual(["organization", "Alamy", undefined]);
  });

  it("gives a spelling two agencies claim to the one whose name it is", () => {
    const common = { country: null, kind: "agency", leads: false } as const;
    const book = agencyBook([
      { ...common, name: "Lum One", aliases: ["Lum Two"] },
      { ...common, name: "Lum Two", aliases: ["LT"] },
    ]);
    expect(book.find("LUM TWO")?.name).toBe("Lum Two");
  });
});
