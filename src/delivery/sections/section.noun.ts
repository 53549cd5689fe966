import { globalId } from "../../kernel/global-id.ts";
import { branchOf, connection, type PagedList } from "../lists/index.ts";
import { column, edge, pure, sql } from "../plan/index.ts";
import type { Alias, Edge, Entry, House, Noun, Picked, Run, Sql } from "../plan/index.ts";

/** The most sections that are shown below one, or at the top, and the most a newspaper is thought to have. */
const most = { siblings: 100, sections: 1_000 } as const;
/** Sections stand at most four levels deep. */
const deepest = 4;

const tree = (run: Run): void => {
  run.tags.add("sections");
};

const inOrder = ({ col }: Alias<"section">): Sql => sql`${col("position")}, ${col("path")}`;

/** The listed sections that stand right below a place of the tree, in order. */
export const sectionsBelow = (house: House, below: (one: Alias<"section">) => Sql): Edge<"section"> => ({
  noun: house.section,
  many: true,
  most: () => most.siblings,
  inAll: most.sections,
  pick: (one): Picked => ({
    where: sql`${one.col("visible")} and ${below(one)}`,
    order: inOrder(one),
    limit: sql.lit(most.siblings),
  }),
});

const articles =
  (house: House): Entry<"section"> =>
  (wanted, at) => {
    const own = at.one.col("id");
    const id = at.cell("id", () => own);
    const branch = at.choice(wanted.args, ({ includeChildren }) => String(includeChildren === true)) === "true";
    const list: PagedList = {
      id: branch ? sql`list_branch(${own})` : own,
      name: (row) => `section:${row.text(id)}:${branch ? "branch" : "own"}`,
      tag: (row) => `list:${branch ? branchOf(row.text(id)) : row.text(id)}`,
    };
    return connection(house, list, wanted, at);
  };

/** A part of the newspaper. */
export const sectionNoun = (house: House): Noun<"section"> => ({
  type: "Section",
  table: "section",
  tag: ["section", "id"],
  entries: {
    id: pure(["id"], ([id]) => globalId("Section", id as string)),
    slug: column("slug"),
    name: column("name"),
    description: column("description"),
    path: pure(["path"], ([path]) => `/${path as string}`),
    url: pure(["path"], ([path], { siteUrl }) => `${siteUrl}/${path as string}`),
    parent: edge(
      (at) => ({
        noun: house.section,
        many: false,
        most: () => 1,
        pick: ({ col }) => ({ where: sql`${col("id")} = ${at.one.col("parent_id")}` }),
      }),
      tree,
    ),
    children: edge((at) => sectionsBelow(house, ({ col }) => sql`${col("parent_id")} = ${at.one.col("id")}`), tree),
    breadcrumb: edge(
      (at) => ({
        noun: house.section,
        many: true,
        most: () => deepest,
        pick: ({ col }) => ({
          where: sql`starts_with(${at.one.col("path")} || '/', ${col("path")} || '/')`,
          order: sql`length(${col("path")})`,
        }),
      }),
      tree,
    ),
    articles: articles(house),
  },
});
