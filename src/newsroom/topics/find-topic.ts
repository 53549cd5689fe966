import type { Db } from "../../database/db.ts";
import { slugify } from "../../domain/slug/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import { typedName } from "./topics.rules.ts";
import * as store from "./topics.store.ts";
import type { TopicRecord } from "./topics.store.ts";

/**
 * The one topic a name means: id, unique beginning of an id, "blog:city-notes" (type and slug), slug, or the name
 * readers see. Throws NOT_FOUND or AMBIGUOUS with `candidates`.
 */
export const findTopic = (desk: Pick<Desk, "db">, name: string): Promise<TopicRecord> =>
  reading(() => findByName(topicBook(desk.db), name));

const topicBook = (db: Db): NameBook<TopicRecord> => ({
  noun: "topic",
  byId: (id) => store.topicById(db, id),
  byIdRange: (range) => store.topicsByIdRange(db, range),
  byName: [
    (name) => byTypedName(db, name),
    (name) => store.topicsBySlug(db, name.toLowerCase()),
    (name) => store.topicsCalled(db, name),
  ],
  label: fullName,
  around: async (name) =>
    (await store.topicsAround(db, slugify(name.replace(/^.*:/, "")).slice(0, 2))).flatMap(spellings),
});

async function byTypedName(db: Db, name: string): Promise<TopicRecord[]> {
  const typed = typedName(name);
  const topic = typed === null ? null : await store.topicBySlug(db, typed.type, typed.slug);
  return topic === null ? [] : [topic];
}

const fullName = ({ type, slug }: TopicRecord): string => `${type.toLowerCase()}:${slug}`;

const spellings = (topic: TopicRecord) =>
  [fullName(topic), topic.slug, topic.name].map((name) => ({ id: topic.id, name }));
