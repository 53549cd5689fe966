import { scheduleArticle } from "../../../src/newsroom/articles/index.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { momentIn } from "../../print/index.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { momentFrom, notesOf, timeHelp, zoneOption } from "../../read/when.ts";
import { articlesWord, choosing, toArticles } from "../../run/articles.ts";
import type { Verb } from "../../run/verb.ts";
import { publication } from "./publish.ts";

/** `desk article schedule ARTICLE… --at TIME [--until TIME]` */
export const verb: Verb = {
  words: [articlesWord],
  options: [
    { flags: "--at <time>", help: `from when on readers have it, such as ${timeHelp}`, required: true },
    { flags: "--until <time>", help: "from then on they no longer have it" },
    zoneOption,
    { flags: "--minor", help: "do not move the time readers see as updated" },
    { flags: "--revision <n>", help: "this revision, whatever is written meanwhile; the newest if left out" },
    acceptOption,
    ...choosing,
  ],
  examples: [
    "desk article schedule harbour-bridge-reopens --at '2026-11-24 06:00' --tz Asia/Dubai",
    "desk article schedule --state approved --section sport --at 'tomorrow 6am' --until +3d --yes",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    toArticles(call, ({ desk }) => {
      const [from, until] = [momentFrom(call, desk, "at"), momentFrom(call, desk, "until")];
      if (from === undefined) throw new DatelineError("BAD_USAGE", { says: "No time is given.", fix: "Add --at." });
      const how = { at: from.at, revision: call.whole("revision"), minor: call.flag("minor"), ...readAccepted(call) };
      const end = until === undefined ? {} : { expiresAt: until.at };
      const ends = until === undefined ? [] : [`Until ${momentIn(desk.zone, until.at)} (${desk.zone}).`];
      return {
        ...{ act: "Schedule", doing: "Scheduling" },
        run: (open, seen) => scheduleArticle(open, { ...seen, ...how, ...end }),
        said: (article, now) => [...notesOf(from, until), publication(article, now, desk.zone), ...ends],
      };
    }),
};
