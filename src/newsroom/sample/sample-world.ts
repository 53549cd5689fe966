import { dayInZone } from "../../domain/slug/index.ts";
import type { ArticleRow } from "../articles/index.ts";
import type { OpenDesk } from "../desk.ts";
import type { BodyNames } from "./body-blocks.ts";

const HOUR = 3_600_000;

/** What has been loaded so far, by the names the sample's files use, and the desk at any hour before the loading. */
export interface SampleWorld extends BodyNames {
  /** The desk at the loading. */
  readonly desk: OpenDesk;
  readonly sections: Map<string, string>;
  readonly contributors: Map<string, { readonly id: string; readonly name: string }>;
  readonly topics: Map<string, string>;
  readonly media: Map<string, string>;
  readonly articles: Map<string, ArticleRow>;
  /** The moment so many hours before the loading; after it when negative. */
  readonly at: (hoursAgo: number) => Date;
  /** The desk as it was so many hours before the loading. */
  readonly deskAt: (hoursAgo: number) => OpenDesk;
  /** An article as it now stands: its id and the version an edit must name. */
  readonly seen: (slug: string) => { readonly id: string; readonly expectedVersion: number };
}

/** An empty world; the loading is at the desk's time. */
export function emptyWorld(desk: OpenDesk): SampleWorld {
  const loaded = desk.now().getTime();
  const [media, articles] = [new Map<string, string>(), new Map<string, ArticleRow>()];
  const at = (hoursAgo: number) => new Date(loaded - hoursAgo * HOUR);
  return {
    ...{ desk, media, articles, at, sections: new Map(), contributors: new Map(), topics: new Map() },
    deskAt: (hoursAgo) => ({ ...desk, now: () => at(hoursAgo) }),
    day: (hoursAgo) => dayInZone(at(hoursAgo), desk.zone),
    mediaId: (key) => named(media, key),
    articleId: (slug) => named(articles, slug).id,
    seen: (slug) => {
      const { id, version } = named(articles, slug);
      return { id, expectedVersion: version };
    },
  };
}

/** What a name stands for. Throws when nothing bears it: the sample's files are wrong. */
export function named<T>(things: ReadonlyMap<string, T>, name: string): T {
  const thing = things.get(name);
  if (thing === undefined) throw new Error(`The sample names "${name}", which is not in it or comes later.`);
  return thing;
}
