import type { VerbEntry } from "../run/verb.ts";
import type { moveVerb } from "./article/moves.ts";

type MoveName = Parameters<typeof moveVerb>[0];

// The verbs of one table: a file of its own each would only name its row.
const move = (name: MoveName, summary: string): VerbEntry => ({
  ...{ name, summary },
  load: async () => ({ verb: (await import("./article/moves.ts")).moveVerb(name) }),
});

/** The verbs of articles. */
export const articleVerbs: readonly VerbEntry[] = [
  { name: "create", summary: "make a draft", load: () => import("./article/create.ts") },
  { name: "list", summary: "articles, those touched last first", load: () => import("./article/list.ts") },
  { name: "show", summary: "read one, with its standing", load: () => import("./article/show.ts") },
  { name: "set", summary: "change words, section, slug …", load: () => import("./article/set.ts") },
  { name: "check", summary: "what keeps it from being published", load: () => import("./article/check.ts") },
  { name: "corrections", summary: "its public notes, newest first", load: () => import("./article/corrections.ts") },
  move("submit", "hand a draft to the editors"),
  move("return", "give it back to its author, with a note"),
  move("approve", "say that it may be published"),
  { name: "schedule", summary: "set the time readers get it", load: () => import("./article/schedule.ts") },
  move("unschedule", "take off the schedule what is still ahead"),
  { name: "publish", summary: "make it public, at once or at a time", load: () => import("./article/publish.ts") },
  { name: "expire", summary: "set the time readers lose it", load: () => import("./article/expire.ts") },
  { name: "embargo", summary: "forbid publication before a time", load: () => import("./article/embargo.ts") },
  move("hold", "take it aside while something is checked"),
  move("release", "give it back to the readers"),
  move("unpublish", "take it from the readers"),
  { name: "republish", summary: "give back what was taken down", load: () => import("./article/republish.ts") },
  { name: "kill", summary: "withdraw it for ever", load: () => import("./article/kill.ts") },
  move("spike", "put it into the bin"),
  move("unspike", "take it out of the bin"),
  { name: "correct", summary: "correct what readers have, with a note", load: () => import("./article/correct.ts") },
  { name: "history", summary: "its revisions, newest first", load: () => import("./article/history.ts") },
  { name: "diff", summary: "what differs between two revisions", load: () => import("./article/diff.ts") },
  { name: "restore", summary: "bring an older revision back", load: () => import("./article/restore.ts") },
  { name: "lock", summary: "tell colleagues you are at work on it", load: () => import("./article/lock.ts") },
  { name: "unlock", summary: "give the lock back, or break it", load: () => import("./article/unlock.ts") },
  { name: "used", summary: "what links to it, shows or pins it", load: () => import("./article/used.ts") },
];

/** The verbs of corrections. */
export const correctionVerbs: readonly VerbEntry[] = [
  { name: "add", summary: "put a public note under an article", load: () => import("./correction/add.ts") },
  { name: "list", summary: "public notes under articles, newest first", load: () => import("./correction/list.ts") },
];

/** The verbs of related links. */
export const linkVerbs: readonly VerbEntry[] = [
  { name: "add", summary: "link to an article or an address", load: () => import("./link/add.ts") },
  { name: "list", summary: "the links of an article, in order", load: () => import("./link/list.ts") },
  { name: "move", summary: "to another place in the order", load: () => import("./link/move.ts") },
  { name: "remove", summary: "take a link off", load: () => import("./link/remove.ts") },
  { name: "backs", summary: "those who ask it to link back", load: () => import("./link/backs.ts") },
  { name: "hide", summary: "show no link back to an article", load: () => import("./link/hide.ts") },
  { name: "unhide", summary: "show a hidden link back again", load: () => import("./link/unhide.ts") },
  { name: "adopt", summary: "make a link back the article's own", load: () => import("./link/adopt.ts") },
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
  { name: "remove", summary: "take it off an article", load: () => import("./media/remove.ts") },
  { name: "used", summary: "the articles that show it", load: () => import("./media/used.ts") },
];
