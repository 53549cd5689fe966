import { movedAddresses, type MovedAddress } from "../../../src/newsroom/links/index.ts";
import { listOf, shellWord, type View } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";

const view: View<MovedAddress> = [
  { name: "id", of: ({ id }) => id, quiet: true },
  { name: "url", of: ({ url }) => url, cut: "first" },
  { name: "movedTo", of: ({ movedTo }) => movedTo, cut: "first" },
  {
    name: "articles",
    of: ({ articles }) => articles.map(({ id, slug }) => ({ id, slug })),
    show: ({ articles }) => articles.map(({ slug }) => slug).join(", "),
    cut: "next",
  },
  { name: "checkedAt", of: ({ checkedAt }) => checkedAt },
];

/** `desk link moved` */
export const verb: Verb = {
  examples: ["desk link moved", "desk link moved --json"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const moved = await movedAddresses(desk);
      const [first] = moved;
      const next = first
        ? `Follow one: desk link relink --from ${shellWord(first.url)} --to ${shellWord(first.movedTo)}`
        : "No address is known to have moved; desk link check-external asks them.";
      return listOf(view, moved, [next]);
    }),
};
