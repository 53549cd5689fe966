import { listenForChanges } from "../../database/changes/index.ts";
import type { Log } from "../../kernel/log.ts";
import { Answers, type Compute } from "./answers.ts";
import { AnswerTypes, type Negotiate } from "./answer-types.ts";
import { Boundaries } from "./boundaries.ts";
import { zero, type Counters } from "./counters.ts";
import { earsOf } from "./ears.ts";
import { Front } from "./front.ts";
import { VersionGuard } from "./guard.ts";
import { stillPulse } from "./pulse.ts";
import type { Books } from "./send.ts";
import { AnswerStore } from "./store.ts";

/** How to open a cache. */
export interface CacheOptions {
  /** Bytes the kept answers may take. */
  readonly bytes: number;
  /** The database whose changes drop answers. */
  readonly url: string;
  readonly log: Log;
  /** The address that is answered, and the longest body read there, in bytes. */
  readonly path: string;
  readonly bodyLimit: number;
  readonly compute: Compute;
  readonly negotiate: Negotiate;
}

/** Finished answers, kept as long as nothing they are made of has changed. */
export interface AnswerCache {
  readonly answers: Answers;
  readonly types: AnswerTypes;
  readonly store: AnswerStore;
  readonly books: Books;
  readonly front: Front;
  readonly counters: Counters;
  close(): Promise<void>;
}

/** Opens a cache and begins to listen to the database; before that has heard anything, nothing is kept. */
export function openCache(options: CacheOptions): AnswerCache {
  const { log, url, path, bodyLimit, compute, negotiate } = options;
  const store = new AnswerStore(options.bytes);
  const counting = zero();
  const ground = { store, guard: new VersionGuard(), boundaries: new Boundaries(), pulse: stillPulse(), counting };
  const answers = new Answers({ ...ground, compute });
  const types = new AnswerTypes(negotiate);
  const front = new Front({ answers, types, store, counting, path, bodyLimit });
  const ears = earsOf(ground);
  const listener = listenForChanges(url, { log, ears });
  return {
    ...{ answers, types, store, front, books: { store, counting } },
    get counters() {
      return { ...counting, entries: store.size, bytes: store.bytes };
    },
    close: async () => {
      front.close();
      ears.stop();
      await listener.close();
    },
  };
}
