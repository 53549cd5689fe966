export type { HttpParts } from "./parts.ts";
export { startHttp, type HttpServer } from "./server.ts";
