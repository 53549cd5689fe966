import { placeMedia, type ArticleRow, type PlaceMedia } from "../../src/newsroom/articles/index.ts";
import type { OpenDesk } from "../../src/newsroom/desk.ts";
import type { Call } from "../run/call.ts";
import type { VerbOption } from "../run/verb.ts";
import type { ArticleSeen } from "./article.ts";
import { caps } from "./caps.ts";
import { placeOf } from "./place.ts";

/** Options that say how an article shows a medium. */
export const placementOptions: readonly VerbOption[] = [
  { flags: "--role <role>", help: "lead (the default; takes the old one's place), inline or gallery" },
  { flags: "--at <n>", help: "its place among those of its role, from 1; last if left out" },
];

/** Shows a medium on the newest revision of an article, as the options say. */
export function place(open: OpenDesk, call: Call, { edit }: ArticleSeen, mediaId: string): Promise<ArticleRow> {
  const role = (caps(call.text("role")) ?? "LEAD") as PlaceMedia["role"];
  const overrides = { captionOverride: call.text("onlyCaption"), altOverride: call.text("onlyAlt") };
  return placeMedia(open, { ...edit, mediaId, role, position: placeOf(call, "at"), ...overrides });
}
