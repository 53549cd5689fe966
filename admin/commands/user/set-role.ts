import { setRole, type SetRole } from "../../../src/newsroom/access/index.ts";
import { caps } from "../../read/caps.ts";
import type { Verb } from "../../run/verb.ts";
import { changedUser, reasonOption, userWord } from "../../read/user.ts";

/** `desk user set-role EMAIL ROLE` */
export const verb: Verb = {
  words: [userWord, ["<role>", "reporter, editor, desk-head or admin"]],
  options: [reasonOption],
  examples: ["desk user set-role jon@news.example editor", "desk user set-role jon@news.example reporter --dry-run"],
  writes: true,
  run: (call) => {
    const role = caps(call.word(1)) as SetRole["role"];
    const said = "It counts from their next act on.";
    return changedUser(call, said, (desk, input) => setRole(desk, { ...input, role }));
  },
};
