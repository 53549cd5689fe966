import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { prepareReply, prepareUnchanged, PreparedResponse } from "../../../src/http/cache/prepared-response.ts";

const reply = prepareReply(["content-type", "text/plain", "content-length", "5"], Buffer.from("whole"));
const unchanged = prepareUnchanged(["vary", "Accept"]);

let server: Server<typeof IncomingMessage, typeof PreparedResponse>;
beforeAll(async () => {
  server = createServer({ ServerResponse: PreparedResponse }, (request, response) => {
    response.sendPrepared(request.url === "/unchanged" ? unchanged : reply, ["x-request-id", "one"]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
});

const ask = (path: string, init?: RequestInit) =>
  fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}${path}`, init);

it.each([
  ["GET", "/", 200, "whole"],
  ["HEAD", "/", 200, ""],
  ["GET", "/unchanged", 304, ""],
])(
  "A prepared reply to %s %s is whole, and the next on the connection is as well",
  async (method, path, status, body) => {
    for (const connection of ["keep-alive", "keep-alive", "close"]) {
      const found = await ask(path, { method, headers: { connection } });
      expect([found.status, await found.text()]).toEqual([status, body]);
      expect(found.headers.get("x-request-id")).toBe("one");
      expect(found.headers.get("content-length")).toBe(status === 200 ? "5" : null);
      expect(found.headers.get(status === 200 ? "content-type" : "vary")).toMatch(/text|Accept/);
    }
  },
);
