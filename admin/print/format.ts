/** The formats of stdout, the one for people first. */
export const formats = ["table", "json", "ndjson", "csv", "yaml", "ids", "count"] as const;
/** A format of stdout. */
export type Format = (typeof formats)[number];
