import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.mjs";

/**
 * Whether what was made from the inputs is still right. Times and sizes answer at once; only when those differ are
 * the contents compared. The stamp lies inside what was made, so removing that removes the stamp as well.
 */
export function isFresh(stampFile, inputs) {
  const stamp = readStamp(stampFile);
  if (!stamp) return false;
  const files = inputs.flatMap(listFiles).sort();
  const quick = quickHash(files);
  if (stamp.quick === quick) return true;
  if (stamp.content !== contentHash(files)) return false;
  tryWrite(stampFile, { quick, content: stamp.content });
  return true;
}

/** What to write once the work is done; taken before it, so that a change made meanwhile counts as new. */
export function stampOf(inputs) {
  const files = inputs.flatMap(listFiles).sort();
  return { quick: quickHash(files), content: contentHash(files) };
}

/** Writes the stamp. */
export function writeStamp(stampFile, stamp) {
  writeFileSync(stampFile, JSON.stringify(stamp));
}

function readStamp(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

// A checkout that we may only read is no obstacle: then the contents are compared each time.
function tryWrite(path, stamp) {
  try {
    writeStamp(path, stamp);
  } catch {
    return;
  }
}

function listFiles(input) {
  const path = join(root, input);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [input];
  return readdirSync(path).flatMap((name) => (name.startsWith(".") ? [] : listFiles(join(input, name))));
}

function quickHash(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest("hex");
}

function contentHash(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\n");
  return hash.digest("hex");
}
