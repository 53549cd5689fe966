import { house } from "../house.ts";
import { clock, sql } from "../plan/index.ts";
import type { Alias, Edge, Root, Sql } from "../plan/index.ts";
import { sectionsBelow } from "../sections/index.ts";
import { keyTags, nowhere } from "./keys.ts";
import { inputs, textOf } from "./inputs.ts";
import { shownLater, type Later } from "./later.ts";

const input = inputs();

const found = (where: (one: Alias<"section">) => Sql): Edge<"section"> => ({
  noun: house.section,
  many: false,
  most: () => 1,
  pick: (one) => ({ where: where(one), limit: sql.lit(1) }),
});

/** The section with the UUID `id`. */
export const sectionById: Root<"section"> = {
  name: "section by id",
  edge: found(({ col }) => sql`${col("id")} = ${input("id")}::uuid`),
  tags: (run) => [`section:${textOf(run, "id")}`, "sections"],
};

/** The section the folded path `path` leads or once led to. */
export const sectionByPath: Root<"section"> = {
  name: "section by path",
  edge: found(
    ({ col }) => sql`${col("id")} = coalesce((select x.id from section x where x.path = substr(${input("path")}, 2)),
      section_was(${input("path")}, ${clock}))`,
  ),
  tags: (run) => keyTags(textOf(run, "path")),
  missing: nowhere,
};

/** The listed sections at the top. */
export const topSections: Root<"section"> = {
  name: "sections",
  edge: sectionsBelow(house, ({ col }) => sql`${col("parent_id")} is null`),
  tags: () => ["sections"],
};

/** The sections with the UUIDs `ids`, in no order. */
export const sectionsByIds: Root<"section", Later> = {
  name: "sections by ids",
  edge: {
    noun: shownLater(house.section, "id"),
    many: true,
    most: (run) => (run.input["ids"] as readonly string[]).length,
    pick: ({ col }) => ({ alone: true, where: sql`${col("id")} = any(${input("ids")}::uuid[])` }),
  },
  tags: (run) => ["sections", ...(run.input["ids"] as readonly string[]).map((id) => `section:${id}`)],
};
