export {
  fieldsOf,
  noFields,
  selecting,
  type Args,
  type Selection,
  type Shape,
  type Variables,
  type Wanted,
} from "./selection.ts";
export { cellOf, column, edge, insideRow, isoTime, moment, pure, within } from "./entry.ts";
export { Fault } from "./fault.ts";
export { jsonNull, jsonOf, type Json } from "./json.ts";
export type { House, Page } from "./house.ts";
export { jsonText, of, rowText, sqlNull } from "./json-text.ts";
export { statementNames, type StatementNames } from "./names.ts";
export type { Edge, Entries, Entry, Found, Noun, Picked, Site, TagKind } from "./noun.ts";
export { ask, expectFewRows, FOUND, momentAnd, openRun, plan, planRows } from "./plan.ts";
export type { Answer, Planned, Question, Root } from "./plan.ts";
export { finisher, type Project } from "./project.ts";
export { own, recordProject, type Records, type Showing, type Value } from "./records.ts";
export type { Row } from "./row.ts";
export { argsIn, type Read, type Run } from "./run.ts";
export { all, bound, clock, sql, type Alias, type Sql } from "./sql.ts";
export { cardCell, givenToCards, spelledOfCards, type Column, type TableName } from "./tables.ts";
