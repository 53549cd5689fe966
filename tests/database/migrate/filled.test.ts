import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { openDatabase, type Database } from "../../../src/database/client.ts";
import { migrate } from "../../../src/database/migrate/index.ts";
import { migrationsFolder } from "../../../src/database/migrate/migrations.ts";
import { silentLog } from "../../../src/kernel/log.ts";
import { verifyAudit } from "../../../src/newsroom/audit/index.ts";
import { listChanges } from "../../../src/newsroom/changes/index.ts";
import { inspectNewsroom } from "../../../src/newsroom/setup/index.ts";
import { testCluster, type TestCluster } from "../../support/cluster.ts";
import { read } from "../../support/delivery.ts";
import { deskOf } from "../../support/factories.ts";
import { projectionsDue, projectionsStanding, type Projections } from "../../support/projections.ts";

jest.setTimeout(300_000);

/** The last migration of the version that filled the newsroom. */
const before = "20261125000200_resolve";
const folder = mkdtempSync(join(tmpdir(), "dateline filled "));
const state = {} as { cluster: TestCluster; database: Database; then: Projections; name: string };

/** A newsroom as that version wrote it: every state, links, a rail, a next revision, redirects, a note, the audit. */
const newsroom = `
  CREATE FUNCTION pg_temp.id(n integer) RETURNS uuid LANGUAGE sql AS
    $$ SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid $$;
  CREATE FUNCTION pg_temp.words(a integer, r integer, number integer, headline text) RETURNS void LANGUAGE sql AS
    $$ INSERT INTO revision (id, article_id, number, headline, short_headline, kicker, standfirst, blocks) VALUES (pg_temp.id(r),
      pg_temp.id(a), number, headline, 'Short ' || headline, 'A "kicker"', headline || ' stands first.', json_build_array(json_build_object('id', 'p1', 'type', 'paragraph', 'text', headline || ' has a body.', 'spans', json_build_array()))) $$;
  CREATE FUNCTION pg_temp.written(a integer, slug text) RETURNS void LANGUAGE sql AS $$
    INSERT INTO article (id, section_id, slug, head_revision_id) VALUES (pg_temp.id(a), pg_temp.id(1), slug, pg_temp.id(a + 1));
    INSERT INTO article_slug (slug, article_id) VALUES (slug, pg_temp.id(a));
    SELECT pg_temp.words(a, a + 1, 1, initcap(replace(slug, '-', ' '))) $$;
  CREATE FUNCTION pg_temp.out(n integer, at timestamptz) RETURNS void LANGUAGE sql AS
    $$ UPDATE article SET state = 'PUBLISHED', live_revision_id = head_revision_id, first_published_at = at, published_at = at,
      updated_at = at, path_date = date '2026-01-02' WHERE id = pg_temp.id(n) $$;

  INSERT INTO app_user (id, email, display_name, role) VALUES (pg_temp.id(2), 'ada@news.example', 'Ada', 'ADMIN');
  INSERT INTO section (id, slug, name, position) VALUES (pg_temp.id(1), 'harbour', 'Harbour', 0);
  SELECT pg_temp.written(n, slug) FROM (VALUES (10, 'a-draft'), (20, 'live-one'), (30, 'planned'), (40, 'under-embargo'),
    (50, 'taken-down'), (60, 'withdrawn'), (70, 'in-the-bin'), (80, 'ending'), (90, 'held-back')) written(n, slug);

  SELECT pg_temp.words(20, 22, 2, 'Live One Tomorrow');
  INSERT INTO external_address (id, url) VALUES (pg_temp.id(3), 'https://example.org/tide');
  INSERT INTO related_link (revision_id, position, article_id, key, target_article_id, external_address_id, headline, reciprocal) VALUES
    (pg_temp.id(21), 0, pg_temp.id(20), pg_temp.id(201), pg_temp.id(80), NULL, NULL, true),
    (pg_temp.id(21), 1, pg_temp.id(20), pg_temp.id(202), pg_temp.id(60), NULL, 'Gone', false),
    (pg_temp.id(21), 2, pg_temp.id(20), pg_temp.id(203), pg_temp.id(30), NULL, 'Not yet', false),
    (pg_temp.id(21), 3, pg_temp.id(20), pg_temp.id(204), NULL, pg_temp.id(3), 'Tide tables', false);
  SELECT pg_temp.out(n, now() - interval '1 day') FROM unnest(ARRAY[20, 50, 60, 80, 90]) n;
  SELECT pg_temp.out(30, now() + interval '1 day');
  UPDATE article SET head_revision_id = pg_temp.id(22), next_revision_id = pg_temp.id(22), next_at = now() + interval '2 days',
    version = version + 1 WHERE id = pg_temp.id(20);
  UPDATE article SET embargo_until = now() + interval '3 days' WHERE id = pg_temp.id(40);
  UPDATE article SET embargo_hold = true WHERE id = pg_temp.id(10);
  UPDATE article SET state = 'UNPUBLISHED' WHERE id = pg_temp.id(50);
  UPDATE article SET state = 'KILLED' WHERE id = pg_temp.id(60);
  UPDATE article SET state = 'SPIKED' WHERE id = pg_temp.id(70);
  UPDATE article SET expires_at = now() + interval '4 days', updated_at = now() - interval '1 hour' WHERE id = pg_temp.id(80);
  UPDATE article SET state = 'HELD' WHERE id = pg_temp.id(90);

  INSERT INTO rail (id, key, title_template, position, fill) VALUES (pg_temp.id(4), 'pinned', 'Pinned', 0, 'NONE');
  INSERT INTO rail_pin (rail_id, position, article_id) VALUES (pg_temp.id(4), 0, pg_temp.id(80));
  INSERT INTO redirect (id, from_path, to_path, origin) VALUES
    (pg_temp.id(5), '/old', '/older', 'MANUAL'), (pg_temp.id(6), '/older', '/harbour', 'MANUAL');
  INSERT INTO correction (id, article_id, revision_id, kind, text, published_at)
    VALUES (pg_temp.id(7), pg_temp.id(20), pg_temp.id(21), 'CORRECTION', 'It was noon.', now() - interval '1 hour');
  INSERT INTO audit_event (actor_kind, actor_name, door, action, entity_type, entity_id, reason) VALUES
    ('USER', 'Ada', 'CLI', 'article:publish', 'article', pg_temp.id(20), NULL),
    ('USER', 'Ada', 'CLI', 'article:kill', 'article', pg_temp.id(60), 'wholly wrong')`;

