export { catalogue, type ErrorCode } from "./catalogue.ts";
export { DatelineError, expectNone, invalid, notFound, type ErrorDetails, type Fault } from "./dateline-error.ts";
export type { ErrorEntry } from "./error-entry.ts";
export { errorLine } from "./error-line.ts";
