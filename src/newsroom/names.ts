import { DatelineError, notFound } from "../kernel/errors/index.ts";
import { isId } from "../kernel/ids.ts";
import { nearest } from "./nearest.ts";

/** Something a name may have meant. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
}

/** A range of ids: all that begin with the same digits. */
export interface IdRange {
  readonly gte: string;
  readonly lte: string;
}

/** How one kind of thing is found by its names. Each look-up may give several; a handful is enough. */
export interface NameBook<T extends { readonly id: string }> {
  /** What the thing is called in a message, e.g. "section". */
  readonly noun: string;
  readonly byId: (id: string) => Promise<T | null>;
  readonly byIdRange: (range: IdRange) => Promise<readonly T[]>;
  /** Look-ups by slug, path or printed name, the surest first. */
  readonly byName: readonly ((name: string) => Promise<readonly T[]>)[];
  /** What the thing is called in a list of candidates. */
  readonly label: (thing: T) => string;
  /** Things whose names may resemble a mistyped one; the resolver ranks them. */
  readonly around?: (name: string) => Promise<readonly Candidate[]>;
}

/**
 * Finds the one thing a name means: its id, then slug, path or printed name, then the unique beginning of its id (8
 * digits or more). Throws AMBIGUOUS with `candidates`, or NOT_FOUND with the nearest ones where they are cheap to find.
 */
export async function findByName<T extends { readonly id: string }>(book: NameBook<T>, given: string): Promise<T> {
  const name = given.trim();
  for (const look of looks(book, name)) {
    const found = await look();
    if (found.length > 1) throw ambiguous(book, name, found);
    if (found[0] !== undefined) return found[0];
  }
  throw await missing(book, name);
}

/** All ids beginning with the given digits, or null when the text is no beginning of an id. */
export function idRange(beginning: string): IdRange | null {
  const digits = beginning.toLowerCase().replaceAll("-", "");
  if (!/^[0-9a-f]{8,32}$/.test(digits)) return null;
  return { gte: asId(digits.padEnd(32, "0")), lte: asId(digits.padEnd(32, "f")) };
}

function looks<T extends { readonly id: string }>(book: NameBook<T>, name: string): (() => Promise<readonly T[]>)[] {
  if (isId(name)) return [async () => [await book.byId(name.toLowerCase())].filter((thing) => thing !== null)];
  // Postgres stores no NUL: nothing can bear such a name.
  if (name === "" || name.includes("\0")) return [];
  const range = idRange(name);
  const byName = book.byName.map((look) => () => look(name));
  return range === null ? byName : [...byName, () => book.byIdRange(range)];
}

const asId = (digits: string): string =>
  [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");

function ambiguous<T extends { readonly id: string }>(
  { noun, label }: NameBook<T>,
  name: string,
  found: readonly T[],
): DatelineError {
  const candidates = found.map((thing) => ({ id: thing.id, name: label(thing) }));
  return new DatelineError("AMBIGUOUS", {
    says: `"${name}" fits more than one ${noun}.`,
    fix: `Use one of: ${candidates.map((one) => `${one.name} (${one.id})`).join(", ")}.`,
    details: { noun, name, candidates },
  });
}

async function missing<T extends { readonly id: string }>(book: NameBook<T>, name: string): Promise<DatelineError> {
  const plain = notFound(book.noun, name);
  if (book.around === undefined || isId(name) || name === "" || name.includes("\0")) return plain;
  const candidates = nearest(name, await book.around(name));
  if (candidates.length === 0) return plain;
  return new DatelineError("NOT_FOUND", {
    says: plain.message,
    fix: `Did you mean ${candidates.map((one) => `"${one.name}"`).join(" or ")}?`,
    details: { noun: book.noun, name, candidates },
  });
}
