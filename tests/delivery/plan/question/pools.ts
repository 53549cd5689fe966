import type { PrismaClient } from "../../../../src/database/generated/client.ts";
import { articlePath } from "../../../../src/domain/slug/index.ts";
import { globalId } from "../../../../src/kernel/global-id.ts";
import { newId } from "../../../../src/kernel/ids.ts";
import { liveSql } from "../../../oracle/live.ts";
import { noon } from "../newsroom/moments.ts";
import type { Newsroom } from "../newsroom/newsroom.ts";

/** Keys of one kind, at least one of each sort. */
export interface Pool {
  /** Of what readers see at noon. */
  readonly seen: readonly string[];
  /** Of whatever else there is, spelled oddly, and of nothing. */
  readonly other: readonly string[];
}

/** What roots of questions are asked by: keys of what there is, spelled well and oddly, and of what there is not. */
export interface Pools {
  readonly articles: Readonly<Record<"ids" | "slugs" | "paths", Pool>>;
  readonly sections: Readonly<Record<"ids" | "paths", Pool>>;
  readonly nodes: Pool;
  /** Paths of articles, of sections, and those that lead away. */
  readonly paths: readonly Pool[];
  readonly searches: readonly string[];
  /** The id of the section a key names at first sight. */
  readonly sectionOf: ReadonlyMap<string, string>;
  /** Cursors by list: `own:ID`, `branch:ID`, `search:QUERY`, `corrections`. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
}

const searches = [
  "harbour",
  "boats storms",
  '"running mayor"',
  "running or mayor",
  "boats -storms",
  "Снова",
  "topic",
  "the",
  "",
  "nothingatall",
  "x".repeat(201),
];

const badIds = [
  "",
  "nonsense",
  newId(),
  globalId("Article", newId()),
  globalId("Section", "x"),
  globalId("Topic", newId()),
];
const badPaths = ["", "/", "//", "nonsense here", "/nowhere", "mailto:a@b", "/%zz", "/../etc", "https://news.example/"];

/** Spellings that fold into the same path. */
const spellings = (path: string): readonly string[] => [
  path,
  `${path}/`,
  path.toUpperCase(),
  `https://news.example${path}?utm=1#top`,
  path.replaceAll("/", "//").slice(1),
  path.replaceAll("-", "%2D"),
];

/** Keys of some articles. */
interface Keys {
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
  readonly paths: readonly string[];
}

async function articleKeys(db: PrismaClient): Promise<{ readonly seen: Keys; readonly other: Keys }> {
  const rows = await db.article.findMany({
    select: {
      ...{ id: true, pathDate: true, visibleFrom: true, slug: true },
      ...{ section: { select: { path: true } }, slugs: { orderBy: { slug: "asc" } } },
    },
    orderBy: { slug: "asc" },
  });
  const live = await db.$queryRaw<{ id: string }[]>`SELECT a.id::text AS id FROM article a WHERE ${liveSql("a", noon)}`;
  const isLive = new Set(live.map(({ id }) => id));
  const keysOf = (some: typeof rows): Keys => ({
    ids: some.map(({ id }) => id),
    slugs: some.flatMap(({ slugs }) => slugs.map(({ slug }) => slug)),
    paths: some.flatMap(({ slug, pathDate, section }) =>
      pathDate === null
        ? []
        : [articlePath({ sectionPath: section.path, firstPublishedAt: pathDate, zone: "UTC", slug })],
    ),
  });
  return {
    seen: keysOf(rows.filter(({ id }) => isLive.has(id))),
    other: keysOf(rows.filter(({ id }) => !isLive.has(id))),
  };
}

/** Some of many, spread evenly, so that pools stay small enough to read. */
const spread = <Thing>(things: readonly Thing[], most: number): readonly Thing[] =>
  things.filter((_, index) => things.length <= most || index % Math.ceil(things.length / most) === 0);

const upper = (text: string): string => text.toUpperCase();

async function articlePools(db: PrismaClient, sections: Newsroom["sections"]): Promise<Pools["articles"]> {
  const { seen, other } = await articleKeys(db);
  const opaque = (id: string): string => globalId("Article", id);
  const byId = spread([...seen.ids, ...other.ids], 6).map((id) => `/${sections[0]?.path ?? ""}/${id}`);
  const formers = spread([...seen.slugs, ...other.slugs], 8).map((slug) => `/of/old/${slug}`);
  return {
    ids: {
      seen: [...seen.ids.map(opaque), ...spread(seen.ids, 5)],
      other: [...other.ids.map(opaque), ...spread(seen.ids, 3).map(upper), ...other.ids.slice(0, 2), ...badIds],
    },
    slugs: { seen: seen.slugs, other: [...other.slugs, "no-such-slug", "Not A Slug", ""] },
    paths: {
      seen: seen.paths,
      other: [...other.paths, ...spread(seen.paths, 4).flatMap(spellings), ...byId, ...formers],
    },
  };
}

function sectionPools(sections: Newsroom["sections"]): Pools["sections"] {
  const ids = sections.map(({ id }) => id);
  const paths = sections.map(({ path }) => `/${path}`);
  return {
    ids: {
      seen: ids.map((id) => globalId("Section", id)),
      other: [...ids, ...ids.slice(0, 2).map(upper), ...badIds],
    },
    paths: { seen: paths, other: [...paths.flatMap(spellings), ...badPaths] },
  };
}

/** Gathers what can be asked of a newsroom; `cursorsOf` answers with the cursors of a list, as a reader sees them. */
export async function poolsOf(
  db: PrismaClient,
  { articles: planted, sections, redirects }: Newsroom,
  cursorsOf: (list: string) => Promise<readonly string[]>,
): Promise<Pools> {
  const [articles, ofSections] = [await articlePools(db, sections), sectionPools(sections)];
  const away = redirects.flatMap((path) => [`${path}/`, `${path}/deeper/${planted[0]?.slug ?? ""}`, `${path}/x`]);
  const lists = [
    ...sections.flatMap(({ id }) => [`own:${id}`, `branch:${id}`]),
    "corrections",
    ...searches.filter((words) => words.length < 200).map((words) => `search:${words}`),
  ];
  const cursors = new Map<string, readonly string[]>();
  for (const list of lists) cursors.set(list, await cursorsOf(list));
  const leading: Pool = { seen: redirects, other: [...away, ...badPaths] };
  return {
    articles: { ...articles, paths: { ...articles.paths, other: [...articles.paths.other, ...redirects] } },
    sections: {
      ...ofSections,
      paths: { ...ofSections.paths, other: [...ofSections.paths.other, ...redirects, ...away] },
    },
    nodes: {
      seen: [...articles.ids.seen, ...ofSections.ids.seen],
      other: [...articles.ids.other, ...ofSections.ids.other],
    },
    paths: [articles.paths, ofSections.paths, leading],
    searches,
    sectionOf: new Map(
      sections.flatMap(({ id, path }) => [globalId("Section", id), id, `/${path}`].map((key) => [key, id] as const)),
    ),
    cursors,
  };
}
