import { spawn } from "node:child_process";
import { inBench } from "../paths.mjs";
import { Unsound } from "../tell.mjs";

/**
 * Asks a server in a closed loop, with so many connections, for so many seconds: the lines of a file in turn.
 * Throws Unsound when anything but good answers came.
 */
export async function load({
  url,
  lines,
  seconds,
  connections,
  cores,
  look = false,
  asAddress = false,
  tag,
  first = 0,
}) {
  const address = url.replace(/\/graphql$/, "");
  const args = ["-t1", `-c${connections}`, `-d${Math.max(1, Math.round(seconds))}s`, "--timeout", "20s"];
  const output = await run("taskset", ["-c", cores, "wrk", ...args, "-s", inBench("load/wrk.lua"), address], {
    LINES: lines,
    FIRST: String(first),
    ...(look ? { LOOK: "1" } : {}),
    ...(asAddress ? { AS_ADDRESS: "1" } : {}),
    ...(tag === undefined ? {} : { KNOWN_TAG: tag }),
  });
  const found = /FIGURES (.*)/.exec(output);
  if (found === null) throw new Unsound(`wrk failed: ${output.slice(-300)}`);
  const figures = JSON.parse(found[1]);
  if (figures.bad + figures.broken + figures.refused > 0 || figures.requests === 0)
    throw new Unsound(`${url} gave bad answers: ${found[1]} ${/SAMPLE (.*)/.exec(output)?.[1] ?? ""}`);
  return { ...figures, rps: figures.requests / (figures.us / 1e6), p50: figures.p50 / 1e3, p99: figures.p99 / 1e3 };
}

function run(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", () => resolve(output));
  });
}
