import { HeaderMap } from "@apollo/server";
import type { KnownQuery } from "../../graphql/delivery/index.ts";
import { newRequestId } from "../../kernel/ids.ts";
import type { Answers, Compute, Computed } from "./answers.ts";
import type { AnswerType, AnswerTypes } from "./answer-types.ts";
import { Entry } from "./entry.ts";
import type { Facts } from "./facts.ts";
import type { Asked, Taken } from "./front.ts";
import { failedHead, prepareHead, prepareText, type PreparedHead } from "./prepared-response.ts";
import { questionOf, type Question } from "./question.ts";
import { sendEntry, type Books } from "./send.ts";

/** What is kept, and how it is asked. */
export interface KeptAnswers extends Books {
  readonly answers: Answers;
}

/** What known queries are answered with. */
export interface DirectParts {
  readonly types: AnswerTypes;
  /** Null where nothing is kept. */
  readonly kept: KeptAnswers | null;
  /** The query in a parsed body, where it passed every rule before; null for every other body. */
  readonly knownIn: (body: unknown) => KnownQuery | null;
  readonly compute: Compute;
}

/**
 * Answers queries that passed every rule before, without the web framework and with the headers it puts on its own replies.
 * Before it has seen one, it answers nothing.
 */
export class Direct {
  readonly #parts: DirectParts;
  readonly #heads = new Map<string, PreparedHead>();
  #others: readonly string[] | null = null;

  constructor(parts: DirectParts) {
    this.#parts = parts;
  }

  get kept(): KeptAnswers | null {
    return this.#parts.kept;
  }

  get types(): AnswerTypes {
    return this.#parts.types;
  }

  /** Headers every reply bears, names and values in turn; null before they are known. */
  get others(): readonly string[] | null {
    return this.#others;
  }

  /** Tells it the headers every reply bears. */
  wear(others: readonly string[]): void {
    this.#others = others;
    this.#heads.clear();
  }

  /** The question a body puts, where its query is known; null for whatever else comes. */
  questionIn(body: Buffer, { accept, contentType }: Facts, type: AnswerType): Question | null {
    // Names that only an attacker would use are for those who refuse them.
    if (this.#others === null || body.includes("proto") || body.includes("\\u")) return null;
    const parsed = parsedOrNull(body);
    const known = this.#parts.knownIn(parsed);
    if (known === null) return null;
    const headers = new HeaderMap([["content-type", contentType]]);
    if (accept !== "") headers.set("accept", accept);
    const asked = { method: "POST", search: "", body: parsed, headers, type: type.name, known };
    // Where nothing is kept, nothing is looked up by its key.
    return this.kept === null ? { key: "", manner: "", size: 0, request: asked, ...asked } : questionOf(asked);
  }

  /** Answers a question. Rejects, with nothing sent, when that fails in a way nobody has foreseen. */
  async answer(question: Question, asked: Asked, taken: Taken): Promise<void> {
    const { kept, compute } = this.#parts;
    const requestId = newRequestId();
    const answered = await (kept === null ? compute(question, requestId) : kept.answers.ask(question, requestId));
    if (!(answered instanceof Entry)) this.#sendComputed(answered, question.type, requestId, asked);
    else if (kept !== null) this.sendKept(answered, asked, { taken, requestId, kept });
  }

  /** Sends a kept answer, and lets it be found by the spelling of this request. */
  sendKept(
    entry: Entry,
    { request: { method }, facts, response }: Asked,
    { taken, requestId, kept }: { taken: Taken | undefined; requestId: string; kept: KeptAnswers },
  ): void {
    const { type } = entry.question;
    if (entry.dressed === null) entry.dress({ type, others: this.#others ?? [] });
    const seen = this.types.named(type);
    if (taken !== undefined)
      kept.store.alias(entry, { seen: taken.body === null ? seen.get : seen.post, spelling: taken.spelling });
    sendEntry(entry, { method, facts, requestId, response }, kept);
  }

  #sendComputed(computed: Computed, type: string, own: string, { response }: Asked): void {
    const { body, failed, status } = computed;
    const requestId = failed ? computed.requestId : own;
    if (!failed) response.sendPrepared(prepareText(this.#head(type), body), ["x-request-id", requestId]);
    else response.writeHead(status, failedHead(this.#others ?? [], { type, requestId, body })).end(body);
  }

  #head(type: string): PreparedHead {
    const head = this.#heads.get(type) ?? prepareHead(this.#others ?? [], type);
    this.#heads.set(type, head);
    return head;
  }
}

function parsedOrNull(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    return null;
  }
}
