import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFolder } from "../paths.mjs";

/** Writes what the load generator sends, a request a line, and answers with the file. */
export function linesFile(work, name, lines) {
  const path = join(openFolder(join(work, "lines")), `${name}.txt`);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}
