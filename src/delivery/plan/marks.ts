import type { Json } from "./json.ts";

const sign = { quote: 34, comma: 44, space: 32, slash: 92, open: 91, close: 93, brace: 123, endBrace: 125 } as const;

/** Blanks, tabs and ends of lines; no value begins with a sign that stands before the blank. */
const isBlank = (char: number): boolean => char <= sign.space;

/** A value takes three numbers: where it begins, where it ends, and where its own items are marked, -1 where it has none. */
const WIDE = 3;

/** Where the values of a text stand, arrays within arrays. An array is named by the place its items are marked at. */
export class Marks {
  /** The array that is the whole text. */
  readonly root: number;
  readonly #text: string;
  /** For each array the number of its items, then each of these. */
  readonly #numbers: Int32Array;

  constructor(text: string, numbers: Int32Array, root: number) {
    this.#text = text;
    this.#numbers = numbers;
    this.root = root;
  }

  /** How many items an array has. */
  sizeOf(array: number): number {
    return this.#numbers[array] ?? 0;
  }

  /** The text of an item of an array. Throws for one it has not. */
  textAt(array: number, item: number): Json {
    const mark = this.#markOf(array, item);
    return this.#text.slice(this.#numbers[mark], this.#numbers[mark + 1]) as Json;
  }

  /** The array that an item of an array is; -1 where it is something else. Throws for one it has not. */
  arrayAt(array: number, item: number): number {
    return this.#numbers[this.#markOf(array, item) + 2] ?? -1;
  }

  #markOf(array: number, item: number): number {
    if (item < 0 || item >= this.sizeOf(array)) throw new Error("There is no such cell.");
    return array + 1 + item * WIDE;
  }
}

/**
 * Marks where the values of a JSON array stand; objects are passed over whole. The text is one that Postgres has read
 * or written, and is not checked for being JSON (RFC 8259). Throws for one that is no array or ends too early.
 */
export function marksOf(text: string): Marks {
  return new Marking(text).marks();
}

/** Room for numbers, taken by one marking after the other: none ever waits with its numbers in it. */
const rooms: Record<"items" | "done", Int32Array> = { items: new Int32Array(4_096), done: new Int32Array(4_096) };

/** Wider rooms are not kept: few answers are that large. */
const MOST_KEPT = 1 << 18;

function narrow(): void {
  for (const room of ["items", "done"] as const)
    if (rooms[room].length > MOST_KEPT) rooms[room] = new Int32Array(MOST_KEPT);
}

function widened(room: keyof typeof rooms): Int32Array {
  const wider = new Int32Array(rooms[room].length * 2);
  wider.set(rooms[room]);
  rooms[room] = wider;
  return wider;
}

class Marking {
  readonly #text: string;
  /** Of each array that is open: where it begins, and where its items do among those that wait for its end. */
  readonly #open: number[] = [];
  #items: Int32Array = rooms.items;
  #done: Int32Array = rooms.done;
  #waiting = 0;
  #written = 0;

  constructor(text: string) {
    this.#text = text;
  }

  marks(): Marks {
    if (charAt(this.#text, 0) !== sign.open) throw new Error("JSON text is no array.");
    let at = 0;
    do at = this.#step(at);
    while (this.#open.length > 0);
    const root = this.#items[WIDE - 1] ?? 0;
    const numbers = this.#done.slice(0, this.#written);
    narrow();
    return new Marks(this.#text, numbers, root);
  }

  #step(at: number): number {
    const char = charAt(this.#text, at);
    if (char === sign.comma || isBlank(char)) return at + 1;
    if (char === sign.open) {
      this.#open.push(at, this.#waiting);
      return at + 1;
    }
    const end = char === sign.close ? at + 1 : endOf(this.#text, at, char);
    if (char === sign.close) this.#close(end);
    else this.#add(at, end, -1);
    return end;
  }

  #add(from: number, to: number, array: number): void {
    if (this.#waiting + WIDE > this.#items.length) this.#items = widened("items");
    this.#items[this.#waiting] = from;
    this.#items[this.#waiting + 1] = to;
    this.#items[this.#waiting + 2] = array;
    this.#waiting += WIDE;
  }

  #close(end: number): void {
    const [first = 0, begin = 0] = [this.#open.pop(), this.#open.pop()];
    const array = this.#written;
    while (array + 1 + this.#waiting - first > this.#done.length) this.#done = widened("done");
    this.#done[array] = (this.#waiting - first) / WIDE;
    for (let n = first; n < this.#waiting; n += 1) this.#done[array + 1 + n - first] = this.#items[n] ?? 0;
    this.#written = array + 1 + this.#waiting - first;
    this.#waiting = first;
    this.#add(begin, end, array);
  }
}

function charAt(text: string, at: number): number {
  if (at >= text.length) throw new Error("JSON text ends too early.");
  return text.charCodeAt(at);
}

function endOf(text: string, at: number, char: number): number {
  if (char === sign.quote) return endOfText(text, at);
  return char === sign.brace ? endOfObject(text, at) : endOfWord(text, at);
}

// A quote ends a text unless it is escaped: by a backslash that is not escaped itself.
function endOfText(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); ; end = text.indexOf('"', end + 1)) {
    if (end < 0) throw new Error("JSON text ends too early.");
    let before = end - 1;
    while (text.charCodeAt(before) === sign.slash) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
}

function endOfObject(text: string, from: number): number {
  let depth = 0;
  for (let at = from; ;) {
    const char = charAt(text, at);
    if (char === sign.brace) depth += 1;
    if (char === sign.endBrace) depth -= 1;
    at = char === sign.quote ? endOfText(text, at) : at + 1;
    if (depth === 0) return at;
  }
}

const endsWord = (char: number): boolean => char === sign.comma || char === sign.close || isBlank(char);

/** A number or word ends where its array goes on or ends. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (!endsWord(charAt(text, at))) at += 1;
  return at;
}
