// The static floor: node:http that reads the request and sends the same bytes, as many as an answer has.
import { createServer } from "node:http";

const padding = '{"data":{"static":""}}'.length;
const bytes = Buffer.from(`{"data":{"static":"${"x".repeat(Math.max(0, Number(process.env.BYTES) - padding))}"}}`);
const headers = { "content-type": "application/json; charset=utf-8", "content-length": bytes.length };

createServer((request, response) => {
  request.on("data", () => undefined);
  request.on("end", () => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
}).listen(Number(process.env.PORT), "127.0.0.1");
