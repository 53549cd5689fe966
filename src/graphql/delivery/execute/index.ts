export { answerQuery, type CheckedQuery, type QueryAnswer } from "./answer.ts";
export { planPlugin } from "./plugin.ts";
export { wishOf } from "./wish.ts";
