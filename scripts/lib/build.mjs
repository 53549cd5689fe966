import { cpSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { inRoot, root } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { isFresh, stampOf, writeStamp } from "./stamp.mjs";

const inputs = ["src", "admin", "tsconfig.json", "tsconfig.build.json", "package-lock.json"];
const folders = ["src", "admin"];

/** Whether dist/ is built from these sources. */
export const isBuilt = () => isFresh(inRoot("dist/.stamp"), inputs);

/**
 * Builds dist/. The types are checked by `npm run check`, not here, so that a start is quick. The new build is made
 * beside the old one and takes its place in one move: a server that runs never meets half a build.
 */
export async function build() {
  const stamp = stampOf(inputs);
  clearLeftovers();
  const draft = inRoot(`dist.new-${process.pid}`);
  const failure = "The sources could not be built; correct what is named above, then start again.";
  const args = ["-p", inRoot("tsconfig.build.json"), "--outDir", draft, "--noCheck"];
  await runNode(inRoot("node_modules/typescript/bin/tsc"), args, { failure });
  for (const folder of folders) copyOthers(inRoot(folder), join(draft, folder));
  writeStamp(join(draft, ".stamp"), stamp);
  swap(draft);
}

function swap(draft) {
  const old = inRoot(`dist.old-${process.pid}`);
  if (statSync(inRoot("dist"), { throwIfNoEntry: false })) renameSync(inRoot("dist"), old);
  renameSync(draft, inRoot("dist"));
  rmSync(old, { recursive: true, force: true });
}

// What the compiler does not carry over: word lists, queries, pages.
function copyOthers(from, to) {
  if (!statSync(from, { throwIfNoEntry: false })) return;
  const filter = (path) => statSync(path).isDirectory() || !/\.[cm]?tsx?$/.test(path);
  cpSync(from, to, { recursive: true, filter });
}

function clearLeftovers() {
  const leftovers = readdirSync(root).filter((name) => /^dist\.(new|old)-\d+$/.test(name));
  for (const name of leftovers) rmSync(join(root, name), { recursive: true, force: true });
}
