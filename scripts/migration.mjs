import "./lib/node-version.mjs";
import { relative } from "node:path";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { Failure, runScript } = await import("./lib/failure.mjs");
const { root } = await import("./lib/paths.mjs");
const { step } = await import("./lib/progress.mjs");

const usage = "use it as 'npm run db:migration add_section_colour', or 'npm run db:migration -- --snapshot'.";

await runScript(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (!name || more.length > 0) throw new Failure(`One name is needed; ${usage}`);
  await bootstrap();
  const { checkName, takeSnapshot, writeMigration } = await import("../dist/src/database/migrate/authoring/index.js");
  if (name !== "--snapshot") checkName(name);
  const work = name === "--snapshot" ? takeSnapshot : (url) => writeMigration(url, name, new Date());
  report(await step("Comparing schema and migrations", () => onScratchDatabase(work)));
});

async function onScratchDatabase(work) {
  const { endThrowaway, throwawayFolder, useEmbedded } = await import("../dist/src/database/embedded/index.js");
  const { silentLog } = await import("../dist/src/kernel/log.js");
  const dataDir = throwawayFolder("migration");
  const { url } = await useEmbedded({ dataDir, log: silentLog, throwaway: { ownerPid: process.pid } });
  try {
    return await work(url);
  } finally {
    await endThrowaway(dataDir);
  }
}

function report({ file, spared }) {
  for (const sql of spared) console.log(`Left alone, for it was written by hand: ${sql.replaceAll("\n", " ")}`);
  if (file) console.log(`Wrote ${relative(root, file)}. Read it, and add by hand what Prisma cannot say.`);
  console.log("Took the snapshot anew: prisma/catalogue.json");
}
