import type { Database } from "../../src/database/client.ts";
import type { Template } from "./template.ts";

/** How many articles the archive holds. */
export const archiveSize = 50_000;

/** A piece of a statement: a uuid of our own making (version 8), so that rows find each other without look-ups. */
const id = (noun: string, n: string): string =>
  `overlay(overlay(md5('${noun}' || (${n})) placing '8' from 13) placing 'a' from 17)::uuid`;

const section = `mod(n, 24) + 1`;
const day = `date_trunc('milliseconds', now()) - make_interval(mins => n * 30)`;
const articles = `generate_series(1, ${String(archiveSize)}) n`;

/** Eight sections at the top and two below each; people, topics, pictures and sites in likely numbers. */
const stock = [
  `insert into section (id, parent_id, slug, path, name, position)
    select ${id("section", "n")}, case when n > 8 then ${id("section", "mod(n - 1, 8) + 1")} end, 's' || n,
      case when n > 8 then 's' || mod(n - 1, 8) + 1 || '/' else '' end || 's' || n, 'Section ' || n, n
    from generate_series(1, 24) n`,
  `insert into contributor (id, display_name, slug)
    select ${id("contributor", "n")}, 'Writer ' || n, 'writer-' || n from generate_series(1, 2000) n`,
  `insert into topic (id, type, slug, name)
    select ${id("topic", "n")}, (enum_range(null::topic_type))[mod(n, 7) + 1], 'topic-' || n, 'Topic ' || n
    from generate_series(1, 500) n`,
  `insert into agency (id, name, kind) select ${id("agency", "n")}, 'Agency ' || n, 'picture' from generate_series(1, 50) n`,
  `insert into media (id, sha256, mime, bytes, width, height, storage_key, alt, credit_line, changed_at)
    select ${id("media", "n")}, md5('a' || n) || md5('b' || n), 'image/jpeg', 1000, 800, 600, n || '.jpg', 'Picture ' || n,
      'Writer/ Agency', now() from generate_series(1, 10000) n`,
  `insert into media_credit (media_id, position, role, name, start, "end", agency_id)
    select ${id("media", "n")}, part, 'agency', 'Agency ' || part, part, part + 1, ${id("agency", "mod(n, 50) + 1")}
    from generate_series(1, 10000) n, generate_series(0, 1) part`,
  `insert into external_address (id, url)
    select ${id("address", "n")}, 'https://elsewhere.example/' || n from generate_series(1, 10000) n`,
];

/** Articles half an hour apart: most live, some held, ahead or expired, some with a next revision. */
const texts = [
  `insert into revision (id, article_id, number, headline, standfirst, blocks)
    select ${id("revision", "n || '/' || number")}, ${id("article", "n")}, number, 'Headline ' || n || ' of harbour ' || mod(n, 97),
      'What number ' || n || ' is about', case when mod(n, 5) > 0
        then '[{"id":"p","type":"paragraph","text":"A short body about boats.","spans":[]}]'
        else '[{"id":"i","type":"image","mediaId":"' || ${id("media", "mod(n, 10000) + 1")} || '"}]' end::json
    from ${articles}, generate_series(1, 2) number where number = 1 or mod(n, 100) = 0`,
  `insert into article (id, state, section_id, slug, head_revision_id, live_revision_id, next_revision_id, next_at,
      first_published_at, path_date, published_at, updated_at, expires_at, changed_at)
    select ${id("article", "n")}, case when mod(n, 50) = 1 then 'HELD' else 'PUBLISHED' end::article_state,
      ${id("section", section)}, 'article-' || n, ${id("revision", "n || '/1'")}, ${id("revision", "n || '/1'")},
      case when mod(n, 100) = 0 then ${id("revision", "n || '/2'")} end,
      case when mod(n, 100) = 0 then now() + make_interval(hours => mod(n / 100, 48) - 24) end,
      at, at, at, at, case when mod(n, 70) = 2 then at + interval '1 day' end, now()
    from (select n, case when mod(n, 200) = 3 then now() + interval '1 day' else ${day} end as at from ${articles}) dated`,
  `insert into article_slug (slug, article_id)
    select 'article-' || n || past, ${id("article", "n")} from ${articles}, unnest(array['', '-once']) past
    where past = '' or mod(n, 10) = 0`,
  `insert into article_section (article_id, section_id)
    select ${id("article", "n")}, ${id("section", "mod(n + 5, 24) + 1")} from ${articles} where mod(n, 5) = 0`,
];

