import { refuse, type PageFault } from "./types.ts";

/** The largest file read as a page, in bytes. */
const mostBytes = 1_000_000;

const magic: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], "It is UTF-16 text; save it as UTF-8."],
  [[0xfe, 0xff], "It is UTF-16 text; save it as UTF-8."],
  [[0x89, 0x50, 0x4e, 0x47], "It is a PNG picture; add it with 'desk media add'."],
  [[0xff, 0xd8, 0xff], "It is a JPEG picture; add it with 'desk media add'."],
  [[0x25, 0x50, 0x44, 0x46], "It is a PDF; save the page as plain text."],
  [[0x50, 0x4b, 0x03, 0x04], "It is a ZIP archive or an office document; save the page as plain text."],
  [[0x1f, 0x8b], "It is compressed; unpack it first."],
];

/** The text of a file, or why it is none. */
export type DecodedText = { readonly ok: true; readonly text: string } | PageFault;

/** Reads a file's bytes as UTF-8 text of at most 1 MB; says what a refused file is and on which line it fails. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  if (bytes.length > mostBytes) return refuse(1, "It is larger than 1 MB; a page of text is far smaller.");
  const known = magic.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return refuse(1, known[1]);
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return refuse(firstBadLine(bytes), "It is not UTF-8 text; if it is text, save it as UTF-8.");
  }
}

// A line feed byte is never part of a longer UTF-8 sequence, so each line stands for itself.
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (let start = 0, line = 1; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}
