export { BylineRole, type BylinePerson, type ParsedByline } from "./byline.ts";
export { splitDateline, type Dateline } from "./dateline.ts";
export { formatByline, type PrintedByline, type PrintedName } from "./format-byline.ts";
export { parseByline } from "./parse-byline.ts";
