import type { VerbEntry } from "../run/verb.ts";

/** The verbs of articles. */
export const articleVerbs: readonly VerbEntry[] = [
  { name: "create", summary: "make a draft", load: () => import("./article/create.ts") },
  { name: "list", summary: "articles, those touched last first", load: () => import("./article/list.ts") },
  { name: "show", summary: "read one, with its standing", load: () => import("./article/show.ts") },
  { name: "set", summary: "change words, section, slug, embargo …", load: () => import("./article/set.ts") },
  { name: "publish", summary: "make it public, at once or at a time", load: () => import("./article/publish.ts") },
  { name: "unpublish", summary: "take it from the readers", load: () => import("./article/unpublish.ts") },
  { name: "correct", summary: "correct what readers have, with a note", load: () => import("./article/correct.ts") },
  { name: "history", summary: "its revisions, newest first", load: () => import("./article/history.ts") },
  { name: "diff", summary: "what differs between two revisions", load: () => import("./article/diff.ts") },
  { name: "restore", summary: "bring an older revision back", load: () => import("./article/restore.ts") },
  { name: "lock", summary: "tell colleagues you are at work on it", load: () => import("./article/lock.ts") },
  { name: "unlock", summary: "give the lock back, or break it", load: () => import("./article/unlock.ts") },
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
];

/** The verbs of media. */
export const mediaVerbs: readonly VerbEntry[] = [
  { name: "add", summary: "take a picture in, with or without its file", load: () => import("./media/add.ts") },
  { name: "list", summary: "media, the newest first", load: () => import("./media/list.ts") },
  { name: "show", summary: "one, with its credit taken apart", load: () => import("./media/show.ts") },
  { name: "credit", summary: "give it a credit line", load: () => import("./media/credit.ts") },
  { name: "place", summary: "show it on an article", load: () => import("./media/place.ts") },
];
