import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { addressesIn, type Block } from "../../src/domain/blocks/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";
import { testDatabase } from "../support/database.ts";
import { aSection } from "../support/factories.ts";
import { plant } from "../support/newspaper.ts";

const house = testDatabase();
const migration = readFileSync(join(rootFolder, "prisma/migrations/20261127000000_links/migration.sql"), "utf8");
const backfill = migration.slice(
  migration.indexOf("CREATE FUNCTION pg_temp.spelled"),
  migration.indexOf("CREATE TRIGGER body_link_unchanged"),
);

const link = (href: string) => ({ kind: "link" as const, start: 0, end: 5, href });
const text = (...hrefs: string[]) => ({ text: "There it is", spans: hrefs.map(link) });
const blocks: readonly Block[] = [
  { id: "p", type: "paragraph", ...text("https://A.example", "https://a.example/") },
  { id: "h", type: "heading", level: 2, ...text("https://a.example?page=1#top") },
  { id: "l", type: "list", ordered: false, items: [text("https://b.example/x"), text()] },
  { id: "t", type: "table", header: [text("http://c.example/y")], rows: [[text("http://c.example/Y")]] },
  { id: "f", type: "factBox", title: "Facts", blocks: [{ id: "i", type: "paragraph", ...text("https://d.example/") }] },
  { id: "e", type: "embed", provider: "video", url: "https://e.example/", fallbackText: "A film" },
];

describe("the addresses of bodies written before they were kept", () => {
  it("are found where the newsroom finds those of new ones, in live, next and newest revisions", async () => {
    const { id: sectionId } = await aSection(house.db);
    const { revisionId } = await plant(house.db, { sectionId, words: { blocks: blocks as never } });
    const client = await house.pool.connect();
    try {
      await client.query("BEGIN");
      await client.query("ALTER TABLE body_link DISABLE TRIGGER USER");
      await client.query(backfill);
      const { rows } = await client.query<{ blockId: string; url: string }>(
        `SELECT l.block_id AS "blockId", x.url FROM body_link l JOIN external_address x ON x.id = l.external_address_id
         WHERE l.revision_id = $1`,
        [revisionId],
      );
      const spelled = ({ blockId, url }: { blockId: string; url: string }) => `${blockId} ${url}`;
      expect(rows.map(spelled).toSorted()).toEqual(addressesIn(blocks).map(spelled).toSorted());
      expect(rows).toHaveLength(6);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
});
