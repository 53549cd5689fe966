export { publicOnly } from "./address-policy.ts";
export { webClient, type WebAnswer, type WebClient } from "./web-client.ts";
