// A process that uses an embedded database, for tests that start it and kill it: prints the address, then lives on.
import { useEmbedded } from "../../../dist/src/database/embedded/index.js";

const speak = (...facts) => process.stderr.write(`${JSON.stringify(facts)}\n`);
const log = { debug: speak, info: speak, warn: speak, error: speak };
const embedded = await useEmbedded({ dataDir: process.argv[2], log }).catch((error) => {
  speak(error.code, error.message);
  process.exit(1);
});
process.on("SIGTERM", () => embedded.release({ wait: true }).then(() => process.exit(0)));
process.stdout.write(`${embedded.url}\n`);
setInterval(() => undefined, 1000);
