import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { publicOnly, webClient } from "../../src/kernel/web/index.ts";

const heard: string[] = [];
const ways: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  "/ok": (response) => response.writeHead(200).end(),
  "/gone": (response) => response.writeHead(410).end(),
  "/missing": (response) => response.writeHead(404).end(),
  "/no-head": (response, { method }) => response.writeHead(method === "HEAD" ? 405 : 200).end("body"),
  "/moved": (response) => response.writeHead(301, { location: "/moved-again" }).end(),
  "/moved-again": (response) => response.writeHead(308, { location: "/detour" }).end(),
  "/detour": (response) => response.writeHead(302, { location: "/ok" }).end(),
  "/circle": (response) => response.writeHead(302, { location: "/circle" }).end(),
  "/inward": (response) => response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
  "/script": (response) => response.writeHead(301, { location: "javascript:alert(1)" }).end(),
  "/endless": (response, { method }) => {
    if (method === "HEAD") {
      response.writeHead(501).end();
      return;
    }
    response.writeHead(200);
    const more = setInterval(() => response.write("x".repeat(65_536)), 5);
    response.on("close", () => {
      clearInterval(more);
    });
  },
  "/silent": () => undefined,
};
const server = createServer((request, response) => {
  heard.push(`${String(request.method)} ${String(request.url)}`);
  ways[request.url ?? ""]?.(response, request);
});
const at = { base: "" };

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  at.base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A resolver that answers as it is told, each time with the next answer. */
const telling = (...answers: readonly string[]): LookupFunction => {
  const left = [...answers];
  return (_name, options, callback) => {
    const address = (left.length > 1 ? left.shift() : left[0]) ?? "";
    const family = address.includes(":") ? 6 : 4;
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
};

const localOnly = { allows: (address: string) => address === "127.0.0.1" };

describe("by itself the way out", () => {
  it.each([
    ...["127.0.0.1", "127.8.8.8", "10.0.0.7", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
    ...["224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1"],
    ...[
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "::ffff:a9fe:a9fe",
      "::127.0.0.1",
      "64:ff9b::a00:1",
      "2002:7f00:1::",
      "2001:db8::1",
    ],
    ...["", "localhost", "1.2.3"],
  ])("is closed to %s", (address) => {
    expect(publicOnly(address)).toBe(false);
  });

  it.each(["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"])("is open to %s", (address) => {
    expect(publicOnly(address)).toBe(true);
  });

  it("refuses a private address in every spelling of a URL, and asks nobody", async () => {
    const client = webClient();
    const { port } = new URL(at.base);
    const hosts = [
      "127.0.0.1",
      "[::1]",
      "[::ffff:127.0.0.1]",
      "2130706433",
      "0x7f.1",
      "localhost",
      "10.0.0.1",
      "169.254.169.254",
    ];
    for (const host of hosts) {
      expect([host, await client.probe(`http://${host}:${port}/ok`)]).toEqual([host, { kind: "refused" }]);
    }
    await client.close();
    expect(heard).toEqual([]);
  });

  it.each(["127.0.0.1", "::1", "10.1.2.3", "169.254.169.254", "::ffff:127.0.0.1"])(
    "refuses a name that resolves to %s",
    async (address) => {
      const client = webClient({ lookup: telling(address) });
      const { port } = new URL(at.base);
      expect(await client.probe(`http://looks-public.example:${port}/ok`)).toEqual({ kind: "refused" });
      await client.close();
      expect(heard).toEqual([]);
    },
  );

  it("looks at the address of the connection too, whatever was said before", async () => {
    // The first question about each address is answered yes, as if the name had been public when it was looked up.
    const asked = new Set<string>();
    const allows = (address: string) => asked.size === asked.add(address).size - 1;
    const client = webClient({ allows, lookup: telling("127.0.0.1") });
    const { port } = new URL(at.base);
    expect(await client.probe(`http://rebinds.example:${port}/ok`)).toEqual({ kind: "refused" });
    await client.close();
    expect(heard).toEqual([]);
  });
});

describe("asking an address", () => {
  const probe = async (path: string, timeout = 5_000) => {
    const client = webClient({ ...localOnly, timeout });
    heard.length = 0;
    return client.probe(`${at.base}${path}`).finally(client.close);
  };

  it("takes HEAD for an answer, and GET where HEAD is refused", async () => {
    expect(await probe("/ok")).toEqual({ kind: "answered", status: 200, movedTo: null });
    expect(heard).toEqual(["HEAD /ok"]);
    expect(await probe("/no-head")).toEqual({ kind: "answered", status: 200, movedTo: null });
    expect(heard).toEqual(["HEAD /no-head", "GET /no-head"]);
    expect(await probe("/gone")).toMatchObject({ status: 410 });
    expect(heard).toEqual(["HEAD /gone"]);
    expect(await probe("/missing")).toMatchObject({ status: 404 });
  });

  it("follows redirects, and says where the lasting ones lead", async () => {
    expect(await probe("/moved")).toEqual({ kind: "answered", status: 200, movedTo: `${at.base}/detour` });
    expect(await probe("/detour")).toEqual({ kind: "answered", status: 200, movedTo: null });
  });

  it("ends a circle, never follows inward or to another scheme, and reads no body", async () => {
    expect(await probe("/circle")).toEqual({ kind: "failed", why: "too many redirects" });
    expect(heard).toHaveLength(6);
    expect(await probe("/inward")).toEqual({ kind: "refused" });
    expect(await probe("/script")).toEqual({ kind: "refused" });
    expect(await probe("/endless")).toEqual({ kind: "answered", status: 200, movedTo: null });
  });

  it("waits no longer than it was told, and fails where nobody listens", async () => {
    expect(await probe("/silent", 300)).toEqual({ kind: "failed", why: "timed out" });
    const client = webClient(localOnly);
    expect(await client.probe("http://127.0.0.1:9/")).toEqual({ kind: "failed", why: "ECONNREFUSED" });
    await client.close();
  });
});
