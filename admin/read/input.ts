import { createReadStream } from "node:fs";
import { DatelineError } from "../../src/kernel/errors/index.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "we may not read it",
};

/** The text of a file, or of standard input for "-". Throws BAD_USAGE with the reason, INVALID_INPUT when it is not UTF-8. */
export async function textFrom(name: string): Promise<string> {
  return decoded(name, await bytesFrom(name));
}

const MOST = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for "-". Throws BAD_USAGE with the reason, also for one without an end. */
export async function bytesFrom(name: string): Promise<Buffer> {
  try {
    return await allOf(name === "-" ? process.stdin : createReadStream(name));
  } catch (cause) {
    const { code = "", message } = cause as NodeJS.ErrnoException;
    const says = `The file "${name}" cannot be read: ${reasons[code] ?? message}.`;
    throw new DatelineError("BAD_USAGE", { says, fix: "Check the name.", cause });
  }
}

// No door takes more than this; reading on would only fill the memory.
async function allOf(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (size > MOST) throw new Error("it is larger than 64 MB");
  }
  return Buffer.concat(chunks);
}

function decoded(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const says = `The file "${name}" is not text in UTF-8.`;
    throw new DatelineError("INVALID_INPUT", { says, fix: "Save it as UTF-8 and try again.", cause });
  }
}
