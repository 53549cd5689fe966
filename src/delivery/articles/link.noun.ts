import {
  cardCell,
  clock,
  fieldsOf,
  finisher,
  givenToCards,
  jsonNull,
  jsonText,
  of,
  own,
  recordProject,
  rowText,
  sql,
} from "../plan/index.ts";
import { linkAway, linkInside, teaser, type LinkValue, type OwnWords } from "./link-value.ts";
import type {
  Edge,
  Entry,
  House,
  Noun,
  Project,
  Row,
  Run,
  Selection,
  Site,
  Sql,
  Value,
  Wanted,
} from "../plan/index.ts";

const types = { inside: "ArticleLink", outside: "ExternalLink", nowhere: "UnlinkedTeaser" } as const;

const words = own("kind", "heading", "headline", "summary");

/** Where the fields of related links come from. */
export const linkRecords = { ArticleLink: words, ExternalLink: { ...words, ...own("url") }, UnlinkedTeaser: words };

/** Every way in which an article behind a link is wanted. */
const articlesWanted = (links: Selection): readonly Wanted[] =>
  fieldsOf(links, types.inside).filter(({ field }) => field === "article");

/** Shows links in the way they are wanted; `read` is the selection they were read for, where that was a wider one. */
export const linkProject = (links: Selection, read = links): Project<LinkValue> =>
  recordProject(links, {
    records: linkRecords,
    typeOf: (value) => types[(value as LinkValue).leads],
    leads: (type, wanted) => (type === types.inside && wanted.field === "article" ? behind(read, wanted) : null),
  });

function behind(links: Selection, wanted: Wanted): Project<Value> {
  const which = articlesWanted(links).indexOf(wanted);
  return (value, run) => {
    const { article, shows } = value as LinkValue;
    const show = shows[which];
    return article === null || show === undefined ? jsonNull : show(article, run);
  };
}

/** How the articles behind links are wanted. */
export const articleSelections = (links: Selection): readonly Selection[] =>
  articlesWanted(links).map(({ below }) => below);

const stored = ["key", "kind", "heading", "headline", "summary", "target_article_id", "external_address_id"] as const;

/** A related link of a revision; its project gives a LinkValue, or null where nothing of it may be shown. */
const linkNoun = (house: House): Noun<"related_link", LinkValue | null> => ({
  type: "RelatedLink",
  table: "related_link",
  entries: {},
  project: (selection, at) => {
    const words = stored.map((name) => at.cell(name, () => at.one.col(name)));
    const address = at.cell("address", () => addressOf(at));
    const target = at.rows(targetOf(house, at), articleSelections(selection));
    return (row, run) => {
      const article = row.row(target.cell);
      const said = words.map((cell) => row.textOrNull(cell));
      const value = valueOf(said, row.row(address), { article, shows: target.projects }, run);
      return article === null && row.value(target.cell) === true ? null : value;
    };
  },
});

const addressOf = ({ one: { col } }: Site<"related_link">) =>
  of(
    "bare?",
    sql`(select ${rowText([jsonText(of("text", sql`x.url`)), jsonText(of("word", sql`x.state`))])}
      from external_address x where x.id = ${col("external_address_id")})`,
  );

// Whether it is gone for good is only looked at where it is not live.
const goneOf = ({ one: { col } }: Site<"related_link">) =>
  of(
    "bare?",
    sql`(select target_gone(g.state, g.expires_at, ${clock}) from article g where g.id = ${col("target_article_id")})`,
  );

const targetOf = ({ article }: House, at: Site<"related_link">): Edge<"live_card"> => ({
  noun: { ...article, needs: teaser },
  key: "target",
  otherwise: goneOf(at),
  many: false,
  most: () => 1,
  pick: ({ col }) => ({ where: sql`${col("article_id")} = ${at.one.col("target_article_id")}` }),
});

// A target that has not come yet leaves the link's own words; one that is gone takes them with it.
function valueOf(
  [key, kind, heading, headline, summary, articleId, addressId]: readonly (string | null | undefined)[],
  address: Row | null,
  { article, shows }: Pick<LinkValue, "article" | "shows">,
  run: Run,
): LinkValue | null {
  if (typeof articleId === "string") run.tags.note("article", articleId);
  if (typeof addressId === "string") run.tags.note("address", addressId);
  const link = { key, kind, heading, headline, summary, articleId } as OwnWords;
  if (article !== null) return linkInside(article, shows, link);
  if (headline === null) return null;
  const url = address !== null && address.text(1) !== "DEAD" ? address.text(0) : null;
  return linkAway(link, url, shows);
}

const mostLinks = 100;

/** The links a revision holds, in order. */
export const ownLinks = (
  house: House,
  { one }: Site<"live_card">,
  when?: Sql,
): Edge<"related_link", LinkValue | null> => ({
  noun: linkNoun(house),
  key: "links",
  ...(when === undefined ? {} : { when }),
  many: true,
  most: () => mostLinks,
  pick: ({ col }) => ({
    where: sql`${col("revision_id")} = ${one.col("revision_id")}`,
    order: col("position"),
    limit: sql.lit(mostLinks),
  }),
});

/** So many articles at most are linked back to under one article's own links. */
const mostLinkBacks = 50;

/** The live articles whose live revision asks this one to link back, newest first; none that it hides. */
const linkBacks = ({ article }: House, { one }: Site<"live_card">): Edge<"live_card"> => ({
  noun: { ...article, needs: [...teaser, "article_id"], given: ["linked as"] },
  many: true,
  most: () => mostLinkBacks,
  pick: ({ col }) => ({
    through: [sql`related_link bl`, sql`bl.revision_id = ${col("revision_id")}`],
    where: sql`bl.reciprocal and bl.target_article_id = ${one.col("article_id")}
      and not exists (select from hidden_link_back hb
        where hb.article_id = ${one.col("article_id")} and hb.from_id = ${col("article_id")})`,
    order: sql`${col("published_at")} desc, ${col("article_id")} desc`,
    limit: sql.lit(mostLinkBacks),
    given: [sql`bl.kind`],
  }),
});

/** An article's own links, then the articles that ask it to link back and are not hidden; no article twice. */
export const relatedLinks =
  (house: House): Entry<"live_card"> =>
  ({ below, shape }, at) => {
    const own = at.rows(ownLinks(house, at), [below]);
    const backs = at.rows(linkBacks(house, at), articleSelections(below));
    const finish = finisher(shape, linkProject(below));
    return (row, run) => {
      const links = linksIn(row.rows(own.cell), own.projects, run);
      const taken = new Set(links.map(({ articleId }) => articleId));
      const shown = row.rows(backs.cell).flatMap((back) => {
        const [key, kind] = [back.text(cardCell("article_id")), back.text(givenToCards)];
        if (taken.has(key)) return [];
        run.tags.note("article", key);
        return [linkInside(back, backs.projects, { key, kind })];
      });
      return finish([...links, ...shown], run);
    };
  };

/** The links in a cell of link rows that have something to show. */
export const linksIn = (
  rows: readonly Row[],
  [show]: readonly Project<Row, LinkValue | null>[],
  run: Run,
): readonly LinkValue[] => rows.flatMap((row) => show?.(row, run) ?? []);
