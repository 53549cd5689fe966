export { deliveryContext, type DeliveryContext, type DeliverySource } from "./context.ts";
export { listLengths } from "./list-lengths.ts";
export { deliverySchema } from "./schema.ts";
