import { BylineRole } from "./byline.ts";
import { isAgenciesAtLarge } from "./collective.ts";

/** A name to print: a person, or an agency, desk or paper. */
export interface PrintedName {
  readonly name: string;
  readonly role: BylineRole;
  readonly isOrganisation?: boolean;
}

/** A byline ready to print: the line under the headline, and the lines at the foot of the article. */
export interface PrintedByline {
  /** Empty when nobody is named. */
  readonly head: string;
  readonly foot: readonly string[];
}

interface Words {
  readonly by: string;
  readonly and: string;
  readonly with: string;
  readonly additional: string;
  readonly editor: string;
  readonly translator: string;
  readonly photographer: string;
}

// by | and | with | additional reporting | edited | translated | photographs
const table: Readonly<Record<string, string>> = {
  en: "By | and | with | Additional reporting by | Edited by | Translated by | Photographs by",
  de: "Von | und | mit | Mitarbeit: | Redaktion: | Übersetzung: | Fotos:",
  fr: "Par | et | avec | Reportage complémentaire de | Édité par | Traduit par | Photos :",
  es: "Por | y | con | Información adicional de | Edición de | Traducción de | Fotografías de",
  it: "Di | e | con | Ha collaborato: | A cura di | Traduzione di | Foto:",
  pt: "Por | e | com | Colaboração: | Edição: | Tradução: | Fotos:",
  nl: "Door | en | met | Met medewerking van | Redactie: | Vertaling: | Foto's:",
  sv: "Av | och | med | Medverkan: | Redigering: | Översättning: | Foto:",
  da: "Af | og | med | Medvirken: | Redigering: | Oversættelse: | Foto:",
  no: "Av | og | med | Bidrag: | Redigering: | Oversettelse: | Foto:",
};

const wordsOf: ReadonlyMap<string, Words> = new Map(
  Object.entries(table).map(([language, row]) => {
    const [by = "", and = "", joined = "", additional = "", editor = "", translator = "", photographer = ""] =
      row.split(" | ");
    return [language, { by, and, with: joined, additional, editor, translator, photographer }];
  }),
);
const plain: Words = { by: "", and: "", with: "", additional: "", editor: "", translator: "", photographer: "" };
const sameLanguage: Readonly<Record<string, string>> = { nb: "no", nn: "no" };
const commas: Readonly<Record<string, string>> = { zh: "、", ja: "、", ar: "، ", fa: "، " };
const footRoles = [BylineRole.additional, BylineRole.editor, BylineRole.translator, BylineRole.photographer] as const;

/**
 * Joins the names of a byline as its language does: "By Ana Lum, Bo Dee and Cy Orr, Reuters". Agencies follow the
 * people, or stand alone without "By"; contributors follow "with"; who did anything else stands at the foot. In a
 * language not known here names are joined by commas. `language` is a BCP 47 tag; its first part counts.
 */
export function formatByline(bylines: readonly PrintedName[], language: string): PrintedByline {
  const primary = language.toLowerCase().split("-", 1)[0] ?? "";
  const words = wordsOf.get(sameLanguage[primary] ?? primary) ?? plain;
  const join = (names: readonly string[]): string => joined(names, words.and, commas[primary] ?? ", ");
  const named = (role: BylineRole, isBody?: boolean): readonly string[] =>
    bylines
      .filter((one) => one.role === role && (isBody === undefined || (one.isOrganisation === true) === isBody))
      .map((one) => one.name);
  const bodies = [...named(BylineRole.author, true), ...named(BylineRole.contributor, true)];
  const foot = footRoles.flatMap((role) => (named(role).length === 0 ? [] : [spaced(words[role], join(named(role)))]));
  return {
    head: headOf(named(BylineRole.author, false), named(BylineRole.contributor, false), bodies, words, join),
    foot,
  };
}

function headOf(
  authors: readonly string[],
  contributors: readonly string[],
  bodies: readonly string[],
  words: Words,
  join: (names: readonly string[]) => string,
): string {
  const leads = authors.length > 0 ? authors : contributors;
  if (leads.length === 0) return join(bodies);
  const people = spaced(words.by, join(leads));
  const helpers = authors.length > 0 && contributors.length > 0 ? spaced(words.with, join(contributors)) : "";
  const withHelpers = words.with === "" && helpers !== "" ? `${people}, ${helpers}` : spaced(people, helpers);
  if (bodies.length === 0) return withHelpers;
  // "with agencies" reads as a phrase; the name of an agency is set off by a comma.
  const isUnnamed = bodies.every(isAgenciesAtLarge);
  return isUnnamed && words.with !== ""
    ? `${withHelpers} ${words.with} ${join(bodies)}`
    : `${withHelpers}, ${bodies.join(", ")}`;
}

function joined(names: readonly string[], and: string, comma: string): string {
  if (and === "" || names.length < 2) return names.join(comma);
  return `${names.slice(0, -1).join(comma)} ${and} ${names.at(-1) ?? ""}`;
}

function spaced(first: string, second: string): string {
  return [first, second].filter((text) => text !== "").join(" ");
}
