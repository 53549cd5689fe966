import { cellOf, column, fieldsOf, finisher, insideRow, jsonNull, jsonOf, of, sql } from "../plan/index.ts";
import type { Edge, Entries, Entry, House, Json, Noun, Page, Row, Run, Site, Wanted } from "../plan/index.ts";
import { fillingOf, listOf, pinsOf, railsSource, type Filling, type Item } from "./filling.ts";

/** The most rails beside one page. */
const mostRails = 12;

/** What a rail's own row tells besides what is wanted of it. */
function facts(at: Site<"rail">, page: Page) {
  const { col } = at.one;
  return {
    hides: cellOf(at, "when_empty"),
    least: cellOf(at, "min_items"),
    list: at.cell("#list", () => of("id?", listOf(at.one))),
    within: at.cell("#within", () => of("id?", sql`case when ${col("fill")} = 'TOPIC' then ${col("section_id")} end`)),
    sectionId: at.cell("#section", () => of("id?", sql`coalesce(${col("section_id")}, ${page.sectionId})`)),
    pins: at.cell("#pins", () => of("bare", sql`to_json(${pinsOf(at.one)})`)),
  };
}

type Facts = ReturnType<typeof facts>;

function note(row: Row, { list, within, sectionId, pins }: Facts, run: Run): void {
  for (const read of [list, within]) if (!row.isNull(read)) run.tags.note("list", row.text(read));
  run.tags.note("section", row.text(sectionId));
  for (const id of row.value(pins) as readonly string[]) run.tags.note("article", id);
}

/** How a rail is shown; null for one that is to be hidden because it has too little. */
type ShowRail = (() => Json) | null;

/** A rail of a page. */
const railNoun = (house: House, page: Page): Noun<"rail", ShowRail> => ({
  type: "Rail",
  table: "rail",
  entries: {},
  project: (selection, at) => {
    const wanted = fieldsOf(selection, "Rail");
    const known = facts(at, page);
    const lists = wanted.filter(({ field }) => field === "items");
    const filling = fillingOf(house, at, page, lists);
    const show = insideRow("Rail", railEntries(page, filling, lists), selection, at);
    return (row, run) => {
      note(row, known, run);
      const few = filling.count(row) < Math.max(row.value(known.least) as number, 1);
      return few && row.text(known.hides) === "HIDE" ? null : () => show(row, run);
    };
  },
});

const railEntries = (page: Page, { count, items }: Filling, lists: readonly Wanted[]): Entries<"rail"> => ({
  key: column("key"),
  title: titleEntry(page),
  isEmpty: () => (row) => jsonOf(count(row) === 0),
  items: (wanted) => {
    const way = lists.indexOf(wanted);
    const finish = finisher<Item>(wanted.shape, ({ article, shows }, run) => shows[way]?.(article, run) ?? jsonNull);
    return (row, run) => finish(items(row), run);
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
    return (row) => jsonOf(row.text(template).replaceAll("{section}", () => row.textOrNull(section) ?? ""));
  };

/** All rails in their order, for a page. */
export const railsOn = (house: House, page: Page): Edge<"rail", ShowRail> => ({
  noun: railNoun(house, page),
  many: true,
  most: () => mostRails,
  pick: ({ col }) => ({ source: railsSource(page), order: col("position"), limit: sql.lit(mostRails) }),
});

/** The rails of a page: valid pins that are live first, then the newest of what each is filled from. */
export const railsBeside =
  (house: House): House["railsBeside"] =>
  (page) =>
  ({ below, shape }, at) => {
    // Which rails are shown is settled first: a fault inside one stands at its place among those.
    const { cell, projects } = at.rows(railsOn(house, page), [below]);
    const finish = finisher<() => Json>(shape, (show) => show());
    return (row, run) => {
      run.tags.add("rails");
      const shown = row.rows(cell).flatMap((rail) => projects[0]?.(rail, run) ?? []);
      return finish(shown, run);
    };
  };
