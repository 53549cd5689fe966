export { deliveryContext, type DeliveryContext, type DeliverySource } from "./context.ts";
export {
  answerQuery,
  knownQueries,
  planPlugin,
  type CheckedQuery,
  type KnownQueries,
  type KnownQuery,
  type QueryAnswer,
  type SentQuery,
} from "./execute/index.ts";
export { deliverySchema } from "./schema.ts";
