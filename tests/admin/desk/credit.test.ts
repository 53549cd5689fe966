import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { runDesk } from "../../support/desk-command.ts";
import { describeWithShared } from "../../support/shared-data.ts";

const parse = async (input: string): Promise<unknown> => {
  const { code, stdout } = await runDesk(["credit", "parse", "-", "--json"], { input });
  expect(code).toBe(0);
  return JSON.parse(stdout);
};

const ada = {
  line: "Ada Lens/ POOL/ AFP",
  parts: [
    { role: "photographer", name: "Ada Lens" },
    { role: "pool", name: "Pool" },
    { role: "agency", name: "AFP" },
  ],
};

describe("desk credit parse", () => {
  it("reads a line an input line, empty ones too, with no database", async () => {
    expect(await parse(`${ada.line}\n\n${ada.line}\n`)).toEqual([ada, { line: "", parts: [] }, ada]);
  });

  it("takes the last line with or without its line break, and Windows line ends", async () => {
    expect(await parse(`${ada.line}\r\n${ada.line}`)).toEqual([ada, ada]);
    expect(await parse("\n")).toEqual([{ line: "", parts: [] }]);
    expect(await parse("")).toEqual([]);
  });

  it("reads lines given as words, and shows them to people", async () => {
    const { stdout } = await runDesk(["credit", "parse", ada.line, "Ada Lens"]);
    expect(stdout).toContain("photographer Ada Lens, pool Pool, agency AFP");
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
  });
});

describeWithShared("desk credit parse, on the newsroom's lines", "credit-lines.json", (path) => {
  it("gives the parts expected of each", async () => {
    const lines = JSON.parse(readFileSync(path, "utf8")) as { line: string; parts: unknown }[];
    expect(await parse(lines.map(({ line }) => `${line}\n`).join(""))).toEqual(
      lines.map(({ line, parts }) => ({ line, parts })),
    );
  });
});
