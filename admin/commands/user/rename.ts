import { renameUser } from "../../../src/newsroom/access/index.ts";
import { changedUser, reasonOption, userWord } from "../../read/user.ts";
import type { Verb } from "../../run/verb.ts";

/** `desk user rename EMAIL NAME` */
export const verb: Verb = {
  words: [userWord, ["<name>", "the name the desk shows"]],
  options: [reasonOption],
  examples: [
    "desk user rename mara@news.example 'Mara Vale'",
    "desk user rename mara@news.example 'M. Vale' --dry-run",
  ],
  writes: true,
  run: (call) =>
    changedUser(call, "What they did before keeps the name of then.", (desk, input) =>
      renameUser(desk, { ...input, displayName: call.word(1) }),
    ),
};
