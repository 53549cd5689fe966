export { makeApollo } from "./apollo.ts";
export { BylineRoleEnum, CreditRoleEnum, registerEnum } from "./enums.ts";
export { finishSchema, printed } from "./finish-schema.ts";
export { globalId, idOfType, parseGlobalId, type GlobalId } from "./global-id.ts";
export { PageArgs, PageInfo } from "./page.ts";
export { inRequest } from "./request-scope.ts";
export { CalendarDate, DateTime, WebUrl } from "./scalars.ts";
