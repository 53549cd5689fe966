import {
  addCorrection,
  approveArticle,
  changeSlug,
  createArticle,
  publishArticle,
  reviseArticle,
  setEmbargo,
  submitArticle,
  unpublishArticle,
  type ArticleRow,
} from "../articles/index.ts";
import type { OpenDesk } from "../desk.ts";
import { articleInput } from "./article-input.ts";
import type { SampleArticle } from "./sample.schema.ts";
import type { SampleWorld } from "./sample-world.ts";

/** Something that happened to an article at an hour before the loading. */
export interface Act {
  readonly slug: string;
  readonly hoursAgo: number;
  readonly run: (world: SampleWorld, desk: OpenDesk) => Promise<void>;
}

type Deed = (world: SampleWorld, desk: OpenDesk) => Promise<ArticleRow>;
type Written = SampleArticle & { readonly section: string };

/** Everything that happened to an article, each at its hour; what happened in one hour is in order. */
export function articleActs(article: Written): readonly Act[] {
  const { slug, hoursAgo, fate, formerSlug, updates, corrections, afterwards } = article;
  const act = (when: number, deed: Deed): Act => ({
    slug,
    hoursAgo: when,
    run: async (world, desk) => void world.articles.set(slug, await deed(world, desk)),
  });
  const written = act(hoursAgo + writing, (world, desk) => createArticle(desk, articleInput(article, world)));
  return [
    written,
    ...fates[fate](article).map((deed, index) => act(hoursAgo - index * 2, deed)),
    ...(formerSlug === undefined
      ? []
      : [act(hoursAgo * 0.9, (world, desk) => changeSlug(desk, { ...world.seen(slug), slug }))]),
    ...updates.flatMap(({ hoursAgo: when, ...changes }) => [
      act(when, (world, desk) => reviseArticle(desk, { ...world.seen(slug), changes })),
      act(when, publish(article)),
    ]),
    ...corrections.map(({ hoursAgo: when, kind, text }) =>
      act(when, (world, desk) => addCorrection(desk, { ...world.seen(slug), kind, text })),
    ),
    ...(afterwards === undefined ? [] : [act(afterwards.hoursAgo, later(slug, afterwards))]),
  ];
}

/** Hours from the first draft to publication. */
const writing = 0.75;

const publish =
  ({ slug, accept: acceptedWarnings }: Pick<SampleArticle, "slug" | "accept">): Deed =>
  (world, desk) =>
    publishArticle(desk, { ...world.seen(slug), acceptedWarnings });

const later =
  (slug: string, { headline, note }: { headline: string; note: string }): Deed =>
  (world, desk) =>
    reviseArticle(desk, { ...world.seen(slug), changes: { headline, note } });

/** What follows the draft, by the article's fate. */
const fates: Readonly<Record<SampleArticle["fate"], (article: SampleArticle) => readonly Deed[]>> = {
  LIVE: (article) => [publish(article)],
  DRAFT: () => [],
  SCHEDULED: ({ slug, inHours = 12 }) => [
    (world, desk) => publishArticle(desk, { ...world.seen(slug), at: world.at(-inHours) }),
  ],
  EMBARGO: ({ slug, embargoHours = 12 }) => [
    async (world, desk) => {
      const { id, version } = await submitArticle(desk, world.seen(slug));
      const approved = await approveArticle(desk, { id, expectedVersion: version });
      const until = world.at(-embargoHours);
      return setEmbargo(desk, { id, expectedVersion: approved.version, until, note: "Until the paper appears." });
    },
  ],
  UNPUBLISHED: ({ reason = "", ...article }) => [
    publish(article),
    (world, desk) => unpublishArticle(desk, { ...world.seen(article.slug), reason }),
  ],
};
