import { randomUUID } from "node:crypto";
import { v7, validate } from "uuid";

/** A new id: UUID version 7 (RFC 9562), so ids sort by the time they were made. */
export const newId = (): string => v7();

/** A new name for a request: any UUID, for requests are not kept in order, and every reply bears one. */
export const newRequestId = (): string => randomUUID();

/** True when the text is a UUID of any version. */
export const isId = (text: string): boolean => validate(text);
