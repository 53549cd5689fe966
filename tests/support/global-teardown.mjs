import { existsSync } from "node:fs";

const embedded = new URL("../../dist/src/database/embedded/index.js", import.meta.url);

/** Ends this run's cluster and removes it. Should we die before, its guard sees that and does the same. */
export default async function teardown() {
  if (!existsSync(embedded)) return;
  const { endThrowaway, throwawayFolder } = await import(embedded.href);
  await endThrowaway(throwawayFolder("test"));
}
