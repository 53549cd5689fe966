import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Failure } from "./failure.mjs";
import { inRoot, root } from "./paths.mjs";
import { isFresh, stampOf, writeStamp } from "./stamp.mjs";

const folders = ["src", "admin"];
const inputs = [...folders, "scripts/lib/build.mjs", "package-lock.json"];

/** The same compiler and settings as the tests use: what is tested is what runs. */
const options = {
  swcrc: false,
  sourceMaps: true,
  module: { type: "es6" },
  jsc: {
    target: "es2022",
    parser: { syntax: "typescript", decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: false,
      useDefineForClassFields: false,
      verbatimModuleSyntax: true,
    },
    keepClassNames: true,
    rewriteRelativeImportExtensions: true,
  },
};

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
  const { transformFile } = (await import("@swc/core")).default;
  await Promise.all(folders.flatMap(filesIn).map((file) => buildFile(transformFile, file, draft)));
  writeStamp(join(draft, ".stamp"), stamp);
  swap(draft);
}

async function buildFile(transformFile, file, draft) {
  const target = join(draft, file);
  mkdirSync(dirname(target), { recursive: true });
  // What is no source is carried over as it is: word lists, queries, pages.
  if (!file.endsWith(".ts")) return copyFileSync(inRoot(file), target);
  const script = target.replace(/\.ts$/, ".js");
  const { code, map } = await transformFile(inRoot(file), options).catch((error) => {
    throw new Failure(`${file} could not be built; correct what is named above, then start again.`, error.message);
  });
  writeFileSync(script, `${code}\n//# sourceMappingURL=${basename(script)}.map\n`);
  writeFileSync(`${script}.map`, withRelativeSource(map, file));
}

// The map is read where the file will lie once the draft has taken the place of dist/.
function withRelativeSource(map, file) {
  const source = relative(dirname(inRoot("dist", file)), inRoot(file));
  return JSON.stringify({ ...JSON.parse(map), sources: [source], sourcesContent: undefined });
}

function filesIn(folder) {
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function swap(draft) {
  const old = inRoot(`dist.old-${process.pid}`);
  if (statSync(inRoot("dist"), { throwIfNoEntry: false })) renameSync(inRoot("dist"), old);
  renameSync(draft, inRoot("dist"));
  rmSync(old, { recursive: true, force: true });
}

function clearLeftovers() {
  const leftovers = readdirSync(root).filter((name) => /^dist\.(new|old)-\d+$/.test(name));
  for (const name of leftovers) rmSync(join(root, name), { recursive: true, force: true });
}
