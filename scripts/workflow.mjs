import "./lib/node-version.mjs";
import { readFileSync, writeFileSync } from "node:fs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { runScript } = await import("./lib/failure.mjs");
const { inRoot } = await import("./lib/paths.mjs");
const { withTable, workflowSvg, workflowTable } = await import("./lib/workflow.mjs");

// Draws the workflow anew after its table or the permissions have changed; a test holds both files equal to them.
await runScript(async () => {
  await bootstrap();
  const { statesAfter, Verb, verbsFrom, WorkflowState } = await import("../dist/src/domain/lifecycle/index.js");
  const { permissions } = await import("../dist/src/newsroom/access/index.js");
  const tables = {
    states: Object.values(WorkflowState),
    verbs: Object.values(Verb),
    verbsFrom,
    statesAfter,
    permissions,
  };
  writeFileSync(inRoot("docs/workflow.svg"), workflowSvg(tables));
  const page = inRoot("docs/workflow.md");
  writeFileSync(page, withTable(readFileSync(page, "utf8"), workflowTable(tables)));
});
