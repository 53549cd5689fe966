import { direction } from "../../domain/text/index.ts";
import { globalId } from "../../kernel/global-id.ts";
import { clock, column, edge, jsonOf, moment, pure, spelledOfCards, sql } from "../plan/index.ts";
import type { Entries, Entry, House, Json, Noun, Row } from "../plan/index.ts";
import { blocksEntry, bodyHtml, bodyText, readingTime, wordCountEntry } from "./body.fields.ts";
import { relatedLinks } from "./link.noun.ts";
import { leadMedia } from "./media.noun.ts";
import { notePlaced, placedMedia } from "./placed-media.ts";
import { bylinesOf, printed } from "./people.noun.ts";

// The path and the address contain the section's, so they change with it.
const addressed =
  (of: (row: Row, path: number, siteUrl: string) => Json): Entry<"live_card"> =>
  (_wanted, at) => {
    const path = at.cell("path", () => at.one.col("path"));
    const section = at.cell("section_id", () => at.one.col("section_id"));
    return (row, run) => {
      run.tags.note("section", row.text(section));
      return of(row, path, run.siteUrl);
    };
  };

const most = { topics: 50, sections: 20, corrections: 50 } as const;

/** What the card itself tells. */
const words: Entries<"live_card"> = {
  id: pure(["article_id"], ([id]) => globalId("Article", id as string)),
  kind: column("kind"),
  slug: column("slug"),
  path: addressed((row, path) => row.json(path)),
  url: addressed((row, path, siteUrl) => jsonOf(siteUrl + row.text(path))),
  headline: column("headline"),
  shortHeadline: column("short_headline"),
  kicker: column("kicker"),
  standfirst: column("standfirst"),
  language: column("language"),
  direction: pure(["language"], ([language]) => direction(language as string)),
  dateline: column("dateline"),
  firstPublishedAt: moment("first_published_at"),
  publishedAt: moment("published_at"),
  updatedAt: moment("updated_at"),
};

/** What is read or worked out of the body, and who and what stands beside it. */
const content = (house: House): Entries<"live_card"> => ({
  blocks: blocksEntry(house),
  bodyText: bodyText(house),
  bodyHtml: bodyHtml(house),
  wordCount: wordCountEntry,
  readingTimeSeconds: readingTime,
  bylines: edge((at) => bylinesOf(house, at)),
  bylineText: printed(house, ({ head }) => head || null),
  bylineNotes: printed(house, ({ foot }) => foot),
  leadMedia: leadMedia(house),
  media: (wanted, at) => {
    const note = notePlaced(at);
    const read = edge<"live_card", "media">(() => placedMedia(house, at))(wanted, at);
    return (row, run) => {
      note(row, run);
      return read(row, run);
    };
  },
  relatedLinks: relatedLinks(house),
});

/** What stands beside it. */
const beside = (house: House): Entries<"live_card"> => ({
  rails: (wanted, at) =>
    house.railsBeside<"live_card">({
      articleId: at.one.col("article_id"),
      sectionId: at.one.col("section_id"),
    })(wanted, at),
});

/** What it is joined to. */
const edges = (house: House): Entries<"live_card"> => ({
  topics: edge((at) => ({
    noun: house.topic,
    many: true,
    most: () => most.topics,
    pick: ({ col }) => ({
      through: [sql`article_topic x`, sql`x.topic_id = ${col("id")}`],
      where: sql`x.revision_id = ${at.one.col("revision_id")}`,
      order: sql`x.position`,
      limit: sql.lit(most.topics),
    }),
  })),
  section: edge((at) => ({
    noun: house.section,
    many: false,
    most: () => 1,
    pick: ({ col }) => ({ where: sql`${col("id")} = ${at.one.col("section_id")}` }),
  })),
  secondarySections: edge((at) => ({
    noun: house.section,
    many: true,
    most: () => most.sections,
    pick: ({ col }) => ({
      through: [sql`article_section x`, sql`x.section_id = ${col("id")}`],
      where: sql`x.article_id = ${at.one.col("article_id")}`,
      order: col("path"),
      limit: sql.lit(most.sections),
    }),
  })),
  corrections: edge((at) => ({
    noun: house.correction,
    many: true,
    most: () => most.corrections,
    pick: ({ col }) => ({
      where: sql`${col("article_id")} = ${at.one.col("article_id")} and ${col("published_at")} <= ${clock}`,
      order: sql`${col("published_at")}, ${col("id")}`,
      limit: sql.lit(most.corrections),
    }),
  })),
});

/** An article readers can read. */
export const articleNoun = (house: House): Noun<"live_card"> => ({
  type: "Article",
  table: "live_card",
  tag: ["article", "article_id"],
  spelled: spelledOfCards,
  seen: ({ col }) => sql`${col("visible_from")} <= ${clock} and ${col("visible_until")} > ${clock}`,
  entries: { ...words, ...content(house), ...edges(house), ...beside(house) },
});

/** What an article is about. */
export const topicNoun = (): Noun<"topic"> => ({
  type: "Topic",
  table: "topic",
  tag: ["topic", "id"],
  entries: {
    id: pure(["id"], ([id]) => globalId("Topic", id as string)),
    type: column("type"),
    slug: column("slug"),
    name: column("name"),
    description: column("description"),
  },
});

/** A public note that something was wrong. */
export const correctionNoun = (house: House): Noun<"correction"> => ({
  type: "Correction",
  table: "correction",
  entries: {
    id: pure(["id"], ([id]) => globalId("Correction", id as string)),
    kind: column("kind"),
    text: column("text"),
    publishedAt: moment("published_at"),
    // A correction is only reached where its article is seen: live, or the one that is previewed.
    article: edge((at) => ({
      noun: house.article,
      many: false,
      most: () => 1,
      pick: ({ col }) => ({ where: sql`${col("article_id")} = ${at.one.col("article_id")}`, own: true }),
    })),
  },
});
