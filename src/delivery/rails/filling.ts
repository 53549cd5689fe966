import { listedNow, liveNow } from "../lists/index.ts";
import { all, clock, sql } from "../plan/index.ts";
import type { Alias, Edge, House, Page, Project, Row, Site, Sql, Wanted } from "../plan/index.ts";

/** The most articles in one rail. */
const mostItems = 100;

// Nothing in these conditions depends on the lens but the clock: whether a pinned article may be seen is said beside.
const validPin: Sql = all(
  sql`(p.pinned_from is null or p.pinned_from <= ${clock})`,
  sql`(p.pinned_until is null or p.pinned_until > ${clock})`,
);

/** The id of the list a rail is filled from; null for one that only has pins. */
const listSql = ({ sectionId }: Page): Sql => sql`case r.fill
  when 'SECTION' then coalesce(r.section_id, ${sectionId})
  when 'TOPIC' then r.topic_id
  when 'TOPIC_TYPE' then list_typed(coalesce(r.section_id, ${sectionId}), r.topic_type)
  when 'NEWEST' then coalesce(r.section_id, list_all()) end`;

// Only the list of a topic knows nothing of sections.
const alsoInSection = ({ col }: Alias<"rail">): Sql => sql`(${col("fill")} <> 'TOPIC' or ${col("section_id")} is null
  or exists (select from listing s where s.list_id = ${col("section_id")} and s.revision_id = l.revision_id))`;

/**
 * The rails, each with the ids of its valid pins in their order, as `pins`, how many of these are live, as `pinned`, and
 * the id of the list it is filled from, as `list`.
 */
export const railsSource = (page: Page): Sql => sql`(select r.*, k.* from rail r cross join lateral (
  select coalesce(array_agg(p.article_id order by p.position), '{}') as pins, count(c.article_id)::int as pinned,
    ${listSql(page)} as list
  from rail_pin p left join live_card c on c.article_id = p.article_id and ${liveNow(sql`c`)}
  where p.rail_id = r.id and ${validPin} and p.article_id <> ${page.articleId}) k)`;

export const pinsOf = ({ as }: Alias<"rail">): Sql => sql`${as}.pins`;

export const listOf = ({ as }: Alias<"rail">): Sql => sql`${as}.list`;

const sizeOf = ({ col }: Alias<"rail">): Sql => sql`least(${col("max_items")}, ${sql.lit(mostItems)})`;

/** The pinned articles that are live, in their order. */
const pinnedEdge = ({ article }: House, { one: rail }: Site<"rail">): Edge<"live_card"> => ({
  noun: article,
  when: sql`cardinality(${pinsOf(rail)}) > 0`,
  many: true,
  most: () => mostItems,
  pick: ({ col }) => ({
    where: sql`${col("article_id")} = any(${pinsOf(rail)})`,
    order: sql`array_position(${pinsOf(rail)}, ${col("article_id")})`,
    limit: sizeOf(rail),
  }),
});

/** The newest of the list, without what is pinned. */
const newestEdge = ({ article }: House, { one: rail }: Site<"rail">, page: Page): Edge<"live_card"> => ({
  noun: article,
  many: true,
  // It takes what the pins leave, and is counted with them.
  most: () => 0,
  pick: ({ col }) => ({
    through: [
      sql`(select l.revision_id from listing l
        where l.list_id = ${listOf(rail)} and ${listedNow} and l.article_id <> ${page.articleId}
          and ${alsoInSection(rail)} and l.article_id <> all(${pinsOf(rail)})
        order by l.published_at desc, l.article_id desc limit greatest(${sizeOf(rail)} - ${rail.as}.pinned, 0)) l`,
      sql`${col("revision_id")} = l.revision_id`,
    ],
    order: sql`${col("published_at")} desc, ${col("article_id")} desc`,
  }),
});

/** An article of a rail, and how it is shown in each way it is wanted. */
export interface Item {
  readonly article: Row;
  readonly shows: readonly Project<Row>[];
}

/** What stands in a rail. */
export interface Filling {
  readonly count: (row: Row) => number;
  readonly items: (row: Row) => readonly Item[];
}

/** Pins first, in their order, then the newest of the list: no more than the rail holds. */
export function fillingOf(house: House, at: Site<"rail">, page: Page, wanted: readonly Wanted[]): Filling {
  const selections = wanted.map(({ below }) => below);
  const parts = [at.rows(pinnedEdge(house, at), selections), at.rows(newestEdge(house, at, page), selections)];
  return {
    count: (row) => parts.reduce((sum, part) => sum + row.size(part.cell), 0),
    items: (row) => parts.flatMap((part) => row.rows(part.cell).map((article) => ({ article, shows: part.projects }))),
  };
}
