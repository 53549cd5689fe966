export { deliveryContext, type DeliveryContext, type DeliverySource } from "./context.ts";
export { deliverySchema } from "./schema.ts";
