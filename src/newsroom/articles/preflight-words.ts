import { blocksToText, type Block } from "../../domain/blocks/index.ts";
import type { ArticlePicture } from "../../domain/preflight/index.ts";
import type { RevisionRow } from "./revisions.store.ts";

type Words = ArticlePicture["words"];

const own = [
  ...(["headline", "shortHeadline", "kicker", "standfirst"] as const),
  ...(["datelinePlace", "seoTitle", "seoDescription"] as const),
];

/** All words of a revision that readers or search engines would see, each with its place. */
export const wordsOf = (revision: RevisionRow): Words =>
  [
    ...own.map((field) => ({ place: [field], text: revision[field] ?? "" })),
    ...(revision.blocks as unknown as readonly Block[]).map((block, at) => ({
      place: ["blocks", at],
      text: blocksToText([block]),
    })),
    ...revision.placements.flatMap(({ captionOverride, altOverride, media }, at) => [
      { place: ["media", at, "caption"], text: captionOverride ?? media.caption ?? "" },
      { place: ["media", at, "alt"], text: altOverride ?? media.alt ?? "" },
    ]),
    ...revision.links.flatMap(({ headline, summary, heading }, at) => [
      { place: ["relatedLinks", at, "headline"], text: headline ?? "" },
      { place: ["relatedLinks", at, "summary"], text: summary ?? "" },
      { place: ["relatedLinks", at, "heading"], text: heading ?? "" },
    ]),
    ...revision.bylines.map(({ nameAsWritten }, at) => ({ place: ["bylines", at], text: nameAsWritten })),
  ].filter(({ text }) => text !== "");
