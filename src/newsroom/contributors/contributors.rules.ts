import { z } from "zod";
import { ContributorKind } from "../../database/generated/enums.ts";
import { lineInput, nameInput, proseInput, searchInput, slugInput, versionInput } from "../input.ts";

const emailInput = z.string().trim().pipe(z.email("must be an email address")).nullish();

/** A new contributor; the slug comes from the name unless one is given. */
export const createContributorInput = z.strictObject({
  displayName: lineInput(200),
  kind: z.enum(ContributorKind).optional(),
  sortName: lineInput(200).nullish(),
  slug: slugInput.optional(),
  bio: proseInput(5000).nullish(),
  email: emailInput,
});
/** What `createContributor` wants. */
export type CreateContributor = z.input<typeof createContributorInput>;

/** What to change of a contributor; a field left out stays, null empties it. */
export const updateContributorInput = z.strictObject({
  contributor: nameInput,
  displayName: lineInput(200).optional(),
  kind: z.enum(ContributorKind).optional(),
  sortName: lineInput(200).nullish(),
  slug: slugInput.optional(),
  bio: proseInput(5000).nullish(),
  email: emailInput,
  expectedVersion: versionInput,
});
/** What `updateContributor` wants. */
export type UpdateContributor = z.input<typeof updateContributorInput>;

/** Which contributors to list: those whose name holds `q`, after the one with the id `after`. */
export const listContributorsInput = z.strictObject({
  q: searchInput,
  first: z.int().min(1).max(100).default(50),
  after: z.uuid().optional(),
});
/** What `listContributors` wants. */
export type ListContributors = z.input<typeof listContributorsInput>;
