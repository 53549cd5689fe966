export { cleanText, fitsOneLine, textFault } from "./clean.ts";
export { direction, isKnownLanguage, isLanguageTag, type Direction } from "./language.ts";
export { isWebUrl } from "./web-url.ts";
export { countWords, readingTimeSeconds, shorten } from "./words.ts";
