import { jsonNull, type Json } from "./json.ts";
import { marksOf, type Marks } from "./marks.ts";

/** The same row where it stands in another place, with other words in some of its cells. */
interface Elsewhere {
  readonly place: string;
  readonly words: ReadonlyMap<number, Json>;
}

/**
 * A row as SQL gives it: cells by position. Nothing is made of a cell before it is asked for; what only goes on into an
 * answer is never more than a piece of the text it came in.
 */
export class Row {
  readonly #marks: Marks;
  readonly #array: number;
  readonly #elsewhere: Elsewhere | null;

  constructor(marks: Marks, array: number, elsewhere: Elsewhere | null = null) {
    this.#marks = marks;
    this.#array = array;
    this.#elsewhere = elsewhere;
  }

  /** The row that a JSON array is. */
  static of(text: string): Row {
    const marks = marksOf(text);
    return new Row(marks, marks.root);
  }

  /** Where it stands, when it was moved there. */
  get place(): string | null {
    return this.#elsewhere?.place ?? null;
  }

  /** The row as it stands in another place, with other words in some cells. */
  movedTo(place: string, words: ReadonlyMap<number, Json>): Row {
    return new Row(this.#marks, this.#array, { place, words });
  }

  /** What stands in a cell. */
  json(cell: number): Json {
    return this.#elsewhere?.words.get(cell) ?? this.#marks.textAt(this.#array, cell);
  }

  /** Whether nothing stands in a cell. */
  isNull(cell: number): boolean {
    return this.json(cell) === jsonNull;
  }

  /** The value of a cell. */
  value(cell: number): unknown {
    const json = this.json(cell);
    return json.startsWith('"') && !json.includes("\\") ? json.slice(1, -1) : JSON.parse(json);
  }

  /** The text in a cell that is never null. */
  text(cell: number): string {
    return this.value(cell) as string;
  }

  /** The text in a cell, or null. */
  textOrNull(cell: number): string | null {
    return this.isNull(cell) ? null : this.text(cell);
  }

  /** The row in a cell, or null. */
  row(cell: number): Row | null {
    const array = this.#marks.arrayAt(this.#array, cell);
    return array < 0 ? null : new Row(this.#marks, array);
  }

  /** How many rows a cell holds. */
  size(cell: number): number {
    return this.#marks.sizeOf(this.#marks.arrayAt(this.#array, cell));
  }

  /** The rows in a cell that holds a list of them. */
  rows(cell: number): readonly Row[] {
    const list = this.#marks.arrayAt(this.#array, cell);
    const found: Row[] = [];
    for (let n = 0; n < this.#marks.sizeOf(list); n += 1)
      found.push(new Row(this.#marks, this.#marks.arrayAt(list, n)));
    return found;
  }
}
