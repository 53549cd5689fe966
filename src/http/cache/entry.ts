import { unshared } from "./lifetime.ts";
import { compress, encodings, WORTH_COMPRESSING, type Encoding } from "./encodings.ts";
import { entityTag, fingerprint } from "./entity-tag.ts";
import { prepareReply, prepareUnchanged, type PreparedReply } from "./prepared-response.ts";
import type { Question } from "./question.ts";
import { tagHeaders } from "./tag-headers.ts";

/** Room a kept answer takes beside its bytes: objects, maps, prepared headers. */
const OVERHEAD = 2_048;
/** Room a tag takes beside its letters: its place in the index. */
const TAG_OVERHEAD = 96;

/** What replies with an answer bear, whatever the hour. */
export interface Dress {
  /** The content type. */
  readonly type: string;
  /** Names and values of the other headers, in turn. */
  readonly others: readonly string[];
}

/** One form of an answer. */
export interface Form {
  readonly etag: string;
  /** The reply with the bytes; still without `x-request-id` and `cache-control`. */
  readonly whole: PreparedReply;
}

/** A spelling of a request, in the map where it is looked up. */
export interface Alias {
  readonly seen: Map<string, Entry>;
  readonly spelling: string;
}

/** What an answer is made of and how long it may live; see Provenance. */
export interface Origin {
  readonly tags: readonly string[];
  /** The earliest moment it shows, by the database's clock. */
  readonly at: number;
  /** When it began to be computed, in milliseconds of `performance.now()`. */
  readonly startedAt: number;
  /** Seconds. */
  readonly maxAge: number;
}

/** A kept answer: finished bytes, and what is needed to let go of them in time. */
export class Entry {
  readonly question: Question;
  readonly origin: Origin;
  readonly forms: Partial<Record<Encoding, Form>> = {};
  readonly aliases: Alias[] = [];
  /** The validators of all forms, made or not. */
  readonly etags: readonly string[];
  /** Bytes of memory it is counted with. */
  size: number;
  /** False once it was dropped, or made room. */
  kept = false;
  refreshing = false;

  // Worked out anew when one of them no longer holds.
  renderedUntil = 0;
  epoch = -1;
  stale = false;

  /** Once it is dressed, a part of the reply it is sent in. */
  #body: Buffer;
  readonly #tagHeaders: readonly string[] | null;
  /** Bytes of these, once. */
  readonly #told: number;
  readonly #wanted = new Set<Encoding>();
  #dress: Dress | null = null;
  #unchanged: PreparedReply | null = null;
  #cacheControl = unshared;

  constructor(question: Question, origin: Origin, body: Buffer) {
    this.question = question;
    this.origin = origin;
    this.#body = body;
    const print = fingerprint(body);
    this.etags = encodings.map((encoding) => entityTag(print, encoding));
    this.#tagHeaders = tagHeaders(origin.tags);
    const tags = origin.tags.reduce((sum, tag) => sum + tag.length + TAG_OVERHEAD, 0);
    this.#told = (this.#tagHeaders ?? []).reduce((sum, one) => sum + one.length, 0);
    // The headers of tags stand alone, and written out in two replies.
    this.size = OVERHEAD + body.length + tags + this.#told * 3 + question.size;
  }

  /** The headers it has put on; null before. */
  get dressed(): Dress | null {
    return this.#dress;
  }

  /** Puts on what every reply with this answer bears. */
  dress(dress: Dress): void {
    this.#dress = dress;
    this.#unchanged = prepareUnchanged([...dress.others, ...(this.#tagHeaders ?? [])]);
    const form = this.#form(this.#body, "identity");
    this.forms.identity = form;
    this.#body = form.whole.rest?.subarray(form.whole.bodyAt) ?? this.#body;
  }

  /** The reply that the client has a form of it (304); still without `x-request-id`, `cache-control` and `etag`. */
  get unchanged(): PreparedReply {
    if (this.#unchanged === null) throw new Error("An answer is sent once it is dressed.");
    return this.#unchanged;
  }

  /** For how long others may keep it: the value of `Cache-Control`. */
  get cacheControl(): string {
    return this.#cacheControl;
  }

  /** Says for how long others may keep the answer; nobody may whose tags fit no header. */
  promise(cacheControl: string): void {
    this.#cacheControl = this.#tagHeaders === null ? unshared : cacheControl;
  }

  /** Makes a form the first time it is wanted; tells the bytes it takes, 0 when there is nothing to gain. */
  async encode(encoding: Exclude<Encoding, "identity">): Promise<number> {
    if (this.#body.length < WORTH_COMPRESSING || this.#wanted.has(encoding)) return 0;
    this.#wanted.add(encoding);
    const bytes = await compress(this.#body, encoding);
    if (bytes.length >= this.#body.length) return 0;
    this.forms[encoding] = this.#form(bytes, encoding);
    return bytes.length + this.#told + OVERHEAD;
  }

  #form(body: Buffer, encoding: Encoding): Form {
    const { type = "", others = [] } = this.#dress ?? {};
    const etag = this.etags[encodings.indexOf(encoding)] ?? "";
    const coded = encoding === "identity" ? [] : ["content-encoding", encoding];
    const own = ["etag", etag, "content-type", type, ...coded, "content-length", String(body.length)];
    return { etag, whole: prepareReply([...others, ...(this.#tagHeaders ?? []), ...own], body) };
  }
}
