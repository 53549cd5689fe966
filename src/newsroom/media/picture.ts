import { createHash, randomBytes } from "node:crypto";
import { DatelineError } from "../../kernel/errors/index.ts";

/** What we know of a picture from its bytes. Width and height are pixels as it is looked at, turned as it says. */
export interface PictureFacts {
  readonly sha256: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** The name the file is kept under: one that not even somebody with the same picture can guess. */
  readonly storageKey: string;
}

const MEGABYTE = 1024 * 1024;
const mostBytes = 20 * MEGABYTE;
const mostPixels = 50_000_000;
const endings: Readonly<Record<string, string>> = { "image/png": "png", "image/jpeg": "jpg" };

/** Reads a PNG or JPEG, known by its content whatever it was called. Throws UNSUPPORTED_FILE with the reason. */
export async function readPicture(file: Uint8Array): Promise<PictureFacts> {
  if (file.byteLength > mostBytes) throw refused("The file is larger than 20 MB.", "Send a smaller one.");
  const { fileTypeFromBuffer } = await import("file-type");
  const mime = (await fileTypeFromBuffer(file))?.mime ?? "";
  const ending = endings[mime];
  if (ending === undefined) throw refused(mime === "" ? "The file is of no known kind." : `The file is ${mime}.`);
  const { width, height } = await decoded(file);
  const sha256 = createHash("sha256").update(file).digest("hex");
  return {
    sha256,
    mime,
    bytes: file.byteLength,
    width,
    height,
    storageKey: `${randomBytes(32).toString("hex")}.${ending}`,
  };
}

async function decoded(file: Uint8Array): Promise<{ width: number; height: number }> {
  // Read only when a picture comes: most acts at the desk have none and need not wait for the decoder.
  const { default: sharp } = await import("sharp");
  const size = await orBroken(sharp(file, { limitInputPixels: false }).metadata());
  const { width, height } = size.autoOrient;
  if (width * height > mostPixels) throw refused("The picture has more than 50 megapixels.", "Send a smaller one.");
  // Only a whole decode proves that nothing is missing at the end.
  await orBroken(sharp(file, { limitInputPixels: mostPixels, failOn: "error" }).resize(8, 8).raw().toBuffer());
  return { width, height };
}

async function orBroken<T>(decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch {
    throw refused("The picture is damaged: it cannot be decoded.", "Export it again and send the new file.");
  }
}

const refused = (says: string, fix?: string): DatelineError =>
  new DatelineError("UNSUPPORTED_FILE", fix === undefined ? { says } : { says, fix });
