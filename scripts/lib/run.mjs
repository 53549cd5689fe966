import { spawn } from "node:child_process";
import { Failure } from "./failure.mjs";
import { root } from "./paths.mjs";

const MOST_OUTPUT = 20_000;

/** Runs a program quietly; when it fails, throws a Failure with this line and what the program said. */
export function run(program, args, { env = {}, failure }) {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] };
    // Only npm.cmd on Windows needs a shell; none of our arguments holds a space there.
    const child = spawn(program, args, { ...options, shell: program.endsWith(".cmd") });
    let output = "";
    const keep = (chunk) => (output = (output + chunk).slice(-MOST_OUTPUT));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => reject(new Failure(failure, error.message)));
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(new Failure(failure, output))));
  });
}

/** Runs a JavaScript program of an installed package. */
export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);
