import { cellOf, insideRow } from "../plan/index.ts";
import type { Column, Json, Noun, Run, TableName } from "../plan/index.ts";

/** A row that was found by its id, and shows itself at the place where that id was asked for. */
export interface Later {
  readonly id: string;
  readonly show: (run: Run) => Json;
}

/** The noun, its rows kept until it is known where in the answer they stand. */
export const shownLater = <Table extends TableName>(noun: Noun<Table>, id: Column<Table>): Noun<Table, Later> => ({
  ...noun,
  project: (selection, at) => {
    const show = insideRow(noun.type, noun.entries, selection, at);
    const named = cellOf(at, id);
    return (row) => ({ id: row.text(named), show: (run) => show(row, run) });
  },
});
