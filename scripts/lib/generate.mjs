import { inRoot } from "./paths.mjs";
import { runNode } from "./run.mjs";
import { isFresh, stampOf, writeStamp } from "./stamp.mjs";

const stampFile = inRoot("src/database/generated/.stamp");
const inputs = ["prisma/schema", "prisma.config.ts", "package-lock.json"];

/** Whether the Prisma client is the one of this schema. */
export const isGenerated = () => isFresh(stampFile, inputs);

/** Generates the Prisma client from prisma/schema. */
export async function generate() {
  const stamp = stampOf(inputs);
  // Generating needs no engine, but Prisma insists on having one and would download it; any program satisfies it.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  const failure = "The Prisma client could not be generated; correct prisma/schema as the message above says.";
  await runNode(inRoot("node_modules/prisma/build/index.js"), ["generate", "--no-hints"], { env, failure });
  writeStamp(stampFile, stamp);
}
