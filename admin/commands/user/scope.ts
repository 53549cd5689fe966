import { findUser, scopeUser } from "../../../src/newsroom/access/index.ts";
import { findSection } from "../../../src/newsroom/sections/index.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { changed, type Answer } from "../../print/index.ts";
import { reasonOption, userWord } from "../../read/user.ts";
import type { Call } from "../../run/call.ts";
import { atDesk, type Seat } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { userView } from "../../views/people.ts";

/** `desk user scope EMAIL` */
export const verb: Verb = {
  words: [userWord],
  options: [
    { flags: "--section <section>", help: "limit their writing to it and all below; may be given again", many: true },
    { flags: "--everywhere", help: "lift every limit" },
    reasonOption,
  ],
  examples: [
    "desk user scope mara@news.example --section sport --section world/europe",
    "desk user scope mara@news.example --everywhere",
  ],
  writes: true,
  run: (call) => atDesk(call, (seat) => scope(call, seat)),
};

async function scope(call: Call, { desk, write }: Seat): Promise<Answer> {
  const names = call.texts("section");
  if (call.flag("everywhere") === names.length > 0) {
    throw new DatelineError("BAD_USAGE", {
      says: "A limit wants its sections, or the word that lifts it.",
      fix: "Give --section SECTION (again and again), or --everywhere.",
    });
  }
  const before = await findUser(desk, call.word(0));
  const sectionIds: string[] = [];
  for (const name of names) sectionIds.push((await findSection(desk, name)).id);
  const input = { user: before.id, sectionIds, reason: call.text("reason") };
  const after = await write((open) => scopeUser(open, input));
  return changed(userView, before, after, ["It counts from their next act on; reading stays open everywhere."]);
}
