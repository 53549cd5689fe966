import { enableUser } from "../../../src/newsroom/access/index.ts";
import { changedUser, reasonOption, userWord } from "../../read/user.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk user enable EMAIL` */
export const verb: Verb = {
  words: [userWord],
  options: [reasonOption],
  examples: ["desk user enable jon@news.example", "desk user enable jon@news.example --reason 'back from leave'"],
  writes: true,
  run: (call) => changedUser(call, "They may act again; tokens that have not ended open again.", enableUser),
};
