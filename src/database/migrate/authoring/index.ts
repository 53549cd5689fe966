export { readCatalogue } from "./catalogue.ts";
export { compareSchema } from "./compare.ts";
export { readSnapshot } from "./snapshot.ts";
export { checkName, takeSnapshot, writeMigration } from "./write-migration.ts";
