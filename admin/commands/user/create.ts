import { createUser, type CreateUser } from "../../../src/newsroom/access/index.ts";
import { changed, shellWord, type Answer } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import type { Call } from "../../run/call.ts";
import { atDesk, type Seat } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { userView } from "../../views/people.ts";

/** `desk user create EMAIL` */
export const verb: Verb = {
  words: [["<email>", "the address they act as"]],
  options: [
    { flags: "--role <role>", help: "reporter, editor, desk-head or admin", required: true },
    { flags: "--name <name>", help: "the name the desk shows" },
  ],
  examples: [
    "desk user create mara@news.example --role editor --name 'Mara Quill'",
    "desk user create jon@news.example --role reporter --dry-run",
  ],
  writes: true,
  run: (call) => atDesk(call, (seat) => create(call, seat), { mayBeFirst: true }),
};

async function create({ text, word }: Call, { write }: Seat): Promise<Answer> {
  const role = (caps(text("role")) ?? "REPORTER") as CreateUser["role"];
  const input = { email: word(0), displayName: text("name"), role };
  const user = await write((desk) => createUser(desk, input));
  return changed(userView, null, user, [`They may act now: desk … --as ${shellWord(user.email)}`]);
}
