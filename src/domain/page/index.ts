export { decodeUtf8, type DecodedText } from "./decode.ts";
export { parseTextPage } from "./parse.ts";
export type { Lined, PageDateline, PageFault, PageTeaser, ParsedPage, TeaserList, TextPage } from "./types.ts";
