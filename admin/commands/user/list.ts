import { listUsers } from "../../../src/newsroom/access/index.ts";
import { listOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { userView } from "../../views/people.ts";

/** `desk user list` */
export const verb: Verb = {
  examples: ["desk user list", "desk user list --fields email,role --format csv"],
  run: (call) => atDesk(call, async ({ desk }) => listOf(userView, await listUsers(desk))),
};
