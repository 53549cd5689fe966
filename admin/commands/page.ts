import type { VerbEntry } from "../run/verb.ts";

/** The verbs of articles. */
export const articleVerbs: readonly VerbEntry[] = [
  { name: "create", summary: "make a draft", load: () => import("./article/create.ts") },
  { name: "list", summary: "articles, those touched last first", load: () => import("./article/list.ts") },
  { name: "show", summary: "read one, with its standing", load: () => import("./article/show.ts") },
  { name: "set", summary: "change words, section, slug, embargo …", load: () => import("./article/set.ts") },
  { name: "check", summary: "what keeps it from being published", load: () => import("./article/check.ts") },
  { name: "corrections", summary: "its public notes, newest first", load: () => import("./article/corrections.ts") },
  { name: "publish", summary: "make it public, at once or at a time", load: () => import("./article/publish.ts") },
  { name: "unpublish", summary: "take it from the readers", load: () => import("./article/unpublish.ts") },
  { name: "history", summary: "its revisions, newest first", load: () => import("./article/history.ts") },
  { name: "used", summary: "what links to it, shows or pins it", load: () => import("./article/used.ts") },
];

/** The verbs of corrections. */
export const correctionVerbs: readonly VerbEntry[] = [
  { name: "list", summary: "public notes under articles, newest first", load: () => import("./correction/list.ts") },
];

/** The verbs of related links. */
export const linkVerbs: readonly VerbEntry[] = [
  { name: "add", summary: "link to an article or an address", load: () => import("./link/add.ts") },
  { name: "list", summary: "the links of an article, in order", load: () => import("./link/list.ts") },
  { name: "move", summary: "to another place in the order", load: () => import("./link/move.ts") },
  { name: "remove", summary: "take a link off", load: () => import("./link/remove.ts") },
  {
    name: "unresolved",
    summary: "teasers without an address, and candidates",
    load: () => import("./link/unresolved.ts"),
  },
  { name: "accept", summary: "give a teaser the article it means", load: () => import("./link/accept.ts") },
  { name: "suggest", summary: "articles worth linking to, and why", load: () => import("./link/suggest.ts") },
  { name: "check", summary: "links that are dead, dark or moved", load: () => import("./link/check.ts") },
  { name: "check-external", summary: "ask addresses if they answer", load: () => import("./link/check-external.ts") },
  { name: "moved", summary: "addresses that lead elsewhere for good", load: () => import("./link/moved.ts") },
  { name: "relink", summary: "lead all links to one address elsewhere", load: () => import("./link/relink.ts") },
];

/** The verbs of media. */
export const mediaVerbs: readonly VerbEntry[] = [
  { name: "add", summary: "take a picture in, with or without its file", load: () => import("./media/add.ts") },
  { name: "list", summary: "media, the newest first", load: () => import("./media/list.ts") },
  { name: "show", summary: "one, with its credit taken apart", load: () => import("./media/show.ts") },
  { name: "credit", summary: "give it a credit line", load: () => import("./media/credit.ts") },
  { name: "place", summary: "show it on an article", load: () => import("./media/place.ts") },
  { name: "used", summary: "the articles that show it", load: () => import("./media/used.ts") },
];
