import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { readConfig, settings } from "../../src/kernel/config/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";

describe("the configuration", () => {
  it("is complete without a single variable", () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 4000,
      portSetByHand: false,
      host: "127.0.0.1",
      databaseUrl: null,
      zone: "UTC",
    });
  });

  it("remembers that a port was chosen, even the default one", () => {
    expect(readConfig({ PORT: "4000" })).toMatchObject({ port: 4000, portSetByHand: true });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " " })).toMatchObject({ portSetByHand: false, databaseUrl: null });
  });

  it("lists every mistake at once, without repeating a secret", () => {
    const broken = {
      PORT: "none",
      DATABASE_URL: "mysql://root:hunter2@db",
      DATELINE_ZONE: "Mars/Base",
      LOG_LEVEL: "loud",
    };
    const attempt = (): unknown => readConfig(broken);
    expect(attempt).toThrow(/PORT .*DATABASE_URL .*DATELINE_ZONE .*LOG_LEVEL /);
    expect(attempt).not.toThrow(/hunter2/);
    expect(attempt).toThrow(expect.objectContaining({ code: "CONFIG_INVALID" }));
  });

  it("finds the data folder from the checkout", () => {
    const root = join(tmpdir(), "a checkout");
    expect(readConfig({ DATELINE_DATA: "kept here" }, root).dataDir).toBe(join(root, "kept here"));
  });

  it("is documented setting by setting in .env.example", () => {
    const example = readFileSync(join(rootFolder, ".env.example"), "utf8");
    const documented = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(documented.toSorted()).toEqual(Object.keys(settings.shape).toSorted());
  });
});
