import { spawn } from "node:child_process";
import { join } from "node:path";
import { rootFolder } from "../../src/kernel/host/index.ts";

/** How to run the desk command: against which database, as whom, with what on stdin. */
export interface DeskCall {
  readonly url?: string;
  readonly as?: string;
  readonly input?: string;
}

/** How it ended. */
export interface DeskRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const bin = join(rootFolder, "dist/admin/desk.js");

/** Runs the real, built desk command in a process of its own. */
export function runDesk(words: readonly string[], { url, as, input = "" }: DeskCall = {}): Promise<DeskRun> {
  const who = as === undefined ? [] : ["--as", as];
  // Nothing listens on port 9: a command that should need no database fails if it asks for one.
  const env = { ...process.env, DATABASE_URL: url ?? "postgresql://nobody@127.0.0.1:9/none" };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...words, ...who], { env });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
    child.once("error", reject).once("close", (code) => {
      resolve({ code, ...said });
    });
    child.stdin.end(input);
  });
}
