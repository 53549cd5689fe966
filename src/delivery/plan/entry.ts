import { fieldsOf, type Selection, type Wanted } from "./selection.ts";
import { showing } from "./compose.ts";
import type { Edge, Entries, Entry, Site } from "./noun.ts";
import { jsonNull, jsonOf, type Json } from "./json.ts";
import { finisher, fitted, type Project } from "./project.ts";
import type { Row } from "./row.ts";
import type { Read, Run } from "./run.ts";
import type { Column, TableName } from "./tables.ts";

/** The cell of a column. */
export const cellOf = <Table extends TableName>(at: Site<Table>, name: Column<Table>): number =>
  at.cell(name, () => at.one.col(name));

/** A field that is a column. */
export const column =
  <Table extends TableName>(name: Column<Table>): Entry<Table> =>
  ({ shape }, at) => {
    const place = cellOf(at, name);
    return (row) => fitted(shape, row.json(place));
  };

/** A field worked out from columns of the same row, by a pure function. */
export const pure =
  <Table extends TableName>(
    columns: readonly Column<Table>[],
    make: (values: readonly unknown[], run: Run) => unknown,
  ): Entry<Table> =>
  ({ shape }, at) => {
    const places = columns.map((name) => cellOf(at, name));
    const valuesIn = (row: Row) => places.map((place) => row.value(place));
    return (row, run) => fitted(shape, jsonOf(make(valuesIn(row), run)));
  };

/** A moment, spelled as RFC 3339 in UTC with milliseconds. */
export const moment =
  <Table extends TableName>(name: Column<Table>): Entry<Table> =>
  ({ shape }, at) => {
    const place = cellOf(at, name);
    return (row) => fitted(shape, isoTimeOf(row.json(place)));
  };

/** A time as Postgres wrote it, or null, in the spelling of the API; what is spelled so already stays as it is. */
const isoTimeOf = (time: Json): Json =>
  time === jsonNull || time.endsWith('Z"') ? time : jsonOf(isoTime(time.slice(1, -1)));

/** Time as Postgres writes it in UTC: "2026-03-01 06:00:00.5+00", and inside its own JSON "2026-03-01T06:00:00.5+00:00". */
const written = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00(?::00)?$/;

/** A time of a JSON answer of Postgres in the spelling of the API. */
export function isoTime(time: string): string {
  if (time.endsWith("Z")) return time;
  // As a column is written: by position, for there is one in every card.
  if (time.length >= 22 && time.length <= 26 && time[10] === " " && time.endsWith("+00"))
    return `${time.slice(0, 10)}T${time.slice(11, 19)}.${time.slice(20, -3).padEnd(3, "0")}Z`;
  const [, day, clock, fraction = ""] = written.exec(time) ?? [];
  return day === undefined || clock === undefined
    ? new Date(time).toISOString()
    : `${day}T${clock}.${fraction.padEnd(3, "0")}Z`;
}

/** An edge as an entry names it; made late, because nouns lead to each other in circles. */
type EdgeFrom<Table extends TableName, Other extends TableName> = (at: Site<Table>, wanted: Wanted) => Edge<Other>;

/** A field that leads to another noun: to one row or none, or to a list. */
export const edge =
  <Table extends TableName, Other extends TableName>(leading: EdgeFrom<Table, Other>, note?: Note): Entry<Table> =>
  (wanted, at) => {
    const read = readRows(at, leading(at, wanted), wanted);
    return note === undefined
      ? read
      : (row, run) => {
          note(run, row);
          return read(row, run);
        };
  };

/** Says what else the answer rests on. */
type Note = (run: Run, row: Row) => void;

/** Reads the rows an edge leads to, shaped as the field has to be. */
function readRows<Table extends TableName, Other extends TableName>(
  at: Site<Table>,
  leading: Edge<Other>,
  { below, shape }: Wanted,
): Read {
  const { cell, projects } = at.rows(leading, [below]);
  const finish = finisher(shape, projects[0] as Project<Row>);
  return leading.many ? (row, run) => finish(row.rows(cell), run) : (row, run) => finish(row.row(cell), run);
}

/** A thing inside the same row, where it is there at all: a credit, a file. */
export const within =
  <Table extends TableName>(
    type: string,
    entries: Entries<Table>,
    there: readonly [columns: readonly Column<Table>[], test: (cells: readonly Json[]) => boolean],
  ): Entry<Table> =>
  ({ below, shape }, at) => {
    const finish = finisher(shape, insideRow(type, entries, below, at));
    const places = there[0].map((name) => cellOf(at, name));
    return (row, run) => (there[1](places.map((place) => row.json(place))) ? finish(row, run) : jsonNull);
  };

/** Shows a part of a row as an object of its own. */
export const insideRow = <Table extends TableName>(
  type: string,
  entries: Entries<Table>,
  below: Selection,
  at: Site<Table>,
) => showing(type, entries, fieldsOf(below, type), at);
