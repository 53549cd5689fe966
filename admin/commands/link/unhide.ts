import { unhideLinkBack } from "../../../src/newsroom/links/index.ts";
import { backWords } from "../../read/link.ts";
import { turnedBack } from "../../run/link-back.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk link unhide ARTICLE FROM` */
export const verb: Verb = {
  words: backWords,
  examples: [
    "desk link unhide harbour-bridge-closed harbour-bridge-reopens",
    "desk link unhide harbour-bridge-closed harbour-bridge-reopens --if-version 4",
  ],
  writes: true,
  versioned: true,
  run: (call) => turnedBack(call, unhideLinkBack, "Readers see the link back while the other article asks for it."),
};
