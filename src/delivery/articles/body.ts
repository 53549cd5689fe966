import { storedBlocks, type Block } from "../../domain/blocks/index.ts";
import { cardCell, noFields, of, selecting, sql, sqlNull } from "../plan/index.ts";
import type { Edge, House, Project, Row, Run, Selection, Site } from "../plan/index.ts";
import { showable, type Named, type Picture } from "./arrange.ts";
import { linkInside, teaser, type LinkValue } from "./link-value.ts";
import { articleSelections, linksIn, ownLinks } from "./link.noun.ts";
import { saidThere, withWords } from "./media.noun.ts";
import { isInline, noteMedia, placedMedia, positionOf } from "./placed-media.ts";

/** How what a body names is to be shown. */
export interface BodyWish {
  /** One selection a way of showing media. */
  readonly media: readonly Selection[];
  /** What is wanted of the links of boxes. */
  readonly links: Selection;
}

/** A body at hand. */
export interface Body {
  /** The blocks that have something to show, as they are stored. */
  readonly blocks: readonly Block[];
  readonly named: Named;
}

/** Reads a body out of a row. */
export type ReadBody = (row: Row, run: Run) => Body;

/** What is wanted of a body whose media and links nobody looks at. */
export const textOnly: BodyWish = { media: [selecting({ Media: ["__typename"] })], links: noFields };

const most = 200;
const idCell = cardCell("article_id");

/** The cell of a body's blocks, as they are stored. */
export const blocksCell = (at: Site<"live_card">): number =>
  at.cell("#blocks", () =>
    of("bare?", sql`(select r.blocks from revision r where r.id = ${at.one.col("revision_id")})`),
  );

/** Puts into the row what a body is made of: its blocks and everything they name. */
export function readBody(house: House, at: Site<"live_card">, { media, links }: BodyWish): ReadBody {
  const { col } = at.one;
  const [revision, mediaIds, articleIds] = [
    at.cell("revision_id", () => col("revision_id")),
    at.cell("media_ids", () => of("bare?", sql`to_json(${col("media_ids")})`)),
    at.cell("article_ids", () => of("bare?", sql`to_json(${col("article_ids")})`)),
  ];
  const blocks = blocksCell(at);
  const library = at.rows(mediaNamed(house, at), media);
  const placed = at.rows(placedMedia(house, at), media);
  const own = at.rows(ownLinks(house, at, col("has_boxes")), [links]);
  const targets = at.rows(articlesNamed(house, at), articleSelections(links));
  return (row, run) => {
    noteMedia(row.value(mediaIds) as readonly string[], run);
    for (const id of row.value(articleIds) as readonly string[]) run.tags.note("article", id);
    const named: Named = {
      link: linksNamed(() => linksIn(row.rows(own.cell), own.projects, run), row.rows(targets.cell), targets.projects),
      ...picturesIn(
        pictures(row.rows(library.cell), library.projects),
        pictures(row.rows(placed.cell), placed.projects),
        row.text(revision),
      ),
    };
    return { blocks: showable(storedBlocks(row.value(blocks)), named), named };
  };
}

const mediaNamed = ({ media }: House, { one }: Site<"live_card">): Edge<"media"> => ({
  noun: { ...media, given: [...saidThere, "named as"] },
  when: sql`cardinality(${one.col("media_ids")}) > 0`,
  many: true,
  most: () => most,
  pick: ({ col }) => ({
    where: sql`${col("id")} = any(${one.col("media_ids")})`,
    given: [sqlNull, sqlNull, col("id")],
    limit: sql.lit(most),
  }),
});

const articlesNamed = ({ article }: House, { one }: Site<"live_card">): Edge<"live_card"> => ({
  noun: { ...article, needs: [...teaser, "article_id"] },
  when: sql`cardinality(${one.col("article_ids")}) > 0`,
  many: true,
  most: () => most,
  pick: ({ col }) => ({
    where: sql`${col("article_id")} = any(${one.col("article_ids")})`,
    limit: sql.lit(most),
  }),
});

const pictures = (rows: readonly Row[], shows: Picture["shows"]): readonly Picture[] =>
  rows.map((row) => ({ row, shows }));

// The third cell of a row of the library is its id.
function picturesIn(
  library: readonly Picture[],
  placed: readonly Picture[],
  revision: string,
): Pick<Named, "picture" | "media"> {
  const byId = new Map(library.map((picture) => [picture.row.text(2), picture]));
  const byPosition = new Map(
    placed.flatMap((picture) => (isInline(picture.row) ? [[positionOf(picture.row), picture]] : [])),
  );
  return {
    media: (id) => byId.get(id) ?? null,
    picture: ({ id, mediaId, placement, alt, caption }) => {
      const found = mediaId === undefined ? byPosition.get(placement ?? -1) : byId.get(mediaId);
      const place = `${revision}/${id}`;
      return found === undefined ? null : { row: withWords(found.row, place, alt, caption), shows: found.shows };
    },
  };
}

function linksNamed(
  own: () => readonly LinkValue[],
  targets: readonly Row[],
  shows: readonly Project<Row>[],
): Named["link"] {
  // Only boxes of links name links: most bodies have none.
  let byKey: ReadonlyMap<string, LinkValue> | undefined;
  const byId = new Map(targets.map((row) => [row.text(idCell), row]));
  return (item) => {
    if ("linkKey" in item) {
      byKey ??= new Map(own().map((link) => [link.key, link]));
      return byKey.get(item.linkKey) ?? null;
    }
    const target = byId.get(item.articleId);
    return target === undefined ? null : linkInside(target, shows, { key: item.articleId, kind: "RELATED" });
  };
}
