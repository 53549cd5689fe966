import { disableUser } from "../../../src/newsroom/access/index.ts";
import { changedUser, reasonOption, userWord } from "../../read/user.ts";
import { confirm } from "../../run/ask.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk user disable EMAIL` */
export const verb: Verb = {
  words: [userWord],
  options: [reasonOption],
  examples: [
    "desk user disable jon@news.example --yes",
    "desk user disable jon@news.example --reason 'left' --dry-run",
  ],
  writes: true,
  run: async (call) => {
    await confirm(call, "Disable", call.word(0));
    return changedUser(call, "They are kept out from now on, and their tokens open nothing.", disableUser);
  },
};
