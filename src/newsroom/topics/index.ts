export { createTopic } from "./create-topic.ts";
export { findTopic } from "./find-topic.ts";
export { listTopics, type TopicPage } from "./list-topics.ts";
export type { CreateTopic, ListTopics, UpdateTopic } from "./topics.rules.ts";
export type { TopicRecord } from "./topics.store.ts";
export { updateTopic } from "./update-topic.ts";
