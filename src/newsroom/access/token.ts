import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new key: what its bearer keeps, and what we keep of it. */
export interface NewKey {
  readonly token: string;
  readonly keyPrefix: string;
  readonly keyHash: string;
}

const shape = /^(dl_[0-9a-f]{10})_[A-Za-z0-9_-]{43}$/;

/** Makes a key: a public beginning to know it by, and 256 random bits. Only its SHA-256 is to be kept. */
export function newKey(): NewKey {
  const keyPrefix = `dl_${randomBytes(5).toString("hex")}`;
  const token = `${keyPrefix}_${randomBytes(32).toString("base64url")}`;
  return { token, keyPrefix, keyHash: hashOf(token) };
}

/** The public beginning of a key, or null for what cannot be one of ours. */
export const prefixOf = (token: string): string | null => shape.exec(token)?.[1] ?? null;

/** Whether a key is the one a hash was made of; takes as long when it is not. */
export const proves = (token: string, keyHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(token), "hex"), Buffer.from(keyHash, "hex"));

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