beforeAll(async () => {
  state.cluster = await testCluster();
  state.name = `filled_${String(process.pid)}`;
  await state.cluster.run(`create database ${state.name}`);
  const url = state.cluster.urlOf(state.name);
  const old = readdirSync(migrationsFolder).filter((name) => name <= before || !/^\d/.test(name));
  for (const name of old) cpSync(join(migrationsFolder, name), join(folder, name), { recursive: true });
  await migrate(url, { folder });
  state.database = openDatabase(url, { connections: 4, log: silentLog });
  // Many statements in one query are one transaction.
  await state.database.pool.query(newsroom);
  state.then = await projectionsStanding(state.database.pool);
  await migrate(url);
}, 300_000);
afterAll(async () => {
  await state.database.close();
  await state.cluster.run(`drop database ${state.name} with (force)`);
  await state.cluster.leave();
  rmSync(folder, { recursive: true });
});

const ahead = (days: number): Date => new Date(Date.now() + days * 86_400_000 + 60_000);
const all = '{ search(query: "body", first: 20) { edges { node { slug } } } }';

describe("a newsroom filled by the version before", () => {
  it("has after migrating what readers had, and what they should have", async () => {
    const now = await projectionsStanding(state.database.pool);
    expect(state.then.cards).toHaveLength(4);
    // What a card has been given since stands last.
    const cards = now.cards.map((card, place) => card.slice(0, state.then.cards[place]?.length));
    expect({ ...now, cards }).toEqual(state.then);
    expect(now).toEqual(await projectionsDue(state.database.db));
    expect(await inspectNewsroom(state.database)).toMatchObject({
      missingRows: 0,
      outOfStep: 0,
      articles: 9,
      users: 1,
    });
  });

  it("shows readers the same, now and when the clock comes to what was planned", async () => {
    const query = `{ article(by: { slug: "live-one" }) { headline path corrections { text } relatedLinks { __typename headline } }
      other: article(by: { slug: "ending" }) { headline backLinks: relatedLinks { headline } }
      planned: article(by: { slug: "planned" }) { headline } down: article(by: { slug: "taken-down" }) { headline } }`;
    expect(await read(state.database, query)).toEqual({
      article: {
        ...{ headline: "Live One", path: "/harbour/2026/01/02/live-one", corrections: [{ text: "It was noon." }] },
        relatedLinks: [
          { __typename: "ArticleLink", headline: "Ending" },
          { __typename: "UnlinkedTeaser", headline: "Not yet" },
          { __typename: "ExternalLink", headline: "Tide tables" },
        ],
      },
      ...{ other: { headline: "Ending", backLinks: [{ headline: "Live One" }] }, planned: null, down: null },
    });
    const later = await read(state.database, query, {}, ahead(2));
    expect(later).toMatchObject({ article: { headline: "Live One Tomorrow" }, planned: { headline: "Planned" } });
    expect(await read(state.database, query, {}, ahead(4))).toMatchObject({ other: null });
    expect(await read(state.database, all)).toMatchObject({ search: { edges: [{}, {}] } });
  });

  it("resolves its old paths", async () => {
    const asked = "query ($path: String!) { resolve(path: $path) { __typename } }";
    for (const path of ["/old", "/older", "/harbour"]) {
      expect(await read(state.database, asked, { path })).not.toEqual({ resolve: null });
    }
  });

  it("keeps its audit in the new chain, and numbers what is due", async () => {
    const desk = deskOf(state.database.db, "SYSTEM");
    expect(await verifyAudit(desk)).toMatchObject({ checked: 2, fault: null });
    const { changes } = await listChanges(desk, { first: 100 });
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map(({ number }) => Number(number))).toEqual(changes.map((_, index) => index + 1));
    expect(changes.every(({ dueAt }) => dueAt <= new Date())).toBe(true);
    const waiting = await state.database.db.change.findMany({ where: { number: null } });
    expect(new Set(waiting.map(({ boundary }) => boundary))).toEqual(new Set(["published", "updated", "expired"]));
  });

  it("goes on from where it stood", async () => {
    const bin = await state.database.db.article.findUniqueOrThrow({ where: { slug: "in-the-bin" } });
    expect(bin.spikedFrom).toBe("DRAFT");
    const kill = "update article set state = 'DRAFT' where slug = 'withdrawn'";
    await expect(state.database.pool.query(kill)).rejects.toThrow(/stays killed/);
  });
});
