export { startHttp, type HttpParts, type HttpServer } from "./server.ts";
