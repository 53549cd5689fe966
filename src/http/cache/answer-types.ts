import type { Entry } from "./entry.ts";

/** A content type of answers, with the requests it has been the answer's type of, exactly as they were spelled. */
export interface AnswerType {
  readonly name: string;
  /** By address. */
  readonly get: Map<string, Entry>;
  /** By body, each byte a character. */
  readonly post: Map<string, Entry>;
}

/** Asks the GraphQL server which content type it answers with; null when it has none that is accepted. */
export type Negotiate = (accept: string) => Promise<string | null>;

/** So many spellings of `Accept` are remembered at most. */
const MOST_ACCEPTS = 500;
const LONGEST_ACCEPT = 500;

/** Knows which content type an `Accept` header leads to, because the GraphQL server has said so. */
export class AnswerTypes {
  readonly #negotiate: Negotiate;
  readonly #byName = new Map<string, AnswerType>();
  readonly #byAccept = new Map<string, AnswerType | null>();

  constructor(negotiate: Negotiate) {
    this.#negotiate = negotiate;
  }

  /** Null when such requests are not answered from kept bytes, undefined when that has to be learned first. */
  known(accept: string): AnswerType | null | undefined {
    return this.#byAccept.get(accept);
  }

  /** Null when such requests are not answered from kept bytes. */
  async learn(accept: string): Promise<AnswerType | null> {
    const known = this.#byAccept.get(accept);
    if (known !== undefined) return known;
    // Whoever accepts a page may be shown the explorer.
    if (accept.length > LONGEST_ACCEPT || accept.toLowerCase().includes("text/html")) return null;
    const name = await this.#negotiate(accept);
    const type = name === null ? null : this.named(name);
    if (this.#byAccept.size >= MOST_ACCEPTS) this.#byAccept.clear();
    this.#byAccept.set(accept, type);
    return type;
  }

  /** The type of a name the GraphQL server has said. */
  named(name: string): AnswerType {
    const type = this.#byName.get(name) ?? { name, get: new Map(), post: new Map() };
    this.#byName.set(name, type);
    return type;
  }
}
