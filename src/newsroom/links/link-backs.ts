import type { WorkflowState } from "../../domain/lifecycle/index.ts";
import { notFound } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { stateOf } from "../articles/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { askingRows, type AskingRow } from "./link-backs.store.ts";

/** What becomes of a link back. */
export const LinkBackStanding = { SHOWN: "SHOWN", WAITING: "WAITING", HIDDEN: "HIDDEN", OWN: "OWN" } as const;
/** What becomes of a link back. */
export type LinkBackStanding = (typeof LinkBackStanding)[keyof typeof LinkBackStanding];

/** An article that asks another to link back, and what becomes of that. */
export interface LinkBack extends Pick<AskingRow, "id" | "slug" | "headline" | "kind"> {
  readonly state: WorkflowState;
  readonly standing: LinkBackStanding;
}

/**
 * Those who ask an article to link back, on their newest, live or next revision, in the order readers get them; 500 at
 * most. Throws FORBIDDEN.
 */
export const linkBacks = (desk: Desk, articleId: string): Promise<readonly LinkBack[]> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const rows = await askingRows(desk.db, articleId, desk.now());
    return rows.map((row) => {
      const { id, slug, headline, kind } = row;
      return { id, slug, headline, kind, state: stateOf(row, desk.now()), standing: standingOf(row) };
    });
  });

function standingOf({ own, hidden, asksReaders }: AskingRow): LinkBackStanding {
  if (own) return LinkBackStanding.OWN;
  if (hidden) return LinkBackStanding.HIDDEN;
  return asksReaders ? LinkBackStanding.SHOWN : LinkBackStanding.WAITING;
}

/** One of those who ask. Throws NOT_FOUND when that article does not. */
export async function askingBack({ db, now }: Pick<Desk, "db" | "now">, id: string, fromId: string) {
  const asking = (await askingRows(db, id, now())).find((row) => row.id === fromId);
  if (asking === undefined) throw notFound("link back to this article from", fromId);
  return asking;
}
