import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe } from "@jest/globals";

const folder = join(import.meta.dirname, "../../../shared/data");

/** The path of a piece of third-party data kept beside the checkout (never in it), or null where it is not there. */
export function sharedData(name: string): string | null {
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}

/** Tests on third-party data: given its path, or skipped, and counted as skipped, where it is absent. */
export function describeWithShared(title: string, name: string, tests: (path: string) => void): void {
  const path = sharedData(name);
  if (path === null)
    describe.skip(`${title} (${name} is absent)`, () => {
      tests("");
    });
  else
    describe(title, () => {
      tests(path);
    });
}
