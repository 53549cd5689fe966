export { publicOnly, type AddressPolicy } from "./address-policy.ts";
export { webClient, type WebAnswer, type WebClient } from "./web-client.ts";
