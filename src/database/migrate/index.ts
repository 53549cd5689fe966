export { connectToServer } from "./check-server.ts";
export { inspectDatabase, type DatabaseState } from "./inspect-database.ts";
export { migrate } from "./migrate.ts";
