import "./lib/node-version.mjs";
import { readFileSync } from "node:fs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { runScript } = await import("./lib/failure.mjs");

await runScript(async () => {
  await bootstrap();
  stopWithParents();
  // Without it graphql looks at every value a second time, which takes a tenth of a request.
  process.env.NODE_ENV ??= "production";
  await import("../dist/src/main.js");
});

// When npm or its shell is killed their child is left behind; a server nobody watches any more stops by itself.
function stopWithParents() {
  if (process.env.npm_lifecycle_event !== "start") return;
  const before = parents().join();
  const timer = setInterval(() => {
    if (parents().join() === before) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 1000);
  timer.unref();
}

// Our parent is npm or the shell it runs us in; where the system tells, that shell's parent counts as well.
function parents() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    return [process.ppid, stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]];
  } catch {
    return [process.ppid];
  }
}
