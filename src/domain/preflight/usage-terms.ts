// As agencies write them. Capitals count where the word is an ordinary one ("GERMANY OUT", "OUT: UK").
const restrictions: readonly RegExp[] = [
  /\bOUT\b/,
  /\bno (?:archiv\w*|sales?|resales?|commercial|advertis\w*|internet|online|web|mobile|social|video|tv|print|crop\w*|third|models?|licens\w*|use)\b/i,
  /\b(?:restrict\w*|prohibited|forbidden|strictly|embargo\w*|permission|approval)\b/i,
  /\b(?:editorial|personal|non-?commercial|single|one[- ]time|print|online|web) use\b/i,
  /\b(?:not for|may not|must not|do not)\b/i,
  /\bonly\b/i,
];
const freedom = /\b(?:no|without|free of) restrictions?\b|\bunrestricted\b/gi;

/** The words of usage terms that restrict a use, or null when they restrict nothing we know of. */
export function restrictionIn(terms: string): string | null {
  const rest = terms.replace(freedom, "");
  return restrictions.map((words) => words.exec(rest)?.[0] ?? null).find((found) => found !== null) ?? null;
}
