import type { HTTPGraphQLResponse } from "@apollo/server";
import type { Provenance } from "../../delivery/index.ts";
import { newRequestId } from "../../kernel/ids.ts";
import type { Boundaries } from "./boundaries.ts";
import type { Counting } from "./counters.ts";
import { Entry } from "./entry.ts";
import type { Start, VersionGuard } from "./guard.ts";
import { lifetimeAt } from "./lifetime.ts";
import type { Pulse } from "./pulse.ts";
import type { Question } from "./question.ts";
import type { AnswerStore } from "./store.ts";

/** A computed answer: what is sent, and what it is made of. */
export interface Computed {
  readonly status: number;
  /** The headers the GraphQL server gave it; null where it only has the content type of its question. */
  readonly headers: HTTPGraphQLResponse["headers"] | null;
  /** The whole answer. */
  readonly body: string;
  readonly provenance: Provenance;
  /** The request it was computed for; a refusal names it. */
  readonly requestId: string;
  /** True when it tells of an error: then it is never kept. */
  readonly failed: boolean;
}

/** Computes the answer to a question, for one request. */
export type Compute = (question: Question, requestId: string) => Promise<Computed>;

/** An answer that is kept, or one that was only computed. */
export type Answered = Entry | Computed;

/** A computation under way. */
interface Flight {
  readonly start: Start;
  readonly manner: string;
  readonly landed: Promise<Answered>;
}

/** What answers rest on. */
export interface Ground {
  readonly store: AnswerStore;
  readonly guard: VersionGuard;
  readonly boundaries: Boundaries;
  readonly pulse: Pulse;
  readonly counting: Counting;
  readonly compute: Compute;
}

/** Answers questions from what is kept; what is not is computed once, however many ask. */
export class Answers {
  readonly #ground: Ground;
  readonly #flights = new Map<string, Flight>();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Rejects with what the computation rejects with, for all who wait for it. */
  async ask(question: Question, requestId: string): Promise<Answered> {
    const { store, counting } = this.#ground;
    const entry = store.get(question.key);
    if (entry === undefined || !this.isServable(entry, performance.now()))
      return this.#share(question, requestId, question.key);
    counting.hits += 1;
    if (entry.stale) counting.stale += 1;
    return entry;
  }

  async #share(question: Question, requestId: string, name: string): Promise<Answered> {
    const { counting, guard } = this.#ground;
    const flight = this.#flights.get(name);
    // What began before a change is not for those who ask after it.
    if (flight?.start.sequence !== guard.sequence) {
      counting.misses += 1;
      return this.#fly(question, requestId, name);
    }
    counting.joins += 1;
    const answered = await flight.landed;
    const foreign = !(answered instanceof Entry) && answered.failed && flight.manner !== question.manner;
    return foreign ? this.#share(question, requestId, `${question.key} ${question.manner}`) : answered;
  }

  /** Whether a kept answer may be sent now; sees to it that its head says for how long, and that it gets renewed. */
  isServable(entry: Entry, now: number): boolean {
    const { pulse } = this.#ground;
    if (now < entry.renderedUntil && entry.epoch === pulse.epoch && now < pulse.hearingUntil) return entry.kept;
    return this.#render(entry, now);
  }

  #render(entry: Entry, now: number): boolean {
    const { pulse, boundaries, store } = this.#ground;
    if (!entry.kept) return false;
    const { startedAt, maxAge, tags, at } = entry.origin;
    const cap = boundaries.nextAfter(tags, at) - pulse.offset;
    const lifetime = lifetimeAt(now, { startedAt, maxAge, cap, hearing: now < pulse.hearingUntil });
    // What is too old while nothing is heard may be good again once it is.
    if (lifetime === null) return false;
    entry.renderedUntil = lifetime.until;
    entry.epoch = pulse.epoch;
    entry.stale = lifetime.stale;
    entry.promise(lifetime.cacheControl);
    store.touch(entry);
    if (lifetime.stale) this.#refresh(entry);
    return true;
  }

  // Whoever triggers it has been answered already: a failure here is tried again with the next look at the entry.
  #refresh(entry: Entry): void {
    if (entry.refreshing) return;
    entry.refreshing = true;
    this.#ground.counting.refreshes += 1;
    this.#fly(entry.question, newRequestId(), entry.question.key)
      .catch(() => undefined)
      .finally(() => {
        entry.refreshing = false;
      });
  }

  #fly(question: Question, requestId: string, name: string): Promise<Answered> {
    const start = this.#ground.guard.start(performance.now());
    const landed = this.#land(question, requestId, start).finally(() => {
      if (this.#flights.get(name) === flight) this.#flights.delete(name);
    });
    const flight = { start, manner: question.manner, landed };
    this.#flights.set(name, flight);
    return landed;
  }

  async #land(question: Question, requestId: string, start: Start): Promise<Answered> {
    const { compute, store, guard, counting } = this.#ground;
    const computed = await compute(question, requestId);
    const { failed, body, provenance } = computed;
    if (failed || provenance.maxAge <= 0 || !this.#ground.pulse.ready) return computed;
    const tags = [...provenance.tags];
    const now = performance.now();
    if (guard.overtook(start, tags, now)) {
      counting.overtaken += 1;
      return computed;
    }
    const at = provenance.at ?? start.startedAt + this.#ground.pulse.offset;
    const origin = { tags, at, startedAt: start.startedAt, maxAge: provenance.maxAge };
    const entry = new Entry(question, origin, Buffer.from(body));
    store.put(entry);
    if (this.isServable(entry, now)) return entry;
    store.remove(entry);
    return computed;
  }
}
