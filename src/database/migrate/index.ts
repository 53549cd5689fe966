export { inspectDatabase, type DatabaseState } from "./inspect-database.ts";
export { migrate } from "./migrate.ts";
