import { liveLens, openProvenance, railsFor, type ShownRail } from "../../../src/delivery/index.ts";
import { DatelineError } from "../../../src/kernel/errors/index.ts";
import { isLive } from "../../../src/domain/lifecycle/index.ts";
import { findArticle } from "../../../src/newsroom/articles/index.ts";
import { listOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { railsText, railView } from "../../views/rail.ts";

/** `desk rail show [RAIL] --for ARTICLE` */
export const verb: Verb = {
  words: [["[rail]", "only this one, by its key, such as more-from-section"]],
  options: [{ flags: "--for <article>", help: "the article beside which it stands", required: true }],
  examples: ["desk rail show --for harbour-bridge-reopens", "desk rail show blogs --for harbour-bridge-reopens --json"],
  run: (call) =>
    atDesk(call, async ({ desk, config, readers }) => {
      const article = await findArticle(desk, call.text("for") ?? "");
      const reading = {
        source: readers,
        lens: liveLens,
        siteUrl: config.publicUrl ?? "",
        provenance: openProvenance(),
      };
      const rails = await railsFor(reading, { articleId: article.id, sectionId: article.sectionId });
      const chosen = pick(rails, call.words[0]);
      const ahead = isLive(article, desk.now())
        ? []
        : ["Readers do not see this article now; this is what would stand beside it."];
      return { ...listOf(railView, chosen, ahead), page: (look) => railsText(chosen, look) };
    }),
};

function pick(rails: readonly ShownRail[], key: string | undefined): readonly ShownRail[] {
  const chosen = key === undefined ? rails : rails.filter((rail) => rail.key === key.toLowerCase());
  if (key === undefined || chosen.length > 0) return chosen;
  const fix = `There are ${rails.map((rail) => rail.key).join(", ")}.`;
  throw new DatelineError("NOT_FOUND", { says: `No rail "${key}" stands beside this article.`, fix });
}
