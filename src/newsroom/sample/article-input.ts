import type { CreateArticle } from "../articles/index.ts";
import { onlyGiven } from "../input.ts";
import { bodyBlocks } from "./body-blocks.ts";
import type { SampleArticle } from "./sample.schema.ts";
import { named, type SampleWorld } from "./sample-world.ts";
import { withMoments } from "./moments.ts";

/** A sample article as `createArticle` wants it: ids for names, and the days and hours around its publication. */
export function articleInput(written: SampleArticle & { readonly section: string }, world: SampleWorld): CreateArticle {
  const article = withMoments(written, world.at(written.hoursAgo), world.desk.zone);
  const { headline, kind, shortHeadline, kicker, standfirst, language } = article;
  return {
    ...onlyGiven({ kind, shortHeadline, kicker, standfirst, language, datelinePlace: article.dateline }),
    headline,
    slug: article.formerSlug ?? article.slug,
    sectionId: named(world.sections, article.section),
    secondarySections: article.also.map((slug) => named(world.sections, slug)),
    blocks: bodyBlocks(article.body, world),
    bylines: article.by.map((byline) => bylineOf(byline, world)),
    topics: article.topics.map((topic) => named(world.topics, topic)),
    media: placements(article, world),
    links: article.links.map((link) => linkOf(link, world)),
  };
}

function bylineOf({ contributor, name, role }: SampleArticle["by"][number], world: SampleWorld) {
  const known = contributor === undefined ? null : named(world.contributors, contributor);
  return { name: name ?? known?.name ?? "", contributorId: known?.id ?? null, ...onlyGiven({ role }) };
}

function placements({ lead, inline, gallery }: SampleArticle, world: SampleWorld) {
  const placed = (role: "LEAD" | "INLINE" | "GALLERY") => (shown: NonNullable<typeof lead>) => ({
    role,
    mediaId: world.mediaId(shown.media),
    captionOverride: shown.caption ?? null,
    altOverride: shown.alt ?? null,
  });
  return [
    ...(lead === undefined ? [] : [placed("LEAD")(lead)]),
    ...inline.map(placed("INLINE")),
    ...gallery.map(placed("GALLERY")),
  ];
}

function linkOf({ to, url, ...words }: SampleArticle["links"][number], world: SampleWorld) {
  const target = to === undefined ? null : { articleId: world.articleId(to) };
  return { ...onlyGiven(words), target: url === undefined ? target : { url } };
}
