import { isId } from "../../kernel/ids.ts";

/** A thing named across types: what a global id stands for. */
export interface GlobalId {
  readonly type: string;
  readonly id: string;
}

/** The opaque id of a thing, unique across all types (Relay, Global Object Identification). */
export const toGlobalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString("base64url");

/** What an opaque id stands for, or null when it is none of ours. */
export function fromGlobalId(text: string): GlobalId | null {
  if (!/^[A-Za-z0-9_-]{40,120}$/.test(text)) return null;
  const [type = "", id = "", ...rest] = Buffer.from(text, "base64url").toString("utf8").split(":");
  const sound = rest.length === 0 && /^[A-Za-z]+$/.test(type) && isId(id) && toGlobalId(type, id) === text;
  return sound ? { type, id } : null;
}
