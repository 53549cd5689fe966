export { deskSchema } from "./schema.ts";
export { deskContext, type DeskContext } from "./shared/context.ts";
