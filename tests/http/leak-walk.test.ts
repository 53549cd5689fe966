import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import {
  buildClientSchema,
  getIntrospectionQuery,
  isIntrospectionType,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import type { HttpServer } from "../../src/http/index.ts";
import { cursorsOf } from "../../src/delivery/lists/cursor.ts";
import { globalId } from "../../src/kernel/global-id.ts";
import { createPreview } from "../../src/newsroom/preview/index.ts";
import { testDatabase } from "../support/database.ts";
import { deskOf } from "../support/factories.ts";
import type { Planted } from "../support/newspaper.ts";
import { openServer, post } from "./cache/world.ts";
import { plantLeakNewsroom, type LeakNewsroom } from "./leak/newsroom.ts";
import { askOver, chunks, openWalk, walkBelow, type Door, type Values, type Walk } from "./leak/walk.ts";

jest.setTimeout(600_000);

const house = testDatabase();
const opened: { server?: HttpServer; newsroom?: LeakNewsroom; schema?: GraphQLSchema } = {};
const newsroom = (): LeakNewsroom => opened.newsroom!;
const schema = (): GraphQLSchema => opened.schema!;
const door = (): Door => ({ url: opened.server!.url, path: "/graphql" });
const walk: Walk = openWalk();

/** The tables whose every text is watched. */
const walked = [
  ...["article", "article_slug", "revision", "byline", "media_placement", "related_link", "external_address", "media"],
  ...["media_credit", "agency", "agency_alias", "contributor", "topic", "section", "correction", "redirect", "rail"],
  ...["app_user", "api_client", "audit_event", "external_id"],
] as const;

beforeAll(async () => {
  opened.newsroom = await plantLeakNewsroom(house.db);
  opened.server = await openServer(house);
  const { text } = await post(opened.server.url, { query: getIntrospectionQuery({ oneOf: true }) });
  opened.schema = buildClientSchema((JSON.parse(text) as { data: IntrospectionQuery }).data);
});
afterAll(() => opened.server?.close());

const everyArticle = (): readonly Planted[] => [...Object.values(newsroom().live), ...Object.values(newsroom().hidden)];

/** Slugs an article has or had. */
async function slugsOf({ id }: Planted): Promise<readonly string[]> {
  return (await house.db.articleSlug.findMany({ where: { articleId: id } })).map(({ slug }) => slug);
}

async function pathsOf(article: Planted): Promise<readonly string[]> {
  const section = await house.db.section.findUniqueOrThrow({ where: { id: article.sectionId } });
  const { pathDate } = await house.db.article.findUniqueOrThrow({ where: { id: article.id } });
  const day = pathDate?.toISOString().slice(0, 10).replaceAll("-", "/") ?? "2026/03/01";
  const slugs = await slugsOf(article);
  return [...slugs, article.id].map((name) => `/${section.path}/${day}/${name}`);
}

/** Everything each root field can be asked by: some of it deeply, all of it briefly. */
async function valuesFor(deep: readonly Planted[]): Promise<Readonly<Record<string, readonly Values[]>>> {
  const sections = Object.values(newsroom().sections);
  const [articles, vault, news] = [everyArticle(), newsroom().sections["vault"]!, newsroom().sections["news"]!];
  const slugs = (await Promise.all(articles.map(slugsOf))).flat();
  const paths = (await Promise.all(articles.map(pathsOf))).flat();
  const nameless = [...newsroom().redirects, "/nowhere/at-all", "/old-news/2019/x", "/old-news/harbour"];
  const everyPath = [...paths, ...nameless, ...sections.map(({ path }) => `/${path}`)];
  const hidden = [...newsroom().hiddenIds.keys()].flatMap((id) =>
    ["Article", "Section", "Media", "Topic", "Contributor", "Revision"].map((type) => globalId(type, id)),
  );
  const ids = articles.map(({ id }) => globalId("Article", id));
  const section = globalId("Section", news.id);
  const brief = (variables: Values["variables"]): Values => ({
    ...{ variables, briefly: true as const },
    // A section that stands in no list is still shown to whoever knows its address.
    allowed: (place) =>
      JSON.stringify(variables).includes(vault.path) ||
      JSON.stringify(variables).includes(globalId("Section", vault.id))
        ? place.startsWith("vault: section.") || place.startsWith("vault: id")
        : false,
  });
  return {
    article: [
      ...deep.map(({ slug }) => ({ variables: { by: { slug } } })),
      ...[...slugs.map((slug) => ({ slug })), ...[...paths, ...nameless].map((path) => ({ path }))].map((by) =>
        brief({ by }),
      ),
      ...[...ids, ...articles.map(({ id }) => id)].map((id) => brief({ by: { id } })),
    ],
    section: [
      { variables: { by: { path: `/${news.path}` } } },
      ...everyPath.map((path) => brief({ by: { path } })),
      ...sections.map(({ id }) => brief({ by: { id: globalId("Section", id) } })),
    ],
    sections: [{ variables: {} }],
    node: [...deep.slice(0, 1).map(({ id }) => globalId("Article", id)), section].map((id) => ({ variables: { id } })),
    nodes: [
      ...deep
        .slice(0, 1)
        .map((one) => ({ variables: { ids: [globalId("Article", one.id), section, ...ids.slice(-1)] } })),
      ...chunks([...ids, ...hidden], 100).map((some) => brief({ ids: some })),
    ],
    resolve: [
      ...(await Promise.all(deep.slice(0, 1).map(pathsOf))).map(([path]) => ({ variables: { path } })),
      ...everyPath.map((path) => brief({ path })),
    ],
    search: [
      { variables: { query: "ferry or sails or plain", first: 8 } },
      ...chunks([...newsroom().canaries.places.keys()], 15).map((some) =>
        brief({ query: some.join(" or "), first: 100 }),
      ),
    ],
    corrections: [
      { variables: { first: 2 } },
      ...[{}, { kind: "RETRACTION" }, { after: await cursorOfCorrections() }].map((more) =>
        brief({ first: 100, ...more }),
      ),
    ],
  };
}

/** Where the list of corrections goes on after its first one. */
async function cursorOfCorrections(): Promise<string> {
  const { text } = await post(door().url, {
    query: "{ corrections(first: 1) { pageInfo { endCursor } } }",
    variables: {},
  });
  const { data } = JSON.parse(text) as { data: { corrections: { pageInfo: { endCursor: string } } } };
  return data.corrections.pageInfo.endCursor;
}

const connection =
  "totalCount pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor } edges { __typename cursor node { __typename id } }";

interface Page {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
}

/** A page of a section's list, looked over like every other answer. */
async function pageOf(section: string, args: string, variables: object = {}, declared = ""): Promise<Page> {
  const query = `query ($id: ID!${declared}) { section(by: { id: $id }) { __typename id articles(${args}) { __typename ${connection} } } }`;
  const { text } = await askOver({ newsroom: newsroom(), door: door() }, walk, {
    query,
    variables: { id: globalId("Section", section), ...variables },
  });
  return (JSON.parse(text) as { data: { section: { articles: Page } } }).data.section.articles;
}

describe("A walk through all of delivery", () => {
  it("meets nothing that is not live, however it is asked", async () => {
    const { live, hidden } = newsroom();
    const deep = [live["hub"]!, live["next"]!, hidden["draft"]!, hidden["killed"]!];
    for (const [root, asked] of Object.entries(await valuesFor(deep)))
      await walkBelow({ newsroom: newsroom(), schema: schema(), door: door() }, walk, root, asked);
    expect(walk.leaks).toEqual([]);
  });

  it("has been asked by every root field and has seen every field of every type, with a value", () => {
    const types = Object.values(schema().getTypeMap()).filter((type) => isObjectType(type));
    const all = types
      .filter((type) => !isIntrospectionType(type))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter((name) => (walk.seen.get(name) ?? 0) === 0)).toEqual([]);
  });

  it("meets nothing in pages, from either end, and counts what is live", async () => {
    for (const [id, { own, branch }] of newsroom().counts) {
      if (id === newsroom().sections["vault"]!.id) continue;
      for (const [includeChildren, count] of [
        [false, own],
        [true, branch],
      ] as const) {
        const seen = new Set<string>();
        let after: string | null = null;
        for (let pages = 0; pages < 20; pages += 1) {
          const args = `first: 1, after: $after, includeChildren: ${String(includeChildren)}`;
          const page: Page = await pageOf(id, args, { after }, ", $after: String");
          expect(page.totalCount).toBe(count);
          for (const { node } of page.edges) seen.add(node.id);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(seen.size).toBe(count);
        const back = await pageOf(
          id,
          `last: 100, before: $before, includeChildren: ${String(includeChildren)}`,
          { before: null },
          ", $before: String",
        );
        expect(back.edges).toHaveLength(count);
      }
    }
    walk.given.add("Section.articles(after)").add("Section.articles(before)").add("Section.articles(last)");
    expect(walk.leaks).toEqual([]);
  });

  it("learns nothing from a cursor that names a hidden article", async () => {
    const harbour = newsroom().sections["harbour"]!.id;
    const live = await pageOf(harbour, "first: 100");
    for (const { id } of Object.values(newsroom().hidden)) {
      const { publishedAt } = await house.db.article.findUniqueOrThrow({ where: { id } });
      const place = { rank: 0, publishedAt: publishedAt ?? new Date(Date.now() - 90 * 60_000), id };
      const cursor = cursorsOf(`section:${harbour}:own`)(place);
      const [after, before] = [
        await pageOf(harbour, "first: 100, after: $cursor", { cursor }, ", $cursor: String"),
        await pageOf(harbour, "last: 100, before: $cursor", { cursor }, ", $cursor: String"),
      ];
      // Every live article stands on exactly one side, and what is said of the other side counts only live ones.
      expect([...before.edges, ...after.edges]).toEqual(live.edges);
      expect(after.pageInfo.hasPreviousPage).toBe(before.edges.length > 0);
      expect(before.pageInfo.hasNextPage).toBe(after.edges.length > 0);
    }
    expect(walk.leaks).toEqual([]);
  });

  it("finds no hidden word by searching, and is refused in words that repeat none", async () => {
    const query =
      "query ($query: String!, $first: Int, $after: String) { search(query: $query, first: $first, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
    const places = [...newsroom().canaries.places.keys()];
    for (const word of [...places.slice(0, 5), chunks(places, 15)[0]!.join(" or ")]) {
      const { text } = await askOver({ newsroom: newsroom(), door: door() }, walk, {
        query,
        variables: { query: word, first: 5 },
      });
      expect(JSON.parse(text)).toMatchObject({
        data: { search: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } },
      });
    }
    const word = places[0]!;
    const wrong = [
      { query, variables: { query: word.repeat(40) } },
      { query, variables: { query: word, after: word } },
      { query, variables: { query: { [word]: word } } },
      { query: `{ ${word} }`, variables: {} },
      { query: `{ article(by: { slug: "${word}", path: "/${word}" }) { id } }`, variables: {} },
      { query: "query ($by: ArticleBy!) { article(by: $by) { id } }", variables: { by: { slug: word, id: word } } },
      { query: "query ($by: SectionBy!) { section(by: $by) { id } }", variables: { by: { [word]: word } } },
    ];
    for (const question of wrong) {
      const { text } = await post(door().url, question);
      expect(text).toContain('"errors"');
      // The client's own query text is its own; what a field is called may be said back.
      if (!question.query.includes(word)) expect(text.toLowerCase()).not.toContain(word);
    }
    walk.given.add("Query.search(after)");
    expect(walk.leaks).toEqual([]);
  });

  it("has given every argument there is", () => {
    const types = Object.values(schema().getTypeMap()).filter(
      (type) => isObjectType(type) && !isIntrospectionType(type),
    );
    const all = types.flatMap((type) =>
      Object.values((type as GraphQLObjectType).getFields()).flatMap(({ name, args }) =>
        args.map((arg) => `${type.name}.${name}(${arg.name})`),
      ),
    );
    expect(all.filter((name) => !walk.given.has(name))).toEqual([]);
  });
});

