export { changed, listOf, recordOf, textOf, type Answer } from "./answer.ts";
export { conflictText } from "./conflict.ts";
export { lineOfError, type ErrorFacts } from "./error.ts";
export { type Look } from "./look.ts";
export { note, printAnswer } from "./print.ts";
export { momentIn } from "./cell.ts";
export { counted, folded, paintedLines, safe, shellWord } from "./text.ts";
export { inBrief, type Column, type Value, type View } from "./view.ts";
