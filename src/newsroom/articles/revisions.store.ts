import type { Db } from "../../database/db.ts";
import type { Prisma } from "../../database/generated/client.ts";
import { addressesIn } from "../../domain/blocks/index.ts";
import { newId } from "../../kernel/ids.ts";
import type { OpenDesk } from "../desk.ts";
import type { RevisionDraft } from "./revision-draft.ts";

const inOrder = { orderBy: { position: "asc" } } as const;

/** A revision with its children in order. */
export const revisionParts = {
  author: { select: { id: true, displayName: true } },
  bylines: { ...inOrder, include: { contributor: true } },
  placements: {
    orderBy: [{ role: "asc" }, { position: "asc" }],
    include: { media: { include: { credits: { ...inOrder, include: { agency: true } } } } },
  },
  links: {
    ...inOrder,
    include: {
      externalAddress: true,
      target: {
        select: {
          ...{ id: true, slug: true, state: true, publishedAt: true, headRevision: { select: { headline: true } } },
          ...{ updatedAt: true, embargoUntil: true, embargoHold: true, expiresAt: true },
          ...{ nextAt: true, nextIsMinor: true, liveRevisionId: true, nextRevisionId: true },
        },
      },
    },
  },
  topics: { ...inOrder, include: { topic: true } },
} as const satisfies Prisma.RevisionInclude;

/** A revision as the store gives it. */
export type RevisionRow = Prisma.RevisionGetPayload<{ include: typeof revisionParts }>;

/** One revision of an article, by its id or its number. */
export const revisionRow = (db: Db, articleId: string, which: string | number): Promise<RevisionRow | null> =>
  db.revision.findFirst({
    where: { articleId, ...(typeof which === "number" ? { number: which } : { id: which }) },
    include: revisionParts,
  });

/** The revisions with these ids, in any order. */
export const revisionRows = (db: Db, ids: readonly string[]): Promise<RevisionRow[]> =>
  db.revision.findMany({ where: { id: { in: [...ids] } }, include: revisionParts });

/** Revisions of an article, newest first, from the one after `after` on. */
export const revisionPage = (
  db: Db,
  articleId: string,
  { take, after }: { readonly take: number; readonly after?: string | undefined },
): Promise<RevisionRow[]> =>
  db.revision.findMany({
    where: { articleId },
    orderBy: { number: "desc" },
    include: revisionParts,
    take,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });

/** The revision that was the newest at a version of its article; null where that is not known any more. */
export async function headAt(db: Db, articleId: string, version: number): Promise<RevisionRow | null> {
  const orderBy = [{ atVersion: "desc" }, { number: "desc" }] as const;
  const head = await db.revision.findFirst({
    where: { articleId, atVersion: { lte: version } },
    orderBy: [...orderBy],
    include: revisionParts,
  });
  const replaced = { articleId, replacedFrom: { lte: version }, atVersion: { gt: version } };
  return (await db.revision.count({ where: replaced })) > 0 ? null : head;
}

/** Takes away an autosave that nothing holds any more; a revision of another kind stays. */
export async function removeAutosave(db: Db, id: string): Promise<void> {
  await db.revision.deleteMany({ where: { id, kind: "AUTOSAVE" } });
}

/** Whether anything but the newest pointer holds a revision: readers, a schedule, a note, or a revision made from it. */
export async function isHeld(db: Db, id: string): Promise<boolean> {
  const held = {
    OR: [{ liveOf: { some: {} } }, { nextOf: { some: {} } }, { corrections: { some: {} } }, { basis: { some: {} } }],
  };
  return (await db.revision.count({ where: { id, ...held } })) > 0;
}

/** Where a revision stands among those of its article. */
export interface RevisionPlace {
  /** The article. */
  readonly id: string;
  readonly basedOnId: string | null;
  readonly number: number;
  /** The version the article has with it. */
  readonly atVersion: number;
  readonly replacedFrom?: number | null;
}

/** Writes a revision and its children as the next one of the article; gives its id. */
export async function insertRevision(desk: OpenDesk, place: RevisionPlace, draft: RevisionDraft): Promise<string> {
  const { bylines, placements, links, topics, blocks, ...words } = draft;
  const { db, actor } = desk;
  const revisionId = newId();
  const { id: articleId, ...standing } = place;
  const stored = blocks as unknown as Prisma.InputJsonValue;
  const by = { authorId: actor.id, createdAt: desk.now() };
  await db.revision.create({ data: { id: revisionId, articleId, ...standing, ...words, blocks: stored, ...by } });
  const counts = new Map<string, number>();
  const next = (role: string): number => counts.set(role, (counts.get(role) ?? -1) + 1).get(role) ?? 0;
  await db.byline.createMany({ data: bylines.map((row, position) => ({ ...plainByline(row), revisionId, position })) });
  await db.mediaPlacement.createMany({
    data: placements.map((row) => ({ ...plainPlacement(row), revisionId, position: next(row.role) })),
  });
  await db.relatedLink.createMany({
    data: links.map((row, position) => ({ ...plainLink(row), revisionId, articleId, position })),
  });
  await writeBodyLinks(db, revisionId, blocks);
  await db.articleTopic.createMany({ data: topics.map((topicId, position) => ({ revisionId, topicId, position })) });
  return revisionId;
}

// Where the text leads outside, so that addresses in it can be looked at and mended like those of related links.
async function writeBodyLinks(db: Db, revisionId: string, blocks: RevisionDraft["blocks"]): Promise<void> {
  const led = addressesIn(blocks);
  if (led.length === 0) return;
  const urls = [...new Set(led.map(({ url }) => url))];
  await db.externalAddress.createMany({ data: urls.map((url) => ({ url })), skipDuplicates: true });
  const known = await db.externalAddress.findMany({ where: { url: { in: urls } }, select: { id: true, url: true } });
  const ids = new Map(known.map(({ id, url }) => [url, id]));
  await db.bodyLink.createMany({
    data: led.flatMap(({ blockId, url }) => {
      const externalAddressId = ids.get(url);
      return externalAddressId === undefined ? [] : [{ revisionId, blockId, externalAddressId }];
    }),
  });
}

// A draft may be a copy of rows that carry more than a new row may be given.
const plainByline = ({ contributorId, nameAsWritten, role }: RevisionDraft["bylines"][number]) => ({
  ...{ contributorId, nameAsWritten, role },
});
const plainPlacement = ({ mediaId, role, captionOverride, altOverride }: RevisionDraft["placements"][number]) => ({
  ...{ mediaId, role, captionOverride, altOverride },
});
const plainLink = (link: RevisionDraft["links"][number]) => {
  const { key, kind, targetArticleId, externalAddressId, headline, summary, heading, reciprocal } = link;
  return { key, kind, targetArticleId, externalAddressId, headline, summary, heading, reciprocal };
};

/** Whether somebody else, or the system, has written a revision of an article that still stands. */
export const hasAnotherAuthor = async (db: Db, articleId: string, authorId: string): Promise<boolean> =>
  (await db.revision.findFirst({
    where: { articleId, OR: [{ authorId: null }, { authorId: { not: authorId } }] },
    select: { id: true },
  })) !== null;
