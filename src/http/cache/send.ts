import { remembered } from "../../kernel/remembered.ts";
import type { Counting } from "./counters.ts";
import { wantedEncoding, type Encoding } from "./encodings.ts";
import type { Entry, Form } from "./entry.ts";
import { knownTag } from "./entity-tag.ts";
import type { Facts } from "./facts.ts";
import type { PreparedResponse } from "./prepared-response.ts";
import type { AnswerStore } from "./store.ts";

/** A reply that is answered from kept bytes. */
export interface Sending {
  readonly method: string | undefined;
  readonly facts: Facts;
  readonly requestId: string;
  readonly response: PreparedResponse;
}

/** What sending has to tell of. */
export interface Books {
  readonly store: AnswerStore;
  readonly counting: Counting;
}

/** Sends a kept answer in the form the client wants, as far as it has been made, or says that the client has it (304). */
export function sendEntry(entry: Entry, { method, facts, requestId, response }: Sending, books: Books): void {
  const form = formFor(entry, facts.acceptEncoding, books);
  // Only a GET can be told that nothing has changed (RFC 9110, section 13.1.2).
  const known =
    facts.ifNoneMatch === "" || method !== "GET" ? null : knownTag(facts.ifNoneMatch, entry.etags, form.etag);
  const once = ["x-request-id", requestId, "cache-control", entry.cacheControl];
  if (known === null) {
    response.sendPrepared(form.whole, once);
    return;
  }
  books.counting.unchanged += 1;
  response.sendPrepared(entry.unchanged, [...once, "etag", known]);
}

function formFor(entry: Entry, accepted: string, books: Books): Form {
  const { identity } = entry.forms;
  if (identity === undefined) throw new Error("An answer is sent once it is dressed.");
  if (accepted === "") return identity;
  const wanted = encodingFor(accepted);
  if (wanted === "identity") return identity;
  const form = entry.forms[wanted];
  if (form === undefined) encode(entry, wanted, books);
  return form ?? identity;
}

function encode(entry: Entry, wanted: Exclude<Encoding, "identity">, { store }: Books): void {
  // Where it cannot be compressed it goes as it is.
  entry.encode(wanted).then(
    (bytes) => {
      store.grow(entry, bytes);
    },
    () => undefined,
  );
}

/** By `Accept-Encoding` as clients spell it. */
const encodingFor = remembered(wantedEncoding, { most: 1_000, longest: 100 });