/** What the revisions hold, and what hangs on articles. */
const children = [
  `insert into byline (revision_id, position, contributor_id, name_as_written)
    select ${id("revision", "n || '/1'")}, 0, ${id("contributor", "mod(n, 2000) + 1")}, 'Writer ' || mod(n, 2000) from ${articles}`,
  `insert into article_topic (revision_id, topic_id, position)
    select ${id("revision", "n || '/1'")}, ${id("topic", "mod(n * (1 + position * 7), 500) + 1")}, position
    from ${articles}, generate_series(0, 1) position where position = 0 or mod(n * 7, 500) <> 0
    on conflict do nothing`,
  `insert into media_placement (revision_id, role, position, media_id)
    select ${id("revision", "n || '/1'")}, role, 0, ${id("media", "mod(n, 10000) + 1")}
    from ${articles}, unnest(array['LEAD', 'GALLERY']::placement_role[]) role where role = 'LEAD' or mod(n, 3) = 0`,
  `insert into related_link (revision_id, article_id, position, key, target_article_id, external_address_id, headline, reciprocal)
    select ${id("revision", "n || '/1'")}, ${id("article", "n")}, position, ${id("link", "n || '/' || position")},
      case when position = 0 then ${id("article", `mod(n * 31, ${String(archiveSize)}) + 1`)} end,
      case when position = 1 then ${id("address", "mod(n, 10000) + 1")} end,
      case when position = 1 then 'Elsewhere' end, position = 0 and mod(n, 3) = 0
    from ${articles}, generate_series(0, 1) position where position = 0 or mod(n, 2) = 0`,
  `insert into hidden_link_back (article_id, from_id)
    select ${id("article", "n")}, ${id("article", "n + 1")} from generate_series(1, ${String(archiveSize / 5)}) n`,
  `insert into correction (id, article_id, kind, text, published_at)
    select ${id("correction", "n")}, ${id("article", "n")}, 'CORRECTION', 'It was a barge.', now() - interval '1 hour'
    from ${articles} where mod(n, 10) = 0`,
  `insert into redirect (id, from_path, is_prefix, to_article_id, origin)
    select ${id("redirect", "n")}, '/old/' || n, mod(n, 7) = 0, ${id("article", "n")}, 'IMPORT' from ${articles} where mod(n, 10) = 0`,
  `insert into redirect (from_path, is_prefix, to_section_id, origin, id)
    select '/archive', true, ${id("section", "1")}, 'SECTION', ${id("redirect", "0")}`,
];

const rails = [
  `insert into rail (id, key, title_template, position, fill, topic_type, topic_id, max_items)
    select ${id("rail", "n")}, 'rail-' || n, 'More from {section}', n, fill::rail_fill,
      case fill when 'TOPIC_TYPE' then 'BLOG'::topic_type end, case fill when 'TOPIC' then ${id("topic", "1")} end, 5
    from unnest(array['SECTION', 'TOPIC_TYPE', 'TOPIC', 'NEWEST', 'NONE']) with ordinality filled(fill, n)`,
  `insert into rail_pin (rail_id, position, article_id)
    select ${id("rail", "n")}, n, ${id("article", "n * 11 + 3")} from generate_series(1, 5) n`,
];

// The vectors only have to be as many and as large as real ones; making them as the projection does takes minutes.
const words = `insert into search_doc (revision_id, article_id, published_at, visible_from, visible_until, words, head)
  select revision_id, article_id, published_at, visible_from, visible_until,
    to_tsvector('simple', headline || ' ' || standfirst || ' a short body about boats'), to_tsvector('simple', headline)
  from live_card`;

const settings = ["statement_timeout = 0", "synchronous_commit = off", "jit = off", "work_mem = '64MB'"];

async function fill({ pool }: Database): Promise<void> {
  const client = await pool.connect();
  try {
    for (const setting of settings) await client.query(`set ${setting}`);
    // Triggers look at one row at a time; the projections are made at once instead.
    await client.query("set session_replication_role = replica");
    for (const statement of [...stock, ...texts, ...children, ...rails]) await client.query(statement);
    await client.query("analyze");
    for (const statement of ["select fill_cards()", "select fill_lists()", words]) await client.query(statement);
    await client.query("vacuum analyze");
  } finally {
    client.release(true);
  }
}

/** An archive of 50,000 small articles, made once a run: `testDatabase(archive)`. */
export const archive: Template = { name: "archive", fill };
