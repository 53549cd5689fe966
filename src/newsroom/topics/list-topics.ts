import type { Desk } from "../desk.ts";
import { checked } from "../input.ts";
import { reading } from "../reading.ts";
import { listTopicsInput, type ListTopics } from "./topics.rules.ts";
import { topicPage, type TopicRecord } from "./topics.store.ts";

/** A page of topics, and whether more follow. */
export interface TopicPage {
  readonly topics: readonly TopicRecord[];
  readonly hasMore: boolean;
}

/** Topics by name, of one type or all. Throws INVALID_INPUT. */
export const listTopics = (desk: Pick<Desk, "db">, given: ListTopics = {}): Promise<TopicPage> =>
  reading(async () => {
    const asked = checked(listTopicsInput, given);
    const rows = await topicPage(desk.db, asked);
    return { topics: rows.slice(0, asked.first), hasMore: rows.length > asked.first };
  });
