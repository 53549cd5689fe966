import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** The forms an answer is kept in: as it is, and compressed. */
export const encodings = ["identity", "gzip", "br"] as const;

/** One of the forms an answer is kept in. */
export type Encoding = (typeof encodings)[number];

/** Smaller answers are not worth compressing, in bytes. */
export const WORTH_COMPRESSING = 1_024;

const compressors = {
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
} as const;

/** Compresses an answer, off the main thread. */
export const compress = (bytes: Buffer, encoding: Exclude<Encoding, "identity">): Promise<Buffer> =>
  compressors[encoding](bytes);

/** The form a client wants most of those we have, from its `Accept-Encoding` (RFC 9110, section 12.5.3). */
export function wantedEncoding(header: string): Encoding {
  const weights = new Map(header.split(",").map(weightOf));
  const other = weights.get("*") ?? 0;
  const br = weights.get("br") ?? other;
  const zip = weights.get("gzip") ?? weights.get("x-gzip") ?? other;
  const best = Math.max(br, zip);
  if (best <= 0 || (weights.get("identity") ?? 0) > best) return "identity";
  return br >= zip ? "br" : "gzip";
}

function weightOf(part: string): [name: string, weight: number] {
  const [name = "", ...parameters] = part.split(";");
  const weight = parameters.map((one) => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(one)?.[1]).find((one) => one !== undefined);
  return [name.trim().toLowerCase(), weight === undefined ? 1 : Number(weight)];
}
