import { existsSync } from "node:fs";

/** Ends this run's cluster and removes it. Should we die before, its guard sees that and does the same. */
export default async function teardown() {
  const { folder } = JSON.parse(process.env.DATELINE_TEST_CLUSTER);
  if (!existsSync(folder)) return;
  const { endThrowaway } = await import("../../dist/src/database/embedded/index.js");
  await endThrowaway(folder);
}
