import { cellOf, column, fieldsOf, finisher, insideRow, of, sql } from "../plan/index.ts";
import type { Edge, Entries, Entry, House, Noun, Page, Project, Row, Run, Site, Wanted } from "../plan/index.ts";
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
    const filling = fillingOf(house, at, page, lists);
    const show = insideRow("Rail", railEntries(page, filling, lists), selection, at);
    return (row, run) => {
      note(row, known, run);
      const few = filling.count(row) < Math.max(row[known.least] as number, 1);
      return few && row[known.hides] === "HIDE" ? null : give(() => show(row, run));
    };
  },
});

const railEntries = (page: Page, { count, items }: Filling, lists: readonly Wanted[]): Entries<"rail"> => ({
  key: column("key"),
  title: titleEntry(page),
  isEmpty: () => (row) => count(row) === 0,
  items: (wanted) => {
    const way = lists.indexOf(wanted);
    const show: Project<Item> = ({ article, shows }, run) => shows[way]?.(article, run);
    const finish = finisher(wanted.shape, show as Project);
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
    return (row) => (row[template] as string).replaceAll("{section}", () => row[section] as string);
  };

/** All rails in their order, for a page. */
export const railsOn = (house: House, page: Page, give: Give = (show) => show()): Edge<"rail"> => ({
  noun: railNoun(house, page, give),
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
