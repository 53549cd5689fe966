import { DatelineError } from "../../kernel/errors/index.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { recordAudit } from "../records/index.ts";
import { slugOf } from "../slugs.ts";
import { createTopicInput, type CreateTopic } from "./topics.rules.ts";
import { insertTopic, topicBySlug, type TopicRecord } from "./topics.store.ts";

/** Makes a topic; its slug is its own within its type. Throws FORBIDDEN, INVALID_INPUT, ALREADY_EXISTS. */
export const createTopic = (caller: Desk, given: CreateTopic): Promise<TopicRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "topic:manage");
    const { type, name, description = null, schemeUri = null, slug: chosen } = checked(createTopicInput, given);
    const slug = chosen ?? slugOf(name, "topic");
    const there = await topicBySlug(desk.db, type, slug);
    if (there !== null) throw taken(there);
    const topic = await insertTopic(desk.db, { type, name, slug, description, schemeUri, createdAt: desk.now() });
    const after = { type, name, slug };
    await recordAudit(desk, { action: "topic:create", entityType: "topic", entityId: topic.id, after });
    return topic;
  });

const taken = ({ id, type, slug, name }: TopicRecord): DatelineError =>
  new DatelineError("ALREADY_EXISTS", {
    says: `The topic "${name}" has the slug "${slug}" among those of type ${type} already.`,
    fix: "Use that topic, or give another slug.",
    details: { id, type, slug },
  });
