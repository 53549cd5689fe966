import { listedNow } from "../lists/index.ts";
import { all, cellOf, clock, column, fieldsOf, finisher, insideRow, of, sql } from "../plan/index.ts";
import type { Alias, Edge, Entries, Entry, House, Noun, Project, Row, Run, Site, Sql, Wanted } from "../plan/index.ts";

/** The most rails beside one page, and the most articles in one of them. */
const most = { rails: 12, items: 100 } as const;

/** The page a rail stands on, in SQL. */
interface Page {
  readonly articleId: Sql;
  readonly sectionId: Sql;
}

// Nothing in these conditions depends on the lens but the clock: whether a pinned article may be seen is said beside.
const validPin: Sql = all(
  sql`(p.pinned_from is null or p.pinned_from <= ${clock})`,
  sql`(p.pinned_until is null or p.pinned_until > ${clock})`,
);

/** The id of the list a rail is filled from; null for one that only has pins. */
const listOf = ({ col }: Alias<"rail">, { sectionId }: Page): Sql => sql`case ${col("fill")}
  when 'SECTION' then coalesce(${col("section_id")}, ${sectionId})
  when 'TOPIC' then ${col("topic_id")}
  when 'TOPIC_TYPE' then list_typed(coalesce(${col("section_id")}, ${sectionId}), ${col("topic_type")})
  when 'NEWEST' then coalesce(${col("section_id")}, list_all()) end`;

// Only the list of a topic knows nothing of sections.
const alsoInSection = ({ col }: Alias<"rail">): Sql => sql`(${col("fill")} <> 'TOPIC' or ${col("section_id")} is null
  or exists (select from listing s where s.list_id = ${col("section_id")} and s.revision_id = l.revision_id))`;

/** The rails, each with the ids of its valid pins in their order, as `pins`. */
const withPins = (page: Page): Sql => sql`(select r.*, k.pins from rail r cross join lateral (
  select coalesce(array_agg(p.article_id order by p.position), '{}') as pins from rail_pin p
  where p.rail_id = r.id and ${validPin} and p.article_id <> ${page.articleId}) k)`;

const pinsOf = ({ as }: Alias<"rail">): Sql => sql`${as}.pins`;

const sizeOf = ({ col }: Alias<"rail">): Sql => sql`least(${col("max_items")}, ${sql.lit(most.items)})`;

/** The pinned articles that are live, in their order. */
const pinnedEdge = ({ article }: House, { one: rail }: Site<"rail">): Edge<"live_card"> => ({
  noun: { ...article, given: ["#id"] },
  when: sql`cardinality(${pinsOf(rail)}) > 0`,
  many: true,
  most: () => most.items,
  pick: ({ col }) => ({
    where: sql`${col("article_id")} = any(${pinsOf(rail)})`,
    order: sql`array_position(${pinsOf(rail)}, ${col("article_id")})`,
    limit: sizeOf(rail),
    given: [col("article_id")],
  }),
});

/** The newest of the list, without what is pinned. */
const newestEdge = ({ article }: House, { one: rail }: Site<"rail">, page: Page): Edge<"live_card"> => ({
  noun: { ...article, given: ["#id"] },
  many: true,
  most: () => most.items,
  pick: ({ col }) => ({
    through: [
      sql`(select l.revision_id from listing l
        where l.list_id = ${listOf(rail, page)} and ${listedNow} and l.article_id <> ${page.articleId}
          and ${alsoInSection(rail)} and l.article_id <> all(${pinsOf(rail)})
        order by l.published_at desc, l.article_id desc limit ${sizeOf(rail)}) l`,
      sql`${col("revision_id")} = l.revision_id`,
    ],
    order: sql`${col("published_at")} desc, ${col("article_id")} desc`,
    given: [col("article_id")],
  }),
});

/** What a rail's own row tells besides what is wanted of it. */
function facts(at: Site<"rail">, page: Page) {
  const { col } = at.one;
  return {
    hides: cellOf(at, "when_empty"),
    least: cellOf(at, "min_items"),
    list: at.cell("#list", () => of("id?", listOf(at.one, page))),
    within: at.cell("#within", () => of("id?", sql`case when ${col("fill")} = 'TOPIC' then ${col("section_id")} end`)),
    sectionId: at.cell("#section", () => of("id?", sql`coalesce(${col("section_id")}, ${page.sectionId})`)),
    pins: at.cell("#pins", () => of("bare", sql`to_json(${pinsOf(at.one)})`)),
  };
}

