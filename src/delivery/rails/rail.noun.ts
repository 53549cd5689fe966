import { listedNow, liveNow } from "../lists/index.ts";
import { all, cellOf, clock, fieldsOf, finisher, insideRow, sql } from "../plan/index.ts";
import type { Alias, Edge, Entries, House, Noun, Page, Project, Row, Run, Site, Sql, Wanted } from "../plan/index.ts";

/** The most rails beside one page, and the most articles in one of them. */
const most = { rails: 12, items: 100 } as const;

// Nothing in these conditions depends on the lens but the clock: whether a pinned article may be seen is said beside.
const validPin: Sql = all(
  sql`(p.pinned_from is null or p.pinned_from <= ${clock})`,
  sql`(p.pinned_until is null or p.pinned_until > ${clock})`,
);

const pinned = ({ col }: Alias<"rail">, { articleId }: Page): Sql =>
  sql`p.rail_id = ${col("id")} and ${validPin} and p.article_id <> ${articleId}`;

/** The id of the list a rail is filled from; null for one that only has pins. */
const listOf = ({ col }: Alias<"rail">, { sectionId }: Page): Sql => sql`case ${col("fill")}
  when 'SECTION' then coalesce(${col("section_id")}, ${sectionId})
  when 'TOPIC' then ${col("topic_id")}
  when 'TOPIC_TYPE' then list_typed(coalesce(${col("section_id")}, ${sectionId}), ${col("topic_type")})
  when 'NEWEST' then coalesce(${col("section_id")}, list_all()) end`;

// Only the list of a topic knows nothing of sections.
const alsoInSection = ({ col }: Alias<"rail">): Sql => sql`(${col("fill")} <> 'TOPIC' or ${col("section_id")} is null
  or exists (select from listing s where s.list_id = ${col("section_id")} and s.revision_id = l.revision_id))`;

/** Pins first, in their order, then the newest of the list: as rows of cards. */
function itemsSql(rail: Alias<"rail">, page: Page): Sql {
  const size = sql`least(${rail.col("max_items")}, ${sql.lit(most.items)})`;
  const pins = sql`from rail_pin p join live_card c on c.article_id = p.article_id
    where ${pinned(rail, page)} and ${liveNow(sql`c`)}`;
  const fill = sql`from (select l.revision_id from listing l
      where l.list_id = ${listOf(rail, page)} and ${listedNow} and l.article_id <> ${page.articleId}
        and ${alsoInSection(rail)} and not exists (select ${pins} and c.article_id = l.article_id)
      order by l.published_at desc, l.article_id desc limit ${size}) l
    join live_card c on c.revision_id = l.revision_id`;
  return sql`((select c.*, p.position as pin ${pins} order by p.position limit ${size})
    union all (select c.*, null as pin ${fill}))`;
}

const itemsEdge = ({ article }: House, rail: Site<"rail">, page: Page): Edge<"live_card"> => ({
  noun: article,
  many: true,
  most: () => most.items,
  pick: (one) => ({
    source: itemsSql(rail.one, page),
    order: sql`${pinOf(one)} nulls last, ${one.col("published_at")} desc, ${one.col("article_id")} desc`,
    limit: sql`least(${rail.one.col("max_items")}, ${sql.lit(most.items)})`,
  }),
});

const pinOf = ({ as }: Alias<"live_card">): Sql => sql`${as}.pin`;

/** What a rail's own row tells besides what is wanted of it. */
function facts(at: Site<"rail">, page: Page) {
  const { col } = at.one;
  return {
    key: cellOf(at, "key"),
    template: cellOf(at, "title_template"),
    hides: cellOf(at, "when_empty"),
    least: cellOf(at, "min_items"),
    list: at.cell("#list", () => listOf(at.one, page)),
    within: at.cell("#within", () => sql`case when ${col("fill")} = 'TOPIC' then ${col("section_id")} end`),
    sectionId: at.cell("#section", () => sql`coalesce(${col("section_id")}, ${page.sectionId})`),
    section: at.cell(
      "#name",
      () => sql`(select s.name from section s where s.id = coalesce(${col("section_id")}, ${page.sectionId}))`,
    ),
    pins: at.cell(
      "#pins",
      () => sql`(select coalesce(json_agg(p.article_id), '[]') from rail_pin p where ${pinned(at.one, page)})`,
    ),
  };
}

type Facts = ReturnType<typeof facts>;

function note(row: Row, { list, within, sectionId, pins }: Facts, run: Run): void {
  for (const read of [row[list], row[within]]) if (read !== null) run.tags.note("list", read as string);
  run.tags.note("section", row[sectionId] as string);
  for (const id of row[pins] as readonly string[]) run.tags.note("article", id);
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
    const items = at.rows(
      itemsEdge(house, at, page),
      lists.map(({ below }) => below),
    );
    const entries = railEntries(known, items.cell, (one) => items.projects[lists.indexOf(one)] as Project);
    const show = insideRow("Rail", entries, selection, at);
    return (row, run) => {
      note(row, known, run);
      const few = (row[items.cell] as readonly Row[]).length < Math.max(row[known.least] as number, 1);
      return few && row[known.hides] === "HIDE" ? null : give(() => show(row, run));
    };
  },
});

const railEntries = (known: Facts, items: number, projectOf: (wanted: Wanted) => Project): Entries<"rail"> => ({
  key: () => (row) => row[known.key],
  title: () => (row) => (row[known.template] as string).replaceAll("{section}", () => row[known.section] as string),
  isEmpty: () => (row) => (row[items] as readonly Row[]).length === 0,
  items: (wanted) => {
    const finish = finisher(wanted.shape, projectOf(wanted));
    return (row, run) => finish(row[items], run);
  },
});

/** All rails in their order, for a page. */
export const railsOn = (house: House, page: Page, give: Give = (show) => show()): Edge<"rail"> => ({
  noun: railNoun(house, page, give),
  many: true,
  most: () => most.rails,
  pick: ({ col }) => ({ order: col("position"), limit: sql.lit(most.rails) }),
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
