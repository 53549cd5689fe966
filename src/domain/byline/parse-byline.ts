import { seedBook, type AgencyBook } from "../credit/index.ts";
import { BylineRole, type BylinePerson, type ParsedByline } from "./byline.ts";
import { namesIn } from "./names.ts";
import { sectionsOf } from "./openers.ts";
import { withoutRubbish } from "./rubbish.ts";

const longest = 2000;
// A full stop ends a sentence unless it ends a title or an initial.
const lineOrSentence =
  /[\n\r\u2028\u2029]+|(?<=\p{L}{3})(?<!Prof|Capt|Assoc|Asst|Rev|Gen|Col|Sgt|Hon|Mrs)\.\s+(?=\p{Lu})/u;
const contributed = /^(.*?)\s+(?:also\s+)?contributed(?:\s+reporting|\s+to\s+(?:this|the)\s+\p{L}+)?[.\s]*$/iu;

/**
 * Reads a byline as it stands on a page or in a wire item: who wrote, contributed, edited, translated. A line that
 * names nobody (a date, an address) gives nobody. Never throws; of a very long text only the beginning is read.
 */
export function parseByline(raw: string, agencies: AgencyBook = seedBook): ParsedByline {
  const people: BylinePerson[] = [];
  const orgs: string[] = [];
  for (const line of linesOf(raw)) {
    for (const { role, text } of rolesIn(line)) {
      for (const { name, isPerson } of namesIn(text, agencies)) {
        if (!isPerson) addOnce(orgs, name);
        else if (!people.some((person) => person.name === name && person.role === role)) people.push({ name, role });
      }
    }
  }
  return { people, orgs };
}

function linesOf(raw: string): readonly string[] {
  const lines = raw.slice(0, longest).split(lineOrSentence);
  return lines.map((line) => withoutRubbish(line).replace(/\s+/g, " ").trim());
}

function rolesIn(line: string): readonly { role: BylineRole; text: string }[] {
  return sectionsOf(line).map(({ role, text, isOpened }) => {
    const names = contributed.exec(text)?.[1];
    return names === undefined ? { role, text } : { role: isOpened ? role : BylineRole.contributor, text: names };
  });
}

function addOnce(list: string[], name: string): void {
  if (!list.includes(name)) list.push(name);
}
