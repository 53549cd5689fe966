import { insideRow } from "../plan/index.ts";
import type { Alias, Noun, Project, Row, Run, Sql, TableName } from "../plan/index.ts";

/** A row that was found by its id, and shows itself at the place where that id was asked for. */
export interface Later {
  readonly id: string;
  readonly show: (run: Run) => unknown;
}

/** The noun, its rows kept until it is known where in the answer they stand. */
export const shownLater = <Table extends TableName>(
  noun: Noun<Table>,
  id: (one: Alias<Table>) => Sql,
): Noun<Table> => ({
  ...noun,
  project: (selection, at): Project<Row> => {
    const show = insideRow(noun.type, noun.entries, selection, at);
    const named = at.cell("#named", () => id(at.one));
    return (row): Later => ({ id: row[named] as string, show: (run) => show(row, run) });
  },
});
