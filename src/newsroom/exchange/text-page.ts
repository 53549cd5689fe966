import { createHash } from "node:crypto";
import { decodeUtf8, parseTextPage, type PageFault, type TextPage } from "../../domain/page/index.ts";
import { DatelineError } from "../../kernel/errors/index.ts";

/** A page as it was read, and the hash that knows it again. */
export interface ReadPage {
  readonly page: TextPage;
  readonly hash: string;
}

/** Reads a file's text or bytes as a page. Throws NOT_A_PAGE with the reason and the line. */
export function readPage(file: string | Uint8Array, fileName: string | undefined): ReadPage {
  const decoded = typeof file === "string" ? ({ ok: true, text: file } as const) : decodeUtf8(file);
  if (!decoded.ok) throw notAPage(decoded, fileName);
  const parsed = parseTextPage(decoded.text);
  if (!parsed.ok) throw notAPage(parsed, fileName);
  return { page: parsed.page, hash: hashOf(decoded.text) };
}

/** The refusal of a file that is no page. */
export function notAPage(
  { line, reason }: Omit<PageFault, "ok">,
  fileName: string | undefined,
  fix?: string,
): DatelineError {
  const place = fileName === undefined ? `Line ${line}` : `${fileName}, line ${line}`;
  return new DatelineError("NOT_A_PAGE", {
    says: `${place}: ${reason}`,
    ...(fix === undefined ? {} : { fix }),
    details: { line, reason, ...(fileName === undefined ? {} : { file: fileName }) },
  });
}

// Line ends, indentation, empty lines and normal form are layout, not content: the same page saved again is the same.
function hashOf(text: string): string {
  const words = text
    .replace(/^\uFEFF/u, "")
    .normalize("NFC")
    .split(/[\r\n\u0085\u2028\u2029]+/u)
    .map((line) => line.split(/\s+/u).filter(Boolean).join(" "))
    .filter(Boolean);
  return createHash("sha256").update(words.join("\n")).digest("hex");
}
