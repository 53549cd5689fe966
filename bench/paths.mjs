import { chmodSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot } from "../scripts/lib/paths.mjs";

/** Where the benchmark keeps its database, its corpus and its peers: outside the checkout, kept between runs. */
export const defaultWorkFolder = join(tmpdir(), "dateline-bench");

/** Makes a folder that the account which runs Postgres may pass through. */
export function openFolder(path) {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
  return path;
}

/** A path inside bench/. */
export const inBench = (...parts) => inRoot("bench", ...parts);

/** Imports a built module of ours, e.g. ours("database/migrate/index.js"). */
export const ours = (module) => import(pathToFileURL(inRoot("dist/src", module)).href);
