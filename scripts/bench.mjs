import "./lib/node-version.mjs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { runScript } = await import("./lib/failure.mjs");

await runScript(async () => {
  await bootstrap();
  const { bench } = await import("../bench/main.mjs");
  await bench(process.argv.slice(2));
});
