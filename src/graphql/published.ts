import { deliverySchema } from "./delivery/index.ts";
import { deskSchema } from "./desk/index.ts";
import { printed } from "./shared/index.ts";

/** The published contracts, by their file names below schema/. */
export const publishedSchemas = async (): Promise<Readonly<Record<string, string>>> => ({
  "delivery.graphql": printed(await deliverySchema()),
  "desk.graphql": printed(await deskSchema()),
});
