import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";

/** Where media files are kept, each under the name generated for it. */
export interface MediaFiles {
  /** Keeps a file under its key, whole or not at all. The same key again is the same file. */
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** The path of the file under a key; null for what cannot be a key of ours, such as a path that leads elsewhere. */
  locate(key: string): string | null;
}

const keyShape = /^[0-9a-f]{64}\.(?:png|jpg)$/;

/** The media files of a data folder, in its folder "media", which is made when the first file comes. */
export function mediaStore(dataFolder: string): MediaFiles {
  const folder = join(dataFolder, "media");
  return {
    write: async (key, bytes) => {
      if (existsSync(join(folder, key))) return;
      // Names nobody can guess keep a draft's pictures; so nobody else on the machine may list them.
      await mkdir(folder, { recursive: true, mode: 0o711 });
      const unfinished = join(folder, `.${key}.${randomUUID()}`);
      await writeThrough(unfinished, bytes);
      await rename(unfinished, join(folder, key));
    },
    locate: (key) => (keyShape.test(key) ? join(folder, key) : null),
  };
}

/** Keeps nothing: for a rehearsal, in which every rule is checked and nothing stays. */
export const nowhere: MediaFiles = { write: () => Promise.resolve(), locate: () => null };

// The row that names the file is written after it; a crash in between must not leave a name without its bytes.
async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
