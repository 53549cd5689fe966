import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openFolder } from "../paths.mjs";
import { Unsound } from "../tell.mjs";

const patience = 90_000;
const running = new Set();

process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
// Without a handler of ours a signal would end us without that.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));

/** Starts a server on some cores and waits until it answers `probe` (a body to POST to its /graphql) without errors. */
export async function startServer({ name, command, env, cores, cwd, work, probe }) {
  const port = await freePort();
  const log = join(openFolder(join(work, "logs")), `${name}.log`);
  const handle = openSync(log, "w");
  const child = spawn("taskset", ["-c", cores, ...command], {
    cwd,
    env: { ...process.env, NODE_ENV: "production", ...env, PORT: String(port) },
    stdio: ["ignore", handle, handle],
  });
  closeSync(handle);
  running.add(child);
  const ended = new Promise((resolve) => child.once("close", resolve));
  const url = `http://127.0.0.1:${port}/graphql`;
  const server = { name, url, pid: child.pid, stop: () => stop(child, ended) };
  const said = await answers(url, probe, child);
  if (said === null) return server;
  await server.stop();
  throw new Unsound(`${name} did not come up (${said}): ${readFileSync(log, "utf8").slice(-500)}`);
}

async function stop(child, ended) {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
  running.delete(child);
}

async function answers(url, probe, child) {
  let last = "no answer";
  for (const until = Date.now() + patience; Date.now() < until && child.exitCode === null; await sleep(200)) {
    try {
      const response = await post(url, probe);
      const text = await response.text();
      if (response.status === 200 && text.startsWith('{"data"')) return null;
      last = `${response.status} ${text.slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
  }
  return last;
}

/** Sends a body as the clients of the benchmark do. */
export const post = (url, body) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body });

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
