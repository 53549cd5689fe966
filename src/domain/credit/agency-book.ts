import { seedAgencies, type AgencySeed } from "./agency-seed.ts";
import { foldKey } from "./view.ts";

/** Look-ups over the agencies a parse may recognise. */
export interface AgencyBook {
  /** The agency one of whose spellings this text is, whole, whatever its case and width. */
  find(text: string): AgencySeed | undefined;
}

/** Builds the look-ups; a spelling claimed twice belongs to the agency that comes first. */
export function agencyBook(agencies: readonly AgencySeed[]): AgencyBook {
  const bySpelling = new Map<string, AgencySeed>();
  const learn = (spelling: string, agency: AgencySeed): void => {
    const key = foldKey(spelling);
    if (key !== "" && !bySpelling.has(key)) bySpelling.set(key, agency);
  };
  for (const agency of agencies) learn(agency.name, agency);
  for (const agency of agencies) for (const alias of agency.aliases) learn(alias, agency);
  const longest = Math.max(0, ...[...bySpelling.keys()].map((key) => key.length));
  // Longer texts cannot match, and folding them again and again would make a hostile line slow.
  return { find: (text) => (text.length > longest * 2 + 8 ? undefined : bySpelling.get(foldKey(text))) };
}

/** The book of the seed agencies, used when no other is given. */
export const seedBook: AgencyBook = agencyBook(seedAgencies);
