export type { HttpParts } from "./doors.ts";
export { startHttp, type HttpServer } from "./server.ts";
