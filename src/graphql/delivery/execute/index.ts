export { answerQuery, type CheckedQuery, type QueryAnswer } from "./answer.ts";
export { knownQueries, type KnownQueries, type KnownQuery, type SentQuery } from "./known-queries.ts";
export { planPlugin } from "./plugin.ts";
export { wishOf } from "./wish.ts";
