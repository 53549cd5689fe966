export { deliveryContext, type DeliveryContext, type DeliverySource } from "./context.ts";
export { answerQuery, planPlugin, type CheckedQuery, type QueryAnswer } from "./execute/index.ts";
export { deliverySchema } from "./schema.ts";
