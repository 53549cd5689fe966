export { catalogue, type ErrorCode, type ErrorEntry } from "./catalogue.ts";
export { DatelineError, expectNone, invalid, notFound, type ErrorDetails, type Fault } from "./dateline-error.ts";
export { errorLine } from "./error-line.ts";
