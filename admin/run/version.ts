import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rootFolder } from "../../src/kernel/host/index.ts";

/** The version of this Dateline, as its package says. */
export const version = (JSON.parse(readFileSync(join(rootFolder, "package.json"), "utf8")) as { version: string })
  .version;
