import { setExpiry } from "../../../src/newsroom/articles/index.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { momentIn } from "../../print/index.ts";
import { acceptOption, readAccepted } from "../../read/accepted.ts";
import { momentFrom, notesOf, timeHelp, zoneOption } from "../../read/when.ts";
import { articlesWord, choosing, toArticles } from "../../run/articles.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk article expire ARTICLE… --at TIME | --never` */
export const verb: Verb = {
  words: [articlesWord],
  options: [
    { flags: "--at <time>", help: `from then on readers no longer have it, such as ${timeHelp}` },
    zoneOption,
    { flags: "--never", help: "it does not expire" },
    acceptOption,
    ...choosing,
  ],
  examples: [
    "desk article expire winter-sale-guide --at '2027-01-02 00:00'",
    "desk article expire winter-sale-guide --never",
  ],
  writes: true,
  versioned: true,
  run: (call) =>
    toArticles(call, ({ desk }) => {
      const moment = momentFrom(call, desk, "at");
      if ((moment === undefined) !== call.flag("never")) {
        throw new DatelineError("BAD_USAGE", { says: "One end is wanted.", fix: "Give either --at TIME or --never." });
      }
      const expiresAt = moment?.at ?? null;
      const end =
        expiresAt === null ? "It does not expire." : `Readers have it until ${momentIn(desk.zone, expiresAt)}.`;
      return {
        ...{ act: "Let expire", doing: "Setting the expiry" },
        run: (open, seen) => setExpiry(open, { ...seen, expiresAt, ...readAccepted(call) }),
        said: () => [...notesOf(moment), end],
      };
    }),
};
