import { mkdir, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { testDatabase } from "../support/database.ts";
import { testServer } from "../support/server.ts";

const house = testDatabase();
const server = testServer(house);
const page = (path: string) =>
  fetch(`${server.url}${path}`, { headers: { accept: "text/html,application/xhtml+xml" } });

/** Addresses a browser would fetch by itself when it shows the page: links, scripts, pictures, fonts, imports. */
function loads(html: string): readonly string[] {
  const outside =
    /(?:<(?:script|link|img|iframe|source)[^>]*(?:src|href)=|url\(|@import\s+)["']?((?:https?:)?\/\/[^"')\s>]+)/gi;
  const css = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, style = ""]) => style).join();
  const markup = html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "");
  return [...`${css}${markup}`.matchAll(outside)].map(([, address = ""]) => address);
}

describe("The explorer", () => {
  it.each(["/graphql", "/desk/graphql"])("at %s needs nothing from anywhere else", async (path) => {
    const response = await page(path);
    const html = await response.text();
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(loads(html)).toEqual([]);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|script-src[^;]*unsafe-inline/);
    for (const [, script = ""] of html.matchAll(/<script>([\s\S]*?)<\/script>/g))
      expect(policy).toContain(createHash("sha256").update(script).digest("base64"));
  });

  it("opens on a query that is ready to run", async () => {
    expect(await (await page("/graphql")).text()).toContain("query HomeScreen");
    const desk = await (await page("/desk/graphql")).text();
    expect(desk).toContain("query DeskOverview");
    expect(desk).toContain("Authorization");
  });
});

describe("Media files", () => {
  const name = `${"a".repeat(64)}.png`;

  it("are served under their generated names, for ever and as nothing but pictures", async () => {
    await mkdir(join(server.dataDir, "media"), { recursive: true });
    await writeFile(join(server.dataDir, "media", name), "bytes");
    const response = await fetch(`${server.url}/media/${name}`);
    expect([response.status, await response.text()]).toEqual([200, "bytes"]);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it("are not found once their medium has been killed", async () => {
    const killed = `${"c".repeat(64)}.png`;
    await writeFile(join(server.dataDir, "media", killed), "bytes");
    const facts = { sha256: "c".repeat(64), mime: "image/png", bytes: 5, width: 1, height: 1, storageKey: killed };
    const { id } = await house.db.media.create({ data: facts });
    const fetched = async (): Promise<number> => (await fetch(`${server.url}/media/${killed}`)).status;
    expect(await fetched()).toBe(200);
    await house.db.media.update({ where: { id }, data: { state: "KILLED" } });
    expect(await fetched()).toBe(404);
  });

  const attempts = [
    `${"b".repeat(64)}.png`,
    "..%2fsecret.png",
    "%2e%2e/secret.png",
    "a.svg",
    ".hidden.png",
    `${name}%00`,
    "",
  ];
  it.each(attempts)("are not found under %j", async (wanted) => {
    await writeFile(join(server.dataDir, "secret.png"), "secret");
    const response = await fetch(`${server.url}/media/${wanted}`);
    expect([404, 400]).toContain(response.status);
    expect(await response.text()).not.toContain("secret");
  });
});

describe("Health", () => {
  it.each(["/livez", "/readyz"])("%s answers", async (path) => {
    const response = await fetch(`${server.url}${path}`);
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
  });
});
