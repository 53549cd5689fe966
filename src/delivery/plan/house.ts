import type { Entry, Noun } from "./noun.ts";
import type { Sql } from "./sql.ts";
import type { TableName } from "./tables.ts";

/** The page a rail stands on: its article, which the rails never repeat, and its section. */
export interface Page {
  readonly articleId: Sql;
  readonly sectionId: Sql;
}

/** Every noun of delivery. Each is made with the whole house at hand, because they lead to each other in circles. */
export interface House {
  readonly article: Noun<"live_card">;
  readonly section: Noun<"section">;
  readonly byline: Noun<"byline">;
  readonly contributor: Noun<"contributor">;
  readonly topic: Noun<"topic">;
  readonly correction: Noun<"correction">;
  readonly media: Noun<"media">;
  readonly creditPart: Noun<"media_credit">;
  readonly agency: Noun<"agency">;
  /** The rails of a page. */
  readonly railsBeside: <Table extends TableName>(page: Page) => Entry<Table>;
}
