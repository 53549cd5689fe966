export { makeApollo } from "./apollo.ts";
export { cacheControlDirective } from "./cache-control.ts";
export { costPlugin } from "./cost.ts";
export { BylineRoleEnum, CreditRoleEnum, registerEnum } from "./enums.ts";
export { formatError } from "./errors.ts";
export { finishSchema, printed } from "./finish-schema.ts";
export { PageArgs, PageInfo } from "./page.ts";
export { inRequest } from "./request-scope.ts";
export { CalendarDate, DateTime, WebUrl } from "./scalars.ts";
