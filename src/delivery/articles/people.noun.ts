import { formatByline, type PrintedByline } from "../../domain/byline/index.ts";
import type { BylineRole } from "../../database/generated/enums.ts";
import { globalId } from "../../kernel/global-id.ts";
import { column, edge, jsonNull, jsonOf, pure, selecting, sql } from "../plan/index.ts";
import type { Edge, Entry, House, Noun, Row, Run, Site } from "../plan/index.ts";

/** Somebody who is named in bylines. */
export const contributorNoun = (): Noun<"contributor"> => ({
  type: "Contributor",
  table: "contributor",
  tag: ["contributor", "id"],
  entries: {
    id: pure(["id"], ([id]) => globalId("Contributor", id as string)),
    kind: column("kind"),
    name: column("display_name"),
    slug: column("slug"),
    bio: column("bio"),
  },
});

/** One name of a byline. */
export const bylineNoun = (house: House): Noun<"byline"> => ({
  type: "Byline",
  table: "byline",
  entries: {
    name: column("name_as_written"),
    role: column("role"),
    contributor: edge((at) => ({
      noun: house.contributor,
      many: false,
      most: () => 1,
      pick: ({ col }) => ({ where: sql`${col("id")} = ${at.one.col("contributor_id")}` }),
    })),
  },
});

const mostNames = 30;

/** The byline of an article, in order. */
export const bylinesOf = (house: House, at: Site<"live_card">): Edge<"byline"> => ({
  noun: house.byline,
  key: "bylines",
  many: true,
  most: () => mostNames,
  pick: ({ col }) => ({
    where: sql`${col("revision_id")} = ${at.one.col("revision_id")}`,
    order: col("position"),
    limit: sql.lit(mostNames),
  }),
});

interface Name {
  readonly name: string;
  readonly role: BylineRole;
  readonly contributor: { readonly kind: string } | null;
}

const names = selecting({ Byline: ["name", "role", ["contributor", { Contributor: ["kind"] }]] });

/** A field that prints the byline, or a part of it. */
export const printed =
  (house: House, part: (byline: PrintedByline) => unknown): Entry<"live_card"> =>
  (_wanted, at) => {
    const { cell, projects } = at.rows(bylinesOf(house, at), [names]);
    const language = at.cell("language", () => at.one.col("language"));
    const nameIn = (row: Row, run: Run) => JSON.parse(projects[0]?.(row, run) ?? jsonNull) as Name;
    return (row, run) => {
      const found = row.rows(cell).map((name) => nameIn(name, run));
      return jsonOf(part(formatByline(found.map(asWritten), row.text(language))));
    };
  };

const asWritten = ({ name, role, contributor }: Name) => ({
  name,
  role,
  isOrganisation: contributor?.kind === "ORGANISATION",
});
