import { v7, validate } from "uuid";

/** A new id: UUID version 7 (RFC 9562), so ids sort by the time they were made. */
export const newId = (): string => v7();

/** True when the text is a UUID of any version. */
export const isId = (text: string): boolean => validate(text);
