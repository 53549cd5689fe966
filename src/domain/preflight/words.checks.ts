import { splitDateline } from "../byline/index.ts";
import { isKnownLanguage } from "../text/index.ts";
import { spot, type Check } from "./check.ts";
import { placeholdersIn } from "./placeholders.ts";

const longestHeadline = 110;
const lengthOf = (text: string): number => Array.from(text).length;

/** Checks of what is written. */
export const wordsChecks = {
  HEADLINE_MISSING: {
    severity: "ERROR",
    finds: "The headline is empty.",
    fix: "Write a headline.",
    find: ({ headline }) => spot(headline.trim() === "", ["headline"], "The headline is empty."),
  },
  HEADLINE_LONG: {
    severity: "WARNING",
    finds: `The headline has more than ${String(longestHeadline)} characters.`,
    because: "Search engines and small screens cut it there; some headlines are worth it.",
    fix: "Shorten the headline, or accept it.",
    find: ({ headline }) =>
      spot(
        lengthOf(headline) > longestHeadline,
        ["headline"],
        `The headline has ${String(lengthOf(headline))} characters, more than ${String(longestHeadline)}.`,
      ),
  },
  STANDFIRST_MISSING: {
    severity: "NOTE",
    finds: "There is no standfirst.",
    fix: "Write a standfirst: lists and search results show it.",
    find: ({ standfirst }) => spot((standfirst ?? "").trim() === "", ["standfirst"], "There is no standfirst."),
  },
  BODY_EMPTY: {
    severity: "ERROR",
    finds: "The body has no block.",
    fix: "Write at least one block.",
    find: ({ blocks }) => spot(blocks.length === 0, ["blocks"], "The body has no block."),
  },
  PLACEHOLDER_TEXT: {
    severity: "WARNING",
    finds: "TK, XXX or lorem ipsum stands in a headline, the text, a caption, an alternative text or a link.",
    because: "It stops every publication, but a flight TK 1980 or a Super Bowl XXX can be said with a reason.",
    fix: "Write what is still to come, or accept the words as they are.",
    find: ({ words }) =>
      words.flatMap(({ place, text }) =>
        placeholdersIn(text).map((word) => ({ place, says: `The placeholder "${word}" still stands there.` })),
      ),
  },
  LANGUAGE_UNKNOWN: {
    severity: "WARNING",
    finds: "The language tag names no language known here.",
    because: "Readers' voices and hyphens go by it, but rare languages have tags we do not know.",
    fix: "Set the language, such as en or de-AT, or accept it.",
    find: ({ language }) =>
      spot(!isKnownLanguage(language), ["language"], `The tag "${language}" names no language known here.`),
  },
  BYLINE_MISSING: {
    severity: "NOTE",
    finds: "Neither a byline nor an agency in the dateline says who wrote it.",
    fix: "Name the authors or the agency.",
    find: ({ bylines, datelineRaw }) =>
      spot(bylines.length === 0 && !namesAgency(datelineRaw), ["bylines"], "Nobody is named as its author."),
  },
} as const satisfies Record<string, Check>;

// A dateline is read off the front of a paragraph, so it is given one.
const namesAgency = (raw: string | null): boolean => raw !== null && splitDateline(`${raw} Text`)?.agency !== undefined;
