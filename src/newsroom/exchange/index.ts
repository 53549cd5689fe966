export { importTextPage, type ImportTextPage } from "./import-text-page.ts";
export type { ImportedTeaser } from "./page-teasers.ts";
export type { ImportedCreditPart, ImportedPage } from "./report.ts";
