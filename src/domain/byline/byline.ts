/** What somebody named with an article did for it. */
export const BylineRole = {
  author: "author",
  contributor: "contributor",
  editor: "editor",
  translator: "translator",
  photographer: "photographer",
  additional: "additional",
} as const;
/** One of the roles of a byline. */
export type BylineRole = (typeof BylineRole)[keyof typeof BylineRole];

/** A person named in a byline, the name as written with white space folded. */
export interface BylinePerson {
  readonly name: string;
  readonly role: BylineRole;
}

/** A byline taken apart: people in reading order, and agencies, desks and papers as written. */
export interface ParsedByline {
  readonly people: readonly BylinePerson[];
  readonly orgs: readonly string[];
}
