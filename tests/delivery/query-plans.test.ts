import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import { globalId } from "../../src/kernel/global-id.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";
import { archive, archiveSize } from "../support/archive.ts";
import { testDatabase } from "../support/database.ts";
import { actualScans, plannedScans, statementsOf } from "../support/explain.ts";
import { read } from "../support/delivery.ts";

jest.setTimeout(300_000);
const house = testDatabase(archive);
const folder = join(rootFolder, "schema/operations/reader");

/** Tables that stay small whatever the archive grows to. */
const small = new Set(["section", "rail", "rail_pin", "topic", "agency"]);

/** Variables for the stored operations that show each of them at its full size: what the archive knows by heart. */
const variables: Readonly<Record<string, () => Promise<readonly Record<string, unknown>[]>>> = {
  ArticleScreen: async () => {
    const [{ id, path }] = await someArticles();
    return [{ slug: "article-500" }, { slug: "article-500-once" }, { id }, { path }, { path: "/old/10" }].map((by) => ({
      by,
    }));
  },
  CorrectionsScreen: async () => {
    const { corrections } = await read<{ corrections: { pageInfo: { endCursor: string } } }>(
      house,
      "{ corrections(first: 100) { pageInfo { endCursor } } }",
    );
    return [{ first: 100 }, { kind: "RETRACTION" }, { after: corrections.pageInfo.endCursor }];
  },
  HomeScreen: async () => [{ section: "/s1" }],
  OfflineArticles: async () => [{ ids: (await someArticles()).map(({ id }) => id) }],
  ResolvePath: async () => {
    const [{ id, path }] = await someArticles();
    const paths = [
      path,
      "/s1",
      "/old/10",
      "/old/70/deeper",
      "/archive/any/where",
      "/any/article-500-once",
      `/x/${id}`,
      "/none",
    ];
    return paths.map((one) => ({ path: one }));
  },
  SearchScreen: async () => [{ query: "harbour" }, { query: '"number 77" or boats' }],
  SectionScreen: async () => {
    const { section } = await read<{ section: { articles: { pageInfo: { endCursor: string } } } }>(
      house,
      '{ section(by: { path: "/s1" }) { articles(first: 100) { pageInfo { endCursor } } } }',
    );
    return [
      { path: "/s1" },
      { path: "/s1/s9", first: 100 },
      { path: "/s1", after: section.articles.pageInfo.endCursor },
    ];
  },
  SectionTree: async () => [{}],
};

interface Some {
  readonly id: string;
  readonly path: string;
}

async function someArticles(): Promise<readonly [Some, ...Some[]]> {
  const { nodes } = await read<{ nodes: readonly [Some, ...Some[]] }>(
    house,
    "query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Article { path } } }",
    {
      ids: (
        await house.db.article.findMany({ where: { slug: { in: ["article-500", "article-600", "article-700"] } } })
      ).map(({ id }) => globalId("Article", id)),
    },
  );
  return nodes;
}

const growing = (tables: readonly string[]): readonly string[] => tables.filter((table) => !small.has(table));

describe(`With ${String(archiveSize)} articles`, () => {
  const operations = readdirSync(folder).filter((name) => name.endsWith(".graphql"));

  it.each(operations)("%s reads no table that grows with the archive from end to end", async (file) => {
    const query = readFileSync(join(folder, file), "utf8");
    const given = await variables[file.replace(".graphql", "")]?.();
    expect(given).toBeDefined();
    const client = await house.pool.connect();
    try {
      for (const one of given ?? []) {
        const statements = await statementsOf(house, query, one);
        expect(statements.length).toBeGreaterThan(0);
        for (const statement of statements) {
          const planned = growing(await plannedScans(client, statement));
          const actual = growing(await actualScans(client, statement));
          expect({ given: one, planned, actual }).toEqual({ given: one, planned: [], actual: [] });
        }
      }
    } finally {
      client.release();
    }
  });
});
