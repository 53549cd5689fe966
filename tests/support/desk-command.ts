import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { main } from "../../admin/run/main.ts";
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

// Nothing listens on port 9: a command that should need no database fails if it asks for one.
const nowhere = "postgresql://nobody@127.0.0.1:9/none";

const wordsOf = (words: readonly string[], { as }: DeskCall): string[] =>
  as === undefined ? [...words] : [...words, "--as", as];

/** Starts the real, built desk command in a process of its own: for what only a process has. */
export function startDesk(words: readonly string[], call: DeskCall = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [bin, ...wordsOf(words, call)], {
    env: { ...process.env, DATABASE_URL: call.url ?? nowhere },
  });
}

/** Runs the real, built desk command in a process of its own, to its end. */
export function spawnDesk(words: readonly string[], call: DeskCall = {}): Promise<DeskRun> {
  const child = startDesk(words, call);
  child.stdin.end(call.input ?? "");
  return endOf(child);
}

/** What a process said, and how it ended. */
export function endOf(child: ChildProcessWithoutNullStreams): Promise<DeskRun> {
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => {
      resolve({ code, ...said });
    });
  });
}

const turn: { over: Promise<unknown> } = { over: Promise.resolve() };

/**
 * Runs a whole command line of the desk, from its words to its exit code, on streams of its own but without a process:
 * starting one takes twenty times as long as most commands. Calls made at once run one after the other.
 */
export function runDesk(words: readonly string[], call: DeskCall = {}): Promise<DeskRun> {
  const run = turn.over.then(() => withStreams(call, () => main(wordsOf(words, call))));
  turn.over = run.catch(() => undefined);
  return run;
}

async function withStreams({ url, input = "" }: DeskCall, act: () => Promise<number>): Promise<DeskRun> {
  const [out, err] = [heard(), heard()];
  const restored = Object.getOwnPropertyDescriptors(process);
  const streams = { stdin: Readable.from([Buffer.from(input)]), stdout: out.stream, stderr: err.stream };
  for (const [name, value] of Object.entries(streams))
    Object.defineProperty(process, name, { value, configurable: true });
  const before = process.env["DATABASE_URL"];
  process.env["DATABASE_URL"] = url ?? nowhere;
  try {
    const code = await act();
    return { code, stdout: out.text(), stderr: err.text() };
  } finally {
    for (const name of ["stdin", "stdout", "stderr"] as const) Object.defineProperty(process, name, restored[name]);
    if (before === undefined) delete process.env["DATABASE_URL"];
    else process.env["DATABASE_URL"] = before;
  }
}

function heard() {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _encoding: BufferEncoding, done: () => void): void => {
    chunks.push(chunk);
    done();
  };
  return { stream: new Writable({ write }), text: () => Buffer.concat(chunks).toString("utf8") };
}
