import type { z } from "zod";
import { DatelineError } from "../../kernel/errors/index.ts";
import { newId } from "../../kernel/ids.ts";
import { numbered, slugify } from "../../domain/slug/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { checked, onlyGiven } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { article } from "./article-to-edit.ts";
import { createInput } from "./articles.input.ts";
import * as store from "./articles.store.ts";
import type { ArticleRow } from "./articles.store.ts";
import { mustAskBack } from "./may-ask-back.ts";
import type { RevisionDraft } from "./revision-draft.ts";
import { insertRevision } from "./revisions.store.ts";
import { freeSlug, takeSlug } from "./slugs.store.ts";
import { draftChanges, draftLink, draftPlacement } from "./words.ts";
import { expectSections } from "./expect-sections.ts";
import { expectOneLead } from "./write-revision.ts";

/** What a new article may be given; only headline and section must be there. */
export type CreateArticle = z.input<typeof createInput>;

/**
 * Makes a draft. Its slug is made from the headline unless one is given.
 * Throws INVALID_INPUT, NOT_FOUND (section), SLUG_TAKEN, FORBIDDEN.
 */
export const createArticle = (caller: Desk, given: CreateArticle): Promise<ArticleRow> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "article:create");
    const input = checked(createInput, given);
    const { sectionId } = input;
    await expectSections(desk, [sectionId, ...(input.secondarySections ?? [])]);
    const id = newId();
    const slug = await chosenSlug(desk, input.slug, input.headline);
    const headRevisionId = await firstRow(desk, { id, slug }, input);
    await recordAudit(desk, {
      action: "article:create",
      entityType: "article",
      entityId: id,
      after: { slug, sectionId, headline: input.headline, headRevisionId },
    });
    return article(desk, id);
  });

type Input = z.output<typeof createInput>;

// The article's pointer and slug are checked at commit, so the row may come before what it points at.
async function firstRow(desk: OpenDesk, row: { id: string; slug: string }, input: Input): Promise<string> {
  const { kind, sectionId, embargoUntil, embargoHold, embargoNote, expiresAt, secondarySections } = input;
  const facts = { kind, embargoUntil, embargoHold, embargoNote, expiresAt };
  const { id: articleId, slug } = row;
  const at = { createdAt: desk.now(), changedAt: desk.now() };
  const unpointed = newId();
  await store.insertArticle(desk.db, { ...row, sectionId, ...onlyGiven(facts), ...at, headRevisionId: unpointed });
  await takeSlug(desk.db, slug, articleId);
  await store.writeSecondarySections(desk.db, { id: articleId, sectionId }, secondarySections ?? []);
  const headRevisionId = await insertRevision(
    desk,
    { id: articleId, basedOnId: null, number: 1, atVersion: 1 },
    await draft(desk, input),
  );
  await store.patchArticle(desk.db, articleId, { headRevisionId });
  return headRevisionId;
}

const empty: Omit<RevisionDraft, "headline" | "placements" | "links"> = {
  ...{ kind: "SAVE", shortHeadline: null, kicker: null, standfirst: null, datelinePlace: null, datelineRaw: null },
  ...{ language: "en", seoTitle: null, seoDescription: null, note: null, blocks: [], bylines: [], topics: [] },
};

async function draft(desk: OpenDesk, input: Input): Promise<RevisionDraft> {
  const links = [];
  for (const link of input.links ?? []) links.push(await draftLink(desk, link));
  const made: RevisionDraft = {
    ...empty,
    headline: input.headline,
    ...draftChanges(input, []),
    ...(input.revisionKind === undefined ? {} : { kind: input.revisionKind }),
    placements: (input.media ?? []).map(draftPlacement),
    links,
  };
  expectOneLead(made);
  await mustAskBack(desk, links, []);
  return made;
}

// The slug given, or the first free numbering of the headline's own.
async function chosenSlug(desk: OpenDesk, given: string | undefined, headline: string): Promise<string> {
  const own = given ?? slugify(headline);
  const spellings = given === undefined ? [own, ...numbers.map((n) => numbered(own, n))] : [own];
  const slug = await freeSlug(desk.db, spellings);
  if (slug !== null) return slug;
  throw new DatelineError("SLUG_TAKEN", { says: `The slug "${own}" belongs to another article, now or in the past.` });
}

const numbers = Array.from({ length: 99 }, (_, index) => index + 2);
