import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { statesAfter, Verb, verbsFrom, WorkflowState } from "../../src/domain/lifecycle/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";
import { permissions } from "../../src/newsroom/access/index.ts";

interface Drawing {
  readonly workflowSvg: (tables: object) => string;
  readonly workflowTable: (tables: object) => string;
  readonly withTable: (page: string, table: string) => string;
}

const script = join(rootFolder, "scripts/lib/workflow.mjs");
const tables = {
  states: Object.values(WorkflowState),
  verbs: Object.values(Verb),
  verbsFrom,
  statesAfter,
  permissions,
};
const fileOf = (name: string): string => readFileSync(join(rootFolder, "docs", name), "utf8");

describe("The page on the workflow", () => {
  it("shows the tables the desk goes by; node scripts/workflow.mjs draws them anew", async () => {
    const { withTable, workflowSvg, workflowTable } = (await import(script)) as Drawing;
    expect(fileOf("workflow.svg")).toBe(workflowSvg(tables));
    expect(fileOf("workflow.md")).toBe(withTable(fileOf("workflow.md"), workflowTable(tables)));
  });
});
