import { listenForChanges } from "../../database/changes/index.ts";
import type { KnownQuery } from "../../graphql/delivery/index.ts";
import type { Log } from "../../kernel/log.ts";
import { Answers, type Compute } from "./answers.ts";
import { AnswerTypes, type Negotiate } from "./answer-types.ts";
import { Boundaries } from "./boundaries.ts";
import { zero, type Counters } from "./counters.ts";
import { Direct, type KeptAnswers } from "./direct.ts";
import { earsOf } from "./ears.ts";
import { Front } from "./front.ts";
import { VersionGuard } from "./guard.ts";
import { stillPulse } from "./pulse.ts";
import { AnswerStore } from "./store.ts";

/** How to open a cache. */
export interface CacheOptions {
  /** Bytes the kept answers may take; with 0 nothing is kept. */
  readonly bytes: number;
  /** The database whose changes drop answers. */
  readonly url: string;
  readonly log: Log;
  /** The address that is answered, and the longest body read there, in bytes. */
  readonly path: string;
  readonly bodyLimit: number;
  readonly compute: Compute;
  readonly negotiate: Negotiate;
  /** The query in a parsed body, where it passed every rule before; null for every other body. */
  readonly knownIn: (body: unknown) => KnownQuery | null;
}

/** Answers readers in front of the web framework, and keeps finished answers as long as nothing they are made of has changed. */
export interface AnswerCache {
  readonly front: Front;
  readonly direct: Direct;
  /** Null where nothing is kept. */
  readonly kept: KeptAnswers | null;
  /** What it has done so far; null where nothing is kept. */
  readonly counters: Counters | null;
  close(): Promise<void>;
}

/** Opens a cache and begins to listen to the database; before that has heard anything, nothing is kept. */
export function openCache(options: CacheOptions): AnswerCache {
  const { path, bodyLimit, compute, negotiate, knownIn } = options;
  const keeping = options.bytes === 0 ? null : openKept(options);
  const kept = keeping?.kept ?? null;
  const direct = new Direct({ types: new AnswerTypes(negotiate), kept, knownIn, compute });
  const front = new Front({ direct, path, bodyLimit });
  return {
    ...{ front, direct, kept },
    get counters() {
      return kept === null ? null : { ...kept.counting, entries: kept.store.size, bytes: kept.store.bytes };
    },
    close: async () => keeping?.close(),
  };
}

function openKept({ bytes, url, log, compute }: CacheOptions) {
  const store = new AnswerStore(bytes);
  const counting = zero();
  const ground = { store, guard: new VersionGuard(), boundaries: new Boundaries(), pulse: stillPulse(), counting };
  const ears = earsOf(ground);
  const listener = listenForChanges(url, { log, ears });
  const close = async (): Promise<void> => {
    ears.stop();
    await listener.close();
  };
  return { kept: { store, counting, answers: new Answers({ ...ground, compute }) }, close };
}
