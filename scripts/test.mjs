import "./lib/node-version.mjs";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const { bootstrap } = await import("./lib/bootstrap.mjs");
const { runScript } = await import("./lib/failure.mjs");
const { inRoot, root } = await import("./lib/paths.mjs");

await runScript(async () => {
  await bootstrap();
  process.exitCode = await runJest(process.argv.slice(2));
});

function runJest(args) {
  const flags = ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning"];
  const jest = inRoot("node_modules/jest/bin/jest.js");
  const child = spawn(process.execPath, [...flags, jest, ...args], {
    cwd: root,
    env: ownEnvironment(),
    stdio: "inherit",
  });
  // Ctrl-C reaches the child as well; we stay to pass on how it ended.
  for (const name of ["SIGINT", "SIGTERM"]) process.on(name, () => child.kill(name));
  return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 130)));
}

// Tests see none of the settings of whoever runs them, neither the shell's nor those of .env: an empty variable
// counts as not set and keeps .env from setting it.
function ownEnvironment() {
  const names = [...readFileSync(inRoot(".env.example"), "utf8").matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name);
  return { ...process.env, ...Object.fromEntries(names.map((name) => [name, ""])) };
}
