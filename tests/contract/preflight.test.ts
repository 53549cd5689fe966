import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { preflightChecks } from "../../src/domain/preflight/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";

const page = readFileSync(join(rootFolder, "docs/preflight.md"), "utf8");

/** The cells of the rows of a Markdown table whose first cell is in capitals. */
const rows = page
  .split("\n")
  .filter((line) => /^\| `[A-Z_]+`/.test(line))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("The page on the preflight", () => {
  it("lists every check as it is in the code, and no other", () => {
    const checks = Object.entries(preflightChecks).map(([code, { severity, finds, because = "", fix }]) => [
      ...[`\`${code}\``, severity.toLowerCase(), because === "" ? finds : `${finds} ${because}`, fix],
    ]);
    expect(rows).toEqual(checks);
  });
});
