import "./lib/node-version.mjs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { runScript } = await import("./lib/failure.mjs");

// The same as `desk sample`, under the name people look for beside start, test and reset.
await runScript(async () => {
  await bootstrap();
  process.argv.splice(2, 0, "sample");
  await import("../dist/admin/desk.js");
});
