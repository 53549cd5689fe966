import "./lib/node-version.mjs";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { Failure, runScript } = await import("./lib/failure.mjs");

await runScript(async () => {
  refuseStrangeArguments();
  await bootstrap();
  const { loadConfig } = await import("../dist/src/kernel/config/index.js");
  const { expectRemovable, removeEmbedded } = await import("../dist/src/database/embedded/index.js");
  const { dataDir, databaseUrl } = loadConfig();
  if (databaseUrl) console.log("The server behind DATABASE_URL is left alone; this is about the embedded database.");
  if (!existsSync(dataDir)) return console.log(`There is nothing to remove: ${dataDir} does not exist.`);
  expectRemovable(dataDir);
  if (!(await agreed(dataDir))) return console.log("Nothing was removed.");
  removeEmbedded(dataDir);
  console.log(`Removed ${dataDir}. 'npm start' makes a new newsroom.`);
});

function refuseStrangeArguments() {
  const strange = process.argv.slice(2).find((argument) => argument !== "--yes");
  if (strange) throw new Failure(`'${strange}' was not understood; the only option is --yes.`);
}

async function agreed(dataDir) {
  if (process.argv.includes("--yes")) return true;
  if (!process.stdin.isTTY)
    throw new Failure(`Without a terminal nobody can be asked; run 'npm run reset -- --yes' to remove ${dataDir}.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Remove ${dataDir} with all articles and pictures in it? Type yes: `);
  terminal.close();
  return answer.trim().toLowerCase() === "yes";
}
