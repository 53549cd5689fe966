import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { publishedSchemas } from "../../src/graphql/published.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";

const files = ["delivery.graphql", "desk.graphql"];
const fileOf = (name: string): string => join(rootFolder, "schema", name);

describe("The published contracts", () => {
  it.each(files)(
    "schema/%s is what the code says; with DATELINE_WRITE_SCHEMA=yes this test writes it anew",
    async (name) => {
      const sdl = (await publishedSchemas())[name] ?? "";
      if (process.env["DATELINE_WRITE_SCHEMA"] === "yes") writeFileSync(fileOf(name), sdl);
      expect(sdl).toBe(readFileSync(fileOf(name), "utf8"));
    },
  );
});
