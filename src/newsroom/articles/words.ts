import type { z } from "zod";
import { carryIds, plainToBlocks, type Block } from "../../domain/blocks/index.ts";
import { newId } from "../../kernel/ids.ts";
import type { OpenDesk } from "../desk.ts";
import type { bylineInput, linkInput, placementInput, wordsInput } from "./articles.input.ts";
import { addressRow } from "./articles.store.ts";
import type { DraftLink, RevisionDraft } from "./revision-draft.ts";
import { mustBeBlocks } from "./write-revision.ts";

type Words = Partial<{ [Field in keyof typeof wordsInput]: z.output<(typeof wordsInput)[Field]> | undefined }>;

const plainWords = [
  ...(["headline", "shortHeadline", "kicker", "standfirst", "datelinePlace", "datelineRaw"] as const),
  ...(["language", "seoTitle", "seoDescription", "note"] as const),
];

/** The part of a draft that checked words change: fields left out stay out. `before` is the body they change. */
export function draftChanges(words: Words, before: readonly Block[]): Partial<RevisionDraft> {
  const given = plainWords.filter((field) => words[field] !== undefined);
  return {
    ...Object.fromEntries(given.map((field) => [field, words[field]])),
    ...(words.blocks === undefined ? {} : { blocks: mustBeBlocks(words.blocks) }),
    ...(words.bodyText === undefined ? {} : { blocks: typedBlocks(words.bodyText, before) }),
    ...(words.bylines === undefined ? {} : { bylines: words.bylines.map(draftByline) }),
    ...(words.topics === undefined ? {} : { topics: [...new Set(words.topics)] }),
  };
}

// A first body has ids by place, so that the same text gives the same blocks.
function typedBlocks(text: string, before: readonly Block[]): readonly Block[] {
  const typed = plainToBlocks(text);
  return mustBeBlocks(before.length === 0 ? typed : carryIds(before, typed, newId));
}

const draftByline = ({ name, role, contributorId }: z.output<typeof bylineInput>) => ({
  nameAsWritten: name,
  role,
  contributorId: contributorId ?? null,
});

/** A placement as the draft keeps it. */
export const draftPlacement = (input: z.output<typeof placementInput>): RevisionDraft["placements"][number] => ({
  mediaId: input.mediaId,
  role: input.role,
  captionOverride: input.captionOverride ?? null,
  altOverride: input.altOverride ?? null,
});

/** A link as the draft keeps it, with a key of its own and a row for its address. */
export async function draftLink(desk: OpenDesk, input: z.output<typeof linkInput>): Promise<DraftLink> {
  const { target, kind, reciprocal, headline = null, summary = null, heading = null } = input;
  const targetArticleId = target && "articleId" in target ? target.articleId : null;
  const externalAddressId = target && "url" in target ? await addressId(desk, target.url) : null;
  return { key: newId(), kind, reciprocal, headline, summary, heading, targetArticleId, externalAddressId };
}

/** The id of an address outside, which gets a row when it has none. */
export async function addressId(desk: OpenDesk, given: string): Promise<string> {
  const { href: url } = new URL(given);
  return (await addressRow(desk.db, url)).id;
}
