import type { Db } from "../../database/db.ts";
import type { Prisma, Topic } from "../../database/generated/client.ts";
import type { TopicType } from "../../database/generated/enums.ts";
import type { IdRange } from "../names.ts";

/** A topic as the desk knows it. */
export type TopicRecord = Topic;

const handful = 10;
const byName = [{ name: "asc" }, { id: "asc" }] as const;

/** A topic by id, or null. */
export const topicById = (db: Db, id: string): Promise<TopicRecord | null> => db.topic.findUnique({ where: { id } });

/** Topics whose ids lie in a range. */
export const topicsByIdRange = (db: Db, id: IdRange): Promise<TopicRecord[]> =>
  db.topic.findMany({ where: { id: { ...id } }, orderBy: [...byName], take: handful });

/** The topic of a type with a slug, or null. */
export const topicBySlug = (db: Db, type: TopicType, slug: string): Promise<TopicRecord | null> =>
  db.topic.findUnique({ where: { type_slug: { type, slug } } });

/** Topics of any type with a slug. */
export const topicsBySlug = (db: Db, slug: string): Promise<TopicRecord[]> =>
  db.topic.findMany({ where: { slug }, orderBy: { type: "asc" }, take: handful });

/** Topics by the name readers see, in any case. */
export const topicsCalled = (db: Db, name: string): Promise<TopicRecord[]> =>
  db.topic.findMany({
    where: { name: { equals: name, mode: "insensitive" } },
    orderBy: { type: "asc" },
    take: handful,
  });

/** Topics whose slug begins alike. */
export const topicsAround = (db: Db, beginning: string): Promise<TopicRecord[]> =>
  db.topic.findMany({ where: { slug: { startsWith: beginning } }, take: 200 });

/** What a page of topics is asked by. */
export interface TopicQuery {
  readonly type?: TopicType | undefined;
  readonly q?: string | undefined;
  readonly first: number;
  readonly after?: string | undefined;
}

/** A page of topics by name, with one row more than asked for when there is more. */
export const topicPage = (db: Db, { type, q, first, after }: TopicQuery): Promise<TopicRecord[]> =>
  db.topic.findMany({
    where: { ...(type && { type }), ...(q && { name: { contains: q, mode: "insensitive" } }) },
    orderBy: [...byName],
    take: first + 1,
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });

/** Writes a new topic. */
export const insertTopic = (db: Db, data: Prisma.TopicUncheckedCreateInput): Promise<TopicRecord> =>
  db.topic.create({ data });

/** Changes a topic that is still at the version seen; says whether that was so. */
export async function updateTopicAt(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  data: Prisma.TopicUncheckedUpdateManyInput,
): Promise<boolean> {
  const where = { id: seen.id, version: seen.version };
  return (await db.topic.updateMany({ where, data: { ...data, version: { increment: 1 } } })).count === 1;
}
