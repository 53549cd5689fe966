import { hideLinkBack } from "../../../src/newsroom/links/index.ts";
import { backWords } from "../../read/link.ts";
import { turnedBack } from "../../run/link-back.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk link hide ARTICLE FROM` */
export const verb: Verb = {
  words: backWords,
  examples: [
    "desk link hide harbour-bridge-closed harbour-bridge-reopens",
    "desk link hide harbour-bridge-closed harbour-bridge-reopens --dry-run",
  ],
  writes: true,
  versioned: true,
  run: (call) => turnedBack(call, hideLinkBack, "Readers see no link back there, whatever the other article asks for."),
};