type Facts = ReturnType<typeof facts>;

function note(row: Row, { list, within, sectionId, pins }: Facts, run: Run): void {
  for (const read of [row[list], row[within]]) if (read !== null) run.tags.note("list", read as string);
  run.tags.note("section", row[sectionId] as string);
  for (const id of row[pins] as readonly string[]) run.tags.note("article", id);
}

/** An article of a rail, and how it is shown in each way it is wanted. */
interface Item {
  readonly article: Row;
  readonly shows: readonly Project<Row>[];
}

/** Pins first, in their order, then the newest of the list: no more than the rail holds. */
function itemsOf(house: House, at: Site<"rail">, page: Page, wanted: readonly Wanted[]): (row: Row) => readonly Item[] {
  const selections = wanted.map(({ below }) => below);
  const size = cellOf(at, "max_items");
  const parts = [at.rows(pinnedEdge(house, at), selections), at.rows(newestEdge(house, at, page), selections)];
  return (row) =>
    parts
      .flatMap(({ cell, projects }) => (row[cell] as readonly Row[]).map((article) => ({ article, shows: projects })))
      .slice(0, row[size] as number);
}

/** Shows a rail now, or hands over how to. */
type Give = (show: () => unknown) => unknown;

/** A rail of a page; its project gives null for one that is to be hidden because it has too little. */
const railNoun = (house: House, page: Page, give: Give): Noun<"rail"> => ({
  type: "Rail",
  table: "rail",
  entries: {},
  project: (selection, at) => {
    const wanted = fieldsOf(selection, "Rail");
    const known = facts(at, page);
    const lists = wanted.filter(({ field }) => field === "items");
    const itemsIn = itemsOf(house, at, page, lists);
    const show = insideRow("Rail", railEntries(page, itemsIn, lists), selection, at);
    return (row, run) => {
      note(row, known, run);
      const few = itemsIn(row).length < Math.max(row[known.least] as number, 1);
      return few && row[known.hides] === "HIDE" ? null : give(() => show(row, run));
    };
  },
});

const railEntries = (
  page: Page,
  itemsIn: (row: Row) => readonly Item[],
  lists: readonly Wanted[],
): Entries<"rail"> => ({
  key: column("key"),
  title: titleEntry(page),
  isEmpty: () => (row) => itemsIn(row).length === 0,
  items: (wanted) => {
    const way = lists.indexOf(wanted);
    const show: Project<Item> = ({ article, shows }, run) => shows[way]?.(article, run);
    const finish = finisher(wanted.shape, show as Project);
    return (row, run) => finish(itemsIn(row), run);
  },
});

const titleEntry =
  ({ sectionId }: Page): Entry<"rail"> =>
  (_wanted, at) => {
    const id = sql`coalesce(${at.one.col("section_id")}, ${sectionId})`;
    const [template, section] = [
      cellOf(at, "title_template"),
      at.cell("#name", () => of("text?", sql`(select s.name from section s where s.id = ${id})`)),
    ];
    return (row) => (row[template] as string).replaceAll("{section}", () => row[section] as string);
  };

/** All rails in their order, for a page. */
export const railsOn = (house: House, page: Page, give: Give = (show) => show()): Edge<"rail"> => ({
  noun: railNoun(house, page, give),
  many: true,
  most: () => most.rails,
  pick: ({ col }) => ({ source: withPins(page), order: col("position"), limit: sql.lit(most.rails) }),
});

/** The rails of a page: valid pins that are live first, then the newest of what each is filled from. */
export const railsBeside =
  (house: House): House["railsBeside"] =>
  (page) =>
  ({ below, shape }, at) => {
    // Which rails are shown is settled first: a fault inside one stands at its place among those.
    const { cell, projects } = at.rows(
      railsOn(house, page, (show) => show),
      [below],
    );
    const [found] = projects;
    const finish = finisher(shape, (show) => (show as () => unknown)());
    return (row, run) => {
      run.tags.add("rails");
      const shown = (row[cell] as readonly Row[]).map((rail) => found?.(rail, run) ?? null);
      return finish(
        shown.filter((show) => show !== null),
        run,
      );
    };
  };
