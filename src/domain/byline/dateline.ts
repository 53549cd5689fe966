import { foldSpace, seedBook, type AgencyBook } from "../credit/index.ts";
import { forms } from "./dateline-forms.ts";

/** The opening of a wire body that says where a report was written, taken off the paragraph it opens. */
export interface Dateline {
  /** As written, without date and agency: "SIENA, Italy". */
  readonly place: string;
  /** The dateline as it stands, dash included. */
  readonly raw: string;
  /** Canonical name of the agency, when the dateline names a known one. */
  readonly agency?: string;
  /** The paragraph after it; its last characters are the paragraph's. */
  readonly rest: string;
}

const longest = 120;

/**
 * Splits "PLACE, date (AGENCY) -" and its like off the front of a paragraph. A place in ordinary letters counts only
 * beside a known agency, one in capitals also alone before a dash. Null when the paragraph opens with its text, or
 * would have no text left.
 */
export function splitDateline(paragraph: string, agencies: AgencyBook = seedBook): Dateline | null {
  const indent = paragraph.length - paragraph.trimStart().length;
  const head = paragraph.slice(indent, indent + longest);
  for (const form of forms) {
    const found = form(head, agencies);
    if (found === null) continue;
    const rest = paragraph.slice(indent + found.length).trimStart();
    if (!/\p{L}/u.test(rest)) return null;
    const line = { place: foldSpace(found.place), raw: paragraph.slice(indent, indent + found.length).trim(), rest };
    return found.agency === undefined ? line : { ...line, agency: found.agency };
  }
  return null;
}
