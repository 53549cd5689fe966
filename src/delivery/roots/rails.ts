import { idOfType } from "../../kernel/global-id.ts";
import { house } from "../house.ts";
import { bound, planRows, selecting, sql } from "../plan/index.ts";
import { railsOn } from "../rails/index.ts";
import type { Reader } from "../reader.ts";

/** A rail worked out for a page, and what stands in it. */
export interface ShownRail {
  readonly key: string;
  readonly title: string;
  readonly items: readonly {
    readonly id: string;
    readonly slug: string;
    readonly headline: string;
    /** RFC 3339. */
    readonly publishedAt: string;
  }[];
}

const page = {
  articleId: sql`${bound((run) => run.input["articleId"])}::uuid`,
  sectionId: sql`${bound((run) => run.input["sectionId"])}::uuid`,
};

const cards = ["id", "slug", "headline", "publishedAt"] as const;
const wanted = selecting({ Rail: ["key", "title", ["items", { Article: cards }, "list"]] });

/** The rails beside an article's page, be the article live or not. */
export async function railsFor(
  reader: Reader,
  input: { readonly articleId: string; readonly sectionId: string },
): Promise<readonly ShownRail[]> {
  const question = { input: { ...input }, selection: wanted, variables: {} };
  const shown = await planRows(reader, { name: "rails", edge: railsOn(house, page) }, question).answer();
  const rails = shown.flatMap((show) => (show === null ? [] : [JSON.parse(show()) as ShownRail]));
  return rails.map((rail) => ({
    ...rail,
    items: rail.items.map((one) => ({ ...one, id: idOfType("Article", one.id) ?? "" })),
  }));
}
