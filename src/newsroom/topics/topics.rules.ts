import { z } from "zod";
import { TopicType } from "../../database/generated/enums.ts";
import { isWebUrl } from "../../domain/text/index.ts";
import { lineInput, nameInput, proseInput, searchInput, slugInput, versionInput } from "../input.ts";

const schemeUri = z
  .string()
  .max(500, "must have at most 500 characters")
  .refine((uri) => isWebUrl(uri) || /^[a-z][a-z0-9]*:[A-Za-z0-9._-]+$/.test(uri), "must be an address or a code")
  .nullish();

/** A new topic; the slug comes from the name unless one is given. */
export const createTopicInput = z.strictObject({
  type: z.enum(TopicType),
  name: lineInput(200),
  slug: slugInput.optional(),
  description: proseInput(2000).nullish(),
  /** Address or code of the concept in a shared vocabulary. */
  schemeUri,
});
/** What `createTopic` wants. */
export type CreateTopic = z.input<typeof createTopicInput>;

/** What to change of a topic; a field left out stays, null empties it. Its type stays for ever. */
export const updateTopicInput = z.strictObject({
  topic: nameInput,
  name: lineInput(200).optional(),
  slug: slugInput.optional(),
  description: proseInput(2000).nullish(),
  schemeUri,
  expectedVersion: versionInput,
});
/** What `updateTopic` wants. */
export type UpdateTopic = z.input<typeof updateTopicInput>;

/** Which topics to list: of one type, those whose name holds `q`, after the one with the id `after`. */
export const listTopicsInput = z.strictObject({
  type: z.enum(TopicType).optional(),
  q: searchInput,
  first: z.int().min(1).max(100).default(50),
  after: z.uuid().optional(),
});
/** What `listTopics` wants. */
export type ListTopics = z.input<typeof listTopicsInput>;

/** The type and slug a name such as "blog:city-notes" gives, or null when it is not of that form. */
export function typedName(name: string): { readonly type: TopicType; readonly slug: string } | null {
  const [, typed, slug] = /^([a-z]+):(.+)$/i.exec(name) ?? [];
  const type = Object.values(TopicType).find((known) => known === typed?.toUpperCase());
  return type === undefined || slug === undefined ? null : { type, slug: slug.toLowerCase() };
}
