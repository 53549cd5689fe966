/** A thing as a global id names it: its type and its own id. */
export interface GlobalId {
  readonly type: string;
  readonly id: string;
}

const shape = /^(?<type>[A-Z][A-Za-z]{0,40}):(?<id>\S{1,300})$/;

/** The opaque id of a thing, unique among all types (Relay's global object identification). */
export const globalId = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString("base64url");

/** What a global id names; null for any text that is not exactly one. */
export function parseGlobalId(text: string): GlobalId | null {
  const { type, id } = shape.exec(Buffer.from(text, "base64url").toString("utf8"))?.groups ?? {};
  if (type === undefined || id === undefined || globalId(type, id) !== text) return null;
  return { type, id };
}

/** The id inside a global id of that type; a bare id comes back as it is. Null for the id of another type. */
export function idOfType(type: string, text: string): string | null {
  const parsed = parseGlobalId(text);
  if (parsed === null) return text;
  return parsed.type === type ? parsed.id : null;
}
