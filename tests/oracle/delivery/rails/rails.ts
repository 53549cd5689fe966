import { articlesByIds, type LiveArticle } from "../articles/index.ts";
import { newestOf, type ArticleList } from "../lists/index.ts";
import { asked, momentOf, once, type Reader } from "../reader.ts";
import { sectionById, type Section } from "../sections/index.ts";
import { allRails, type RailRule } from "./rail.store.ts";

/** The page a rail stands on. */
export interface RailPage {
  /** The article of the page, which the rail never repeats; null on a page that is no article's. */
  readonly articleId: string | null;
  readonly section: Section;
}

/** A rail worked out for a page. */
export interface ShownRail {
  readonly key: string;
  readonly title: string;
  readonly items: readonly LiveArticle[];
}

const rules = once(async (reader: Reader) => {
  const at = await momentOf(reader);
  return asked(() => allRails(reader.db, at));
});

/** What a rail is filled from when its pins leave room; null for one that only has pins. */
const fillings: Readonly<Record<RailRule["fill"], (rule: RailRule, page: RailPage) => ArticleList | null>> = {
  NONE: () => null,
  SECTION: ({ sectionId }, { section }) => ({ sectionIds: [sectionId ?? section.id] }),
  TOPIC: ({ sectionId, topicId }) => ({ ...given("topicId", topicId), ...inSection(sectionId) }),
  TOPIC_TYPE: ({ sectionId, topicType }, { section }) => ({
    sectionIds: [sectionId ?? section.id],
    ...given("topicType", topicType),
  }),
  NEWEST: ({ sectionId }) => inSection(sectionId),
};

const inSection = (id: string | null): ArticleList => (id === null ? {} : { sectionIds: [id] });

const given = <Name extends string, Value>(name: Name, value: Value | null) =>
  (value === null ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

async function itemsOf(reader: Reader, rule: RailRule, page: RailPage): Promise<readonly LiveArticle[]> {
  const current = page.articleId === null ? [] : [page.articleId];
  const pins = await articlesByIds(
    reader,
    rule.pins.filter((id) => id !== page.articleId),
  );
  const pinned = pins.slice(0, rule.maxItems);
  const filling = fillings[rule.fill](rule, page);
  const room = rule.maxItems - pinned.length;
  if (filling === null || room === 0) return pinned;
  const without = [...current, ...pinned.map(({ id }) => id)];
  return [...pinned, ...(await newestOf(reader, { ...filling, without }, room))];
}

async function show(reader: Reader, rule: RailRule, page: RailPage): Promise<ShownRail | null> {
  const items = await itemsOf(reader, rule, page);
  if (rule.whenEmpty === "HIDE" && items.length < Math.max(rule.minItems, 1)) return null;
  const named = rule.sectionId === null ? page.section : await sectionById(reader, rule.sectionId);
  const title = rule.titleTemplate.replaceAll("{section}", () => (named ?? page.section).name);
  return { key: rule.key, title, items };
}

/**
 * The rails of a page in their order, worked out now: valid pins that are live first, then the newest of what the rail
 * is filled from, never the article of the page itself. One that is to be hidden when it has too little is left out.
 */
export async function railsOf(reader: Reader, page: RailPage): Promise<readonly ShownRail[]> {
  const all = await rules(reader);
  const shown = await Promise.all(all.map((rule) => show(reader, rule, page)));
  return shown.filter((rail) => rail !== null);
}