describe("The same walk, by whoever bears a preview token", () => {
  // Every state is tried, so not every key of every other article.
  const some = (values: readonly Values[]): readonly Values[] =>
    values.filter(({ briefly }, index) => briefly === true && index % 7 === 0);
  const asked = async (name: string): Promise<Walk> => {
    const article = newsroom().hidden[name] ?? newsroom().live[name]!;
    const owner = name in newsroom().hidden ? name : "draft beside live";
    const { token } = await createPreview(deskOf(house.db, "SYSTEM"), { articleId: article.id });
    const headers = { authorization: `Bearer ${token}` };
    const previewing: Door = {
      ...{ url: door().url, path: "/preview/graphql", headers },
      // It also stands in the vault, and whoever sees the article is told where it stands.
      allowed: (place) => place.startsWith(`${owner}: `) || /^vault: (section|id)/.test(place),
    };
    const found = openWalk();
    const world = { newsroom: newsroom(), schema: schema(), door: previewing };
    const deep = name === "draft" ? {} : { briefly: true as const };
    const by = { slug: article.slug };
    const keys = await valuesFor([]);
    await walkBelow(world, found, "article", [{ variables: { by }, ...deep }, ...some(keys["article"]!)]);
    for (const root of ["search", "resolve", "nodes"]) await walkBelow(world, found, root, some(keys[root]!));
    await walkBelow(world, found, "sections", [{ variables: {}, briefly: true }]);
    return found;
  };
  const words = [
    "headline",
    "standfirst",
    "kicker",
    "short_headline",
    "blocks paragraph",
    "blocks cell",
    "blocks fallback",
  ];
  const people = [
    "byline.name_as_written",
    "contributor.display_name",
    "contributor.bio",
    "topic.name",
    "media.caption",
  ];
  const told = [...words.map((word) => `revision.${word}`), ...people, "external_address.url", "correction.text"];
  const never = [
    "revision.note",
    "article.embargo_note",
    "correction.internal_reason",
    "contributor.email",
    "media.instructions",
  ];

  it("hears every word of that article, nothing that is the desk's own, and nothing of any other", async () => {
    const found = await asked("draft");
    expect(found.leaks).toEqual([]);
    const missing = told.filter((place) => !found.heard.has(`draft: ${place}`) && place !== "media.caption");
    expect(missing).toEqual([]);
    expect(never.filter((place) => found.heard.has(`draft: ${place}`))).toEqual([]);
  });

  it.each([
    "in review",
    "approved",
    "spiked",
    "embargoed",
    "embargoed without end",
    "scheduled",
    "held",
    "unpublished",
    "killed",
    "expired",
    "in the vault",
  ])("hears an article that is %s", async (name) => {
    const found = await asked(name);
    expect(found.leaks).toEqual([]);
    expect([...found.heard]).toEqual(
      expect.arrayContaining([`${name}: revision.headline`, `${name}: revision.standfirst`]),
    );
  });

  it("hears the newer draft of a live article, which stays as it is everywhere else", async () => {
    const found = await asked("beside");
    expect(found.leaks).toEqual([]);
    expect([...found.heard]).toContain("draft beside live: revision.headline");
  });
});

