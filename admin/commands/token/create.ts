import { createToken, type CreatedToken } from "../../../src/newsroom/access/index.ts";
import { changed, type View } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const view: View<CreatedToken> = [
  { name: "token", of: ({ token }) => token },
  { name: "name", of: ({ record }) => record.name },
  { name: "user", of: ({ record }) => record.user.email },
  { name: "scopes", of: ({ record }) => record.scopes },
  { name: "expires", of: ({ record }) => record.expiresAt },
  { name: "id", of: ({ record }) => record.id },
];

/** `desk token create NAME --user EMAIL` */
export const verb: Verb = {
  words: [["<name>", "what it is for"]],
  options: [
    { flags: "--user <email>", help: "whose token it is; that user's role is its role", required: true },
    {
      flags: "--scope <scope>",
      help: "limit it: read, write, article:publish, article:* …; again for more; all of the role if left out",
      many: true,
    },
    { flags: "--days <n>", help: "how long it lasts; without an end if left out" },
  ],
  examples: [
    "desk token create 'picture app' --user mara@news.example --scope read --days 90",
    "desk token create nightly --user jon@news.example --json --fields token",
  ],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const limits = { scopes: [...call.texts("scope")], expiresInDays: call.whole("days") };
      const input = { user: call.text("user") ?? "", name: call.word(0), ...limits };
      const created = await write((desk) => createToken(desk, input));
      return changed(view, null, created, ["Keep the token now: it is never shown again."]);
    }),
};
