import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runNode } from "../../scripts/lib/run.mjs";
import { inBench } from "../paths.mjs";
import { tell } from "../tell.mjs";
import { connections } from "./index.mjs";
import { startServer } from "./start.mjs";

/** PostGraphile 5 asks for this Node. */
const newerNode = 24;

/** The peers by name: how each is started in the folder it was installed in. */
const peers = {
  postgraphile: { command: (folder) => [nodeFor(folder), join(folder, "server.mjs")], extra: newerNodePackage },
  textbook: {
    command: (folder) => [process.execPath, join(folder, "dist/server.js")],
    extra: () => [],
    build: buildTextbook,
  },
};

/** Starts a peer on the flat copy of the corpus; the first time it is installed into the work folder, never into ours. */
export async function startPeer({ name, database, work, ...where }) {
  const folder = await installed(name, work);
  const env = { DATABASE_URL: database, CONNECTIONS: String(connections) };
  return startServer({ name, command: peers[name].command(folder), cwd: folder, env, work, ...where });
}

/** The versions a peer was installed in. */
export const peerVersions = (name) =>
  JSON.parse(readFileSync(inBench("peers", name, "package.json"), "utf8")).dependencies;

async function installed(name, work) {
  const folder = join(work, "peers", name);
  const source = inBench("peers", name);
  const mark = markOf(source);
  const stamp = join(folder, ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === mark) return folder;
  tell(`installing ${name} into ${folder}; this is done once`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(source, folder, { recursive: true });
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...peers[name].extra()];
  await run("npm", ["--prefix", folder, ...args], {
    failure: `${name} could not be installed; --peers none leaves the peers out.`,
  });
  await peers[name].build?.(folder);
  writeFileSync(stamp, mark);
  return folder;
}

function markOf(folder) {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

const isNew = () => Number(process.versions.node.split(".")[0]) >= newerNode;

function newerNodePackage() {
  return isNew() ? [] : [`node-linux-${process.arch}@${newerNode}`];
}

const nodeFor = (folder) =>
  isNew() ? process.execPath : join(folder, `node_modules/node-linux-${process.arch}/bin/node`);

async function buildTextbook(folder) {
  const prisma = join(folder, "node_modules/prisma/build/index.js");
  // Generating needs no engine, but Prisma insists on having one; any program satisfies it.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
  const failure = "The textbook peer's Prisma client could not be generated.";
  await runNode(prisma, ["generate", "--no-hints", "--schema", join(folder, "schema.prisma")], { env, failure });
  const { transformFileSync } = (await import("@swc/core")).default;
  const sources = readdirSync(folder, { recursive: true }).filter((path) => /^(generated\/.*|[a-z]+)\.ts$/.test(path));
  for (const path of sources) {
    const target = join(folder, "dist", path.replace(/\.ts$/, ".js"));
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, transformFileSync(join(folder, path), compiler).code);
  }
}

const compiler = {
  swcrc: false,
  module: { type: "es6" },
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: { legacyDecorator: true, useDefineForClassFields: false, verbatimModuleSyntax: true },
  },
};
