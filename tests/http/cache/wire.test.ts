import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { HttpServer } from "../../../src/http/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection } from "../../support/factories.ts";
import { plant } from "../../support/newspaper.ts";
import { openServer, post, until } from "./world.ts";

const house = testDatabase();
const state: { servers: HttpServer[] } = { servers: [] };
const headline = "Über die Brücke, 港が再開";
const query = { query: '{ article(by: { slug: "bridge" }) { headline } }' };
const body = JSON.stringify(query);
const path = `/graphql?${new URLSearchParams(query)}`;
const get = (more = "") => `GET ${path} HTTP/1.1\r\nHost: news\r\nApollo-Require-Preflight: yes\r\n${more}\r\n`;
const posted = `POST /graphql HTTP/1.1\r\nHost: news\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

beforeAll(async () => {
  const { id: sectionId } = await aSection(house.db, { name: "Harbour", slug: "harbour" });
  await plant(house.db, { sectionId, headline, slug: "bridge" });
  state.servers = [await openServer(house), await openServer(house)];
  for (const server of state.servers) {
    await until(async () => {
      const before = server.counters?.hits;
      await post(server.url, query);
      return server.counters?.hits !== before;
    });
    await send(server, get());
  }
}, 120_000);
afterAll(() => Promise.all(state.servers.map((server) => server.close())));

interface Message {
  readonly line: string;
  /** Name (lower case) and value, as they came. */
  readonly fields: readonly (readonly [string, string])[];
  readonly body: Buffer;
}

/** Sends bytes on one connection and reads the replies as RFC 9112 frames them, until the server has sent so many. */
function send({ url }: HttpServer, bytes: string, many = 1): Promise<readonly Message[]> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(bytes));
    let got = Buffer.alloc(0);
    socket.on("error", reject);
    socket.on("close", () => {
      const found = framed(got);
      if (found.length < many) reject(new Error(`Only ${String(found.length)} replies came.`));
    });
    socket.on("data", (chunk) => {
      got = Buffer.concat([got, chunk]);
      const found = framed(got);
      if (found.length < many) return;
      resolve(found);
      socket.destroy();
    });
  });
}

function framed(bytes: Buffer): readonly Message[] {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return [];
  const [line = "", ...rest] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const fields = rest.map((one) => {
    const at = one.indexOf(":");
    return [one.slice(0, at).toLowerCase(), one.slice(at + 1).trim()] as const;
  });
  const told = Number(fields.find(([name]) => name === "content-length")?.[1] ?? 0);
  const length = line.includes(" 304 ") ? 0 : told;
  const rested = bytes.subarray(end + 4);
  if (rested.length < length) return [];
  return [{ line, fields, body: rested.subarray(0, length) }, ...framed(rested.subarray(length))];
}

const valueOf = ({ fields }: Message, name: string): string | undefined => fields.find(([one]) => one === name)?.[1];
const withoutRequest = ({ fields }: Message) =>
  Object.fromEntries(fields.filter(([name]) => !["date", "x-request-id", "cache-control"].includes(name)));
const hits = () => state.servers[0]?.counters?.hits ?? 0;

describe("A kept answer on the wire", () => {
  it("says every header once, and sends as many bytes as it says", async () => {
    const before = hits();
    const [reply] = (await send(state.servers[0]!, posted)) as [Message];
    expect(hits()).toBe(before + 1);
    expect(reply.line).toBe("HTTP/1.1 200 OK");
    expect(new Set(reply.fields.map(([name]) => name)).size).toBe(reply.fields.length);
    expect(reply.body.toString()).toBe(`{"data":{"article":{"headline":"${headline}"}}}\n`);
    expect(valueOf(reply, "content-length")).toBe(String(reply.body.length));
    expect(valueOf(reply, "content-type")).toMatch(/^application\/json; ?charset=utf-8$/);
    expect(Math.abs(Date.parse(valueOf(reply, "date") ?? "") - Date.now())).toBeLessThan(5_000);
    expect(valueOf(reply, "transfer-encoding")).toBeUndefined();
    expect(valueOf(reply, "set-cookie")).toBeUndefined();
  });

  it("is answered in turn on one connection, whole, not again, and whole", async () => {
    const etag = valueOf((await send(state.servers[0]!, get()))[0]!, "etag") ?? "";
    const before = hits();
    const replies = await send(state.servers[0]!, posted + get(`If-None-Match: ${etag}\r\n`) + get(), 3);
    expect(hits()).toBe(before + 3);
    expect(replies.map(({ line }) => line)).toEqual([
      "HTTP/1.1 200 OK",
      "HTTP/1.1 304 Not Modified",
      "HTTP/1.1 200 OK",
    ]);
    expect(replies[2]?.body.equals(replies[0]!.body)).toBe(true);
  });

  it("with 304 bears what the whole reply would have borne, but for what describes its bytes (RFC 9110, 15.4.5)", async () => {
    const [whole] = (await send(state.servers[0]!, get())) as [Message];
    const etag = valueOf(whole, "etag") ?? "";
    const [unchanged] = (await send(state.servers[0]!, get(`if-none-match: ${etag}\r\n`))) as [Message];
    const ofBytes = new Set(["content-length", "content-type"]);
    const others = Object.fromEntries(Object.entries(withoutRequest(whole)).filter(([name]) => !ofBytes.has(name)));
    expect(withoutRequest(unchanged)).toEqual(others);
    expect(Object.keys(others)).toEqual(expect.arrayContaining(["etag", "vary", "surrogate-key", "cache-tag"]));
    expect(valueOf(unchanged, "cache-control")).toMatch(/^public, max-age=0, s-maxage=\d+/);
  });

  it("has the same validator and tags on every server, so that a client may change between them", async () => {
    const [one, other] = await Promise.all(state.servers.map((server) => send(server, get())));
    expect(withoutRequest(other![0]!)).toEqual(withoutRequest(one![0]!));
    const etag = valueOf(one![0]!, "etag") ?? "";
    const [reply] = (await send(state.servers[1]!, get(`If-None-Match: ${etag}\r\n`))) as [Message];
    expect(reply.line).toBe("HTTP/1.1 304 Not Modified");
  });
});
