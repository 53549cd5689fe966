import { build, isBuilt } from "./build.mjs";
import { generate, isGenerated } from "./generate.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";
import { inRoot } from "./paths.mjs";
import { step } from "./progress.mjs";

/** What stands between a fresh clone and a program that runs, in order. */
const steps = [
  { title: "Installing the packages", done: isInstalled, make: install },
  { title: "Generating the Prisma client", done: isGenerated, make: generate },
  { title: "Building", done: isBuilt, make: build },
];

/** Makes whatever is missing or out of date, and says nothing when all is in place. Safe with two starts at once. */
export async function bootstrap() {
  if (steps.every(({ done }) => done())) return;
  await withLock(inRoot(".cache/bootstrap.lock"), tellWaiting, async () => {
    for (const { title, done, make } of steps) if (!done()) await step(title, make);
  });
}

function tellWaiting() {
  process.stderr.write("Another start is preparing this checkout; waiting for it ...\n");
}
