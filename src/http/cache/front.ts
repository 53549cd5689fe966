import type { IncomingMessage, RequestListener } from "node:http";
import { newRequestId } from "../../kernel/ids.ts";
import type { AnswerType } from "./answer-types.ts";
import type { Direct } from "./direct.ts";
import type { Entry } from "./entry.ts";
import { isOpenTo, readFacts, type Facts } from "./facts.ts";
import type { PreparedResponse } from "./prepared-response.ts";
import { sendEntry } from "./send.ts";

/** Listens to requests whose replies can take a prepared head. */
export type PreparedListener = RequestListener<typeof IncomingMessage, typeof PreparedResponse>;

/** What the front has read of a request it hands on. */
export interface Taken {
  /** Null for a GET. */
  readonly body: Buffer | null;
  /** The request as it is looked up. */
  readonly spelling: string;
}

/** A request that the front may answer. */
export interface Asked {
  readonly request: IncomingMessage;
  readonly response: PreparedResponse;
  readonly facts: Facts;
}

/** Where the front stands, and what it answers with. */
export interface FrontParts {
  readonly path: string;
  /** The longest body it reads, in bytes. */
  readonly bodyLimit: number;
  readonly direct: Direct;
}

/**
 * Stands before the web framework: a request that is spelled as one that was answered before is answered from kept bytes
 * at once, without being parsed; one whose query passed every rule before is answered from its plan. Every other request
 * is handed on untouched, or with the body that was read of it.
 */
export class Front {
  readonly #parts: FrontParts;
  readonly #taken = new WeakMap<IncomingMessage, Taken>();

  constructor(parts: FrontParts) {
    this.#parts = parts;
  }

  /** Puts the front before a listener. */
  before(next: RequestListener): PreparedListener {
    const { path, bodyLimit } = this.#parts;
    const search = `${path}?`;
    return (request, response) => {
      const { method, url = "" } = request;
      const get = method === "GET" && url.startsWith(search);
      if (!(get || (method === "POST" && url === path))) {
        next(request, response);
        return;
      }
      const facts = readFacts(request.rawHeaders);
      if (facts === null || !isOpenTo(method, facts)) next(request, response);
      else if (get) this.#answer({ request, response, facts }, { body: null, spelling: url }, next);
      else if (facts.contentLength > 0 && facts.contentLength <= bodyLimit)
        this.#read({ request, response, facts }, next);
      else next(request, response);
    };
  }

  /** What was read of a request that was handed on; undefined when nothing was. */
  takenOf(request: IncomingMessage): Taken | undefined {
    return this.#taken.get(request);
  }

  // A client that goes away before its body has come is never answered: there is no end then.
  #read(asked: Asked, next: RequestListener): void {
    const chunks: Buffer[] = [];
    asked.request.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
    });
    asked.request.on("end", () => {
      const body = wholeOf(chunks);
      const spelling = this.#parts.direct.kept === null ? "" : body.toString("latin1");
      this.#answer(asked, { body, spelling }, next);
    });
  }

  #answer(asked: Asked, taken: Taken, next: RequestListener): void {
    const { request, response } = asked;
    const handOn = () => {
      // Nothing can be told any more where a reply has begun; its client must not wait for the rest.
      if (response.headersSent) {
        if (!response.writableEnded) response.destroy();
        return;
      }
      this.#taken.set(request, taken);
      next(request, response);
    };
    const begun = this.#begin(asked, taken);
    if (begun === null) handOn();
    // What could not be answered is tried again by those who know how to tell of it.
    else if (begun !== sent) begun.catch(handOn);
  }

  // Null where others have to answer. Whatever a body makes fail here is theirs too: nobody above would catch it.
  #begin(asked: Asked, taken: Taken): Promise<void> | null {
    const { request, response, facts } = asked;
    const { direct } = this.#parts;
    const { kept, types } = direct;
    try {
      const type = types.known(facts.accept);
      const entry = kept === null ? undefined : seenIn(type, taken);
      if (kept !== null && entry !== undefined && kept.answers.isServable(entry, performance.now())) {
        kept.counting.hits += 1;
        if (entry.stale) kept.counting.stale += 1;
        sendEntry(entry, { method: request.method, facts, requestId: newRequestId(), response }, kept);
        return sent;
      }
      const question = type && taken.body !== null ? direct.questionIn(taken.body, facts, type) : null;
      return question === null ? null : direct.answer(question, asked, taken);
    } catch {
      return null;
    }
  }
}

/** An answer that is out already. */
const sent = Promise.resolve();

const wholeOf = (chunks: readonly Buffer[]): Buffer => {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
};

const seenIn = (type: AnswerType | null | undefined, { body, spelling }: Taken): Entry | undefined =>
  (body === null ? type?.get : type?.post)?.get(spelling);
