import { linkStanding, linkWarning, markStanding, markWarning, type LinkStanding } from "../../domain/links/index.ts";
import { must } from "../access/index.ts";
import type { Desk } from "../desk.ts";
import { reading } from "../reading.ts";
import { troubledMarks, troubledRows } from "./troubles.store.ts";

/** What leads, from the newest revision of an article, to what readers do not get as it stands. */
export interface LinkTrouble {
  readonly article: { readonly id: string; readonly slug: string; readonly headline: string };
  /** The key of the related link; null where it is a mark in the text. */
  readonly key: string | null;
  /** The place of the related link; null where it is a mark in the text. */
  readonly position: number | null;
  /** The block of the text the mark stands in; null for a related link. */
  readonly block: string | null;
  /** The link's own headline, or its target's. */
  readonly headline: string | null;
  /** A slug or an address. */
  readonly target: string;
  readonly standing: LinkStanding;
  readonly warning: string;
}

/**
 * Links whose target is dead, dark or has moved, on the newest revisions anybody still works on: of one article, or
 * of all, those of the newest article first, 500 at most; then marks in texts that lead to such an address, as many.
 * Throws FORBIDDEN.
 */
export const linkTroubles = (
  desk: Desk,
  { articleId }: { readonly articleId?: string } = {},
): Promise<readonly LinkTrouble[]> =>
  reading(async () => {
    must(desk.actor, "article:read-drafts");
    const rows = await troubledRows(desk.db, desk.now(), articleId);
    const links = rows.flatMap((row) => {
      const warning = linkWarning(row, desk.now());
      return warning === null ? [] : [troubleOf(row, warning, desk.now())];
    });
    return [...links, ...(await troubledMarks(desk.db, articleId)).flatMap(markTrouble)];
  });

type Row = Awaited<ReturnType<typeof troubledRows>>[number];

function troubleOf(row: Row, warning: string, at: Date): LinkTrouble {
  const { revision, key, position, headline, target, externalAddress } = row;
  return {
    article: { ...revision.article, headline: revision.headline },
    ...{ key, position, block: null, warning },
    headline: headline ?? target?.headRevision.headline ?? null,
    target: target?.slug ?? externalAddress?.url ?? "",
    standing: linkStanding(row, at),
  };
}

type Mark = Awaited<ReturnType<typeof troubledMarks>>[number];

function markTrouble({ revision, blockId, externalAddress }: Mark): readonly LinkTrouble[] {
  const warning = markWarning(externalAddress);
  if (warning === null) return [];
  const article = { ...revision.article, headline: revision.headline };
  const place = { key: null, position: null, block: blockId, headline: null, target: externalAddress.url };
  return [{ article, ...place, standing: markStanding(externalAddress), warning }];
}
