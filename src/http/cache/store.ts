import type { Alias, Entry } from "./entry.ts";

/** So many spellings of one question are known at most. */
const MOST_ALIASES = 16;
/** Room a spelling takes beside its letters, in bytes. */
const ALIAS_OVERHEAD = 64;

/** Keeps answers by their key and by their tags, within a number of bytes; those asked for longest ago make room. */
export class AnswerStore {
  readonly #most: number;
  /** In the order of use, oldest first. */
  readonly #byKey = new Map<string, Entry>();
  readonly #byTag = new Map<string, Set<Entry>>();
  #bytes = 0;

  /** `most` is in bytes. */
  constructor(most: number) {
    this.#most = most;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#byKey.size;
  }

  get(key: string): Entry | undefined {
    return this.#byKey.get(key);
  }

  /** Keeps an answer in place of an older one; not one that would take a quarter of all room. */
  put(entry: Entry): void {
    const older = this.#byKey.get(entry.question.key);
    const spellings = older?.aliases.slice() ?? [];
    if (older !== undefined) this.remove(older);
    if (entry.size > this.#most / 4) return;
    entry.kept = true;
    if (older?.dressed) entry.dress(older.dressed);
    this.#byKey.set(entry.question.key, entry);
    this.#bytes += entry.size;
    for (const tag of entry.origin.tags) {
      const tagged = this.#byTag.get(tag);
      if (tagged === undefined) this.#byTag.set(tag, new Set([entry]));
      else tagged.add(entry);
    }
    for (const alias of spellings) this.alias(entry, alias);
    this.#makeRoom();
  }

  /** Says that an answer was asked for. */
  touch(entry: Entry): void {
    if (!this.#byKey.delete(entry.question.key)) return;
    this.#byKey.set(entry.question.key, entry);
  }

  /** Says that a kept answer takes more bytes than before. */
  grow(entry: Entry, bytes: number): void {
    if (!entry.kept) return;
    entry.size += bytes;
    this.#bytes += bytes;
    this.#makeRoom();
  }

  /** Lets an answer be found by a spelling of its question. */
  alias(entry: Entry, alias: Alias): void {
    if (!entry.kept || alias.seen.get(alias.spelling) === entry) return;
    const first = entry.aliases.length >= MOST_ALIASES ? entry.aliases.shift() : undefined;
    if (first !== undefined) this.#forget(entry, first);
    entry.aliases.push(alias);
    alias.seen.set(alias.spelling, entry);
    this.grow(entry, alias.spelling.length + ALIAS_OVERHEAD);
  }

  /** Drops every answer with one of the tags; tells how many. */
  drop(tags: Iterable<string>): number {
    let dropped = 0;
    for (const tag of tags) {
      if (tag === "*") return dropped + this.clear();
      for (const entry of this.#byTag.get(tag) ?? []) {
        this.remove(entry);
        dropped += 1;
      }
    }
    return dropped;
  }

  /** Drops everything; tells how many. */
  clear(): number {
    const dropped = this.#byKey.size;
    for (const entry of this.#byKey.values()) this.remove(entry);
    return dropped;
  }

  remove(entry: Entry): void {
    if (!entry.kept) return;
    entry.kept = false;
    this.#byKey.delete(entry.question.key);
    this.#bytes -= entry.size;
    for (const { seen, spelling } of entry.aliases) if (seen.get(spelling) === entry) seen.delete(spelling);
    for (const tag of entry.origin.tags) {
      const tagged = this.#byTag.get(tag);
      tagged?.delete(entry);
      if (tagged?.size === 0) this.#byTag.delete(tag);
    }
  }

  #forget(entry: Entry, { seen, spelling }: Alias): void {
    if (seen.get(spelling) === entry) seen.delete(spelling);
    entry.size -= spelling.length + ALIAS_OVERHEAD;
    this.#bytes -= spelling.length + ALIAS_OVERHEAD;
  }

  #makeRoom(): void {
    for (const entry of this.#byKey.values()) {
      if (this.#bytes <= this.#most) return;
      this.remove(entry);
    }
  }
}
