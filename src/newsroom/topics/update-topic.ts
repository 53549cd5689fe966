import { must } from "../access/index.ts";
import { withTransaction, type Desk } from "../desk.ts";
import { checked, onlyGiven } from "../input.ts";
import { recordAudit, staleError } from "../records/index.ts";
import { findTopic } from "./find-topic.ts";
import { updateTopicInput, type UpdateTopic } from "./topics.rules.ts";
import { topicById, updateTopicAt, type TopicRecord } from "./topics.store.ts";

/**
 * Changes what a topic is called, its slug or description. Throws FORBIDDEN, INVALID_INPUT, NOT_FOUND, AMBIGUOUS,
 * TOPIC_STALE, ALREADY_EXISTS (the slug or the vocabulary's address).
 */
export const updateTopic = (caller: Desk, given: UpdateTopic): Promise<TopicRecord> =>
  withTransaction(caller, async (desk) => {
    must(desk.actor, "topic:manage");
    const { topic: named, expectedVersion, ...changes } = checked(updateTopicInput, given);
    const before = await findTopic(desk, named);
    const written = await updateTopicAt(desk.db, { id: before.id, version: expectedVersion }, onlyGiven(changes));
    const after = (await topicById(desk.db, before.id)) ?? before;
    const thing = { entityType: "topic", id: before.id, version: after.version } as const;
    if (!written) throw await staleError(desk, "TOPIC_STALE", thing, expectedVersion);
    await recordAudit(desk, {
      ...{ action: "topic:update", entityType: "topic", entityId: before.id },
      ...{ before: face(before), after: face(after) },
    });
    return after;
  });

const face = ({ name, slug, description, schemeUri }: TopicRecord) => ({ name, slug, description, schemeUri });
