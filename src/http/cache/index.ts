export type { Computed } from "./answers.ts";
export { openCache, type AnswerCache } from "./cache.ts";
export type { Counters } from "./counters.ts";
export { entityTag, fingerprint, knownTag } from "./entity-tag.ts";
export { answerKept, takeBodies } from "./kept.ts";
export { unshared } from "./lifetime.ts";
export type { PreparedListener } from "./front.ts";
export { PreparedResponse } from "./prepared-response.ts";
export type { Question } from "./question.ts";
