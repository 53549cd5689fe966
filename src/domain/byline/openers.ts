import { BylineRole } from "./byline.ts";

/** Words that say what the people after them did; the longest that fits wins. */
const openers: Readonly<Record<BylineRole, string>> = {
  author: `written by|words by|text by|story by|report by|reporting by|reported by|by|par|texte de|texte par|von|text von|por|texto de|di|door|
    av|af|author:|authors:|autor:|autora:|autorin:|autoren:|auteur:|auteurs:|autore:|text:|texte:|texto:|testo:|автор:|текст:|文:|记者:|記者:|作者:|记者|記者`,
  contributor: `with contributions from|with contributions by|contributions by|contributions from|contributors:|contributor:|
    with reporting by|with reporting from|with|avec la collaboration de|avec|mit|con la colaboración de|con|com|met|med`,
  editor: `edited by|editing by|editor:|editors:|édité par|redaktion:|edición de|edición:|edição:|redactie:|redigering:|a cura di|编辑:|編集:`,
  translator: `translated by|translated from \\p{L}+ by|translation by|translation:|translator:|traduit par|traduction par|traduction:|
    übersetzt von|übersetzung:|übersetzung von|traducción de|traducción:|traducido por|traduzione di|tradução:|vertaling:|översättning:|oversættelse:|oversettelse:|翻译:|翻訳:`,
  photographer: `photographs by|photographs:|photography by|photography:|photos by|photos:|photo by|photo:|pictures by|pictures:|
    photographer:|fotos:|fotos von|foto:|fotos de|fotografías de|photos de|photos par|foto's:|摄影:|写真:`,
  additional: `additional reporting by|additional reporting from|additional reporting:|additional writing by|reporting also by|
    mitarbeit:|unter mitarbeit von|weitere berichterstattung:|información adicional de|reportage complémentaire de|ha collaborato:|colaboração:|met medewerking van|medverkan:|
    medvirken:|bidrag:`,
};

const inOrder = (Object.keys(openers) as BylineRole[])
  .flatMap((role) => openers[role].split("|").map((phrase) => ({ role, phrase: phrase.trim() })))
  .sort((one, other) => other.phrase.length - one.phrase.length);
const shape = (phrase: string): string =>
  phrase.replace(/ /g, String.raw`\s+`).replace(/:$/, String.raw`\s?[:：]`) +
  (phrase.endsWith(":") ? "" : String.raw`(?=\s|:|$)`);
const anyOpener = new RegExp(
  String.raw`(?<=^|[\s(;,.:–—-])(?:${inOrder.map(({ phrase }) => `(${shape(phrase)})`).join("|")})[\s:：]*`,
  "giu",
);

// Parts of names and sentences elsewhere in a line ("Ana di Lum", "a cup with milk"): they open only where a line begins.
const onlyAtStart = new Set("by par von por di door av af".split(" "));
const onlySmall = new Set("with avec mit con com met med".split(" "));
// Family names begin with these too: the line must go on like a byline.
const alsoNames = new Set("von di av af".split(" "));

/** A stretch of a byline under one role. */
export interface Section {
  readonly role: BylineRole;
  readonly text: string;
  /** True when words in the line gave the role. */
  readonly isOpened: boolean;
}

/** Divides a line at the words that say who did what; what comes before the first is by its authors. */
export function sectionsOf(line: string): readonly Section[] {
  const sections: Section[] = [];
  let open = { role: BylineRole.author as BylineRole, from: 0, isOpened: false };
  for (const match of line.matchAll(anyOpener)) {
    const opener = inOrder.find((_opener, index) => typeof match[index + 1] === "string");
    if (opener === undefined || !opens(opener.phrase, match[0], line, match.index)) continue;
    sections.push({ role: open.role, text: line.slice(open.from, match.index), isOpened: open.isOpened });
    open = { role: opener.role, from: match.index + match[0].length, isOpened: true };
  }
  sections.push({ role: open.role, text: line.slice(open.from), isOpened: open.isOpened });
  return sections.filter((section) => section.text.trim() !== "");
}

function opens(phrase: string, written: string, line: string, at: number): boolean {
  const before = line.slice(0, at).trimEnd();
  if (onlySmall.has(phrase)) return before.endsWith("(") || written === written.toLowerCase();
  if (!onlyAtStart.has(phrase)) return true;
  if (before !== "" && !/[.;(:]$/.test(before)) return false;
  const rest = line.slice(at + written.length).trim();
  return !alsoNames.has(phrase) || /^(?!der |den |dem )\S+(?:$|\s)/u.test(rest);
}
