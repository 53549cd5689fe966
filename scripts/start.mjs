import "./lib/node-version.mjs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { runScript } = await import("./lib/failure.mjs");

await runScript(async () => {
  await bootstrap();
  stopWithParent();
  await import("../dist/src/main.js");
});

// When npm is killed its child is left behind; a server nobody watches any more stops by itself.
function stopWithParent() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== "start") return;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 1000);
  timer.unref();
}
