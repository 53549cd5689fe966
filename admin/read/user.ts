import { findUser, type ChangeStanding, type UserRecord } from "../../src/newsroom/access/index.ts";
import type { OpenDesk } from "../../src/newsroom/desk.ts";
import { changed, type Answer } from "../print/index.ts";
import type { Call } from "../run/call.ts";
import { atDesk } from "../run/seat.ts";
import type { VerbOption } from "../run/verb.ts";
import { userView } from "../views/people.ts";

/** The first word of every verb that changes a user. */
export const userWord = ["<user>", "email address, or id"] as const;

/** Why a user is changed; kept in the audit. */
export const reasonOption: VerbOption = { flags: "--reason <text>", help: "why; kept in the audit" };

/** Changes the user the first word names, and prints what is different. */
export const changedUser = (
  call: Call,
  said: string,
  act: (desk: OpenDesk, input: ChangeStanding) => Promise<UserRecord>,
): Promise<Answer> =>
  atDesk(call, async ({ desk, write }) => {
    const before = await findUser(desk, call.word(0));
    const after = await write((open) => act(open, { user: before.id, reason: call.text("reason") }));
    return changed(userView, before, after, [said]);
  });
