import { rmSync } from "node:fs";
import { clusterFolder } from "./cluster-folder.mjs";

/** Names this run's cluster. The first test that wants a database starts it, so pure tests wait for nothing. */
export default function setup() {
  const folder = clusterFolder();
  // Only a run that died together with its guard, under the same number, can have left this behind.
  rmSync(folder, { recursive: true, force: true });
  process.env.DATELINE_TEST_CLUSTER = JSON.stringify({ folder, ownerPid: process.pid });
}
