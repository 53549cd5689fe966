import { linkStanding, linkWarning, type LinkStanding } from "../../domain/links/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { troubledRows } from "./troubles.store.ts";

/** A related link on the newest revision of an article that readers do not get as it stands. */
export interface LinkTrouble {
  readonly article: { readonly id: string; readonly slug: string; readonly headline: string };
  readonly key: string;
  readonly position: number;
  /** The link's own headline, or its target's. */
  readonly headline: string | null;
  /** A slug or an address. */
  readonly target: string;
  readonly standing: LinkStanding;
  readonly warning: string;
}

/**
 * Links whose target is dead, dark or has moved, on the newest revisions anybody still works on: of one article, or
 * of all, those of the newest article first, 500 at most. Throws FORBIDDEN.
 */
export const linkTroubles = (
  desk: Desk,
  { articleId }: { readonly articleId?: string } = {},
): Promise<readonly LinkTrouble[]> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const rows = await troubledRows(desk.db, desk.now(), articleId);
    return rows.flatMap((row) => {
      const warning = linkWarning(row, desk.now());
      return warning === null ? [] : [troubleOf(row, warning, desk.now())];
    });
  });

type Row = Awaited<ReturnType<typeof troubledRows>>[number];

function troubleOf(row: Row, warning: string, at: Date): LinkTrouble {
  const { revision, key, position, headline, target, externalAddress } = row;
  return {
    article: { ...revision.article, headline: revision.headline },
    ...{ key, position, warning },
    headline: headline ?? target?.headRevision.headline ?? null,
    target: target?.slug ?? externalAddress?.url ?? "",
    standing: linkStanding(row, at),
  };
}