// Words that stand for no text: keys, spellings of an enum, what Postgres or we make, and what only live things have.
const noText: Readonly<Record<string, readonly string[]>> = {
  article: [],
  revision: [],
  media: ["sha256"],
  section: ["path"],
  rail: ["key", "title_template"],
  live_card: [],
  api_client: ["key_hash"],
};

describe("The newspaper that was walked through", () => {
  it("has a canary in every column that holds text", async () => {
    const columns = await house.db.$queryRaw<{ table: string; column: string }[]>`
      select c.table_name as table, c.column_name as column from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
          and c.table_name = any(${[...walked]}) and c.data_type in ('text', 'json', 'jsonb', 'ARRAY', 'character varying')
          and c.udt_name not in ('_uuid')`;
    const silent: string[] = [];
    for (const { table, column } of columns) {
      if (noText[table]?.includes(column) === true) continue;
      const { rows } = await house.pool.query<{ sings: boolean }>({
        text: "select exists(select from query_to_xml(format('select %I::text as c from %I', $2::text, $1::text), false, true, '') x where x::text ~ 'zqx[0-9a-z]{4}') as sings",
        values: [table, column],
      });
      if (rows[0]?.sings !== true) silent.push(`${table}.${column}`);
    }
    expect(columns.length).toBeGreaterThan(60);
    expect(silent).toEqual([]);
  });
});
