import { list, may, must, number, object, plain, time } from "./text.mjs";

/*
 * The best statement we can write by hand for each screen: over Dateline's own tables and projections, with the same
 * live rule, giving the very JSON text that is sent. What may change without the code being changed (rails and pins,
 * rights, targets that vanish) is honoured here as well.
 */
const card = (name) => `${name}.visible_from <= now() and ${name}.visible_until > now()`;
const listed = "l.published_at <= now() and l.visible_from <= now() and l.visible_until > now()";
const newest = "l.published_at desc, l.article_id desc";
const usable = (name) =>
  `${name}.state = 'ACTIVE' and (${name}.rights_expire_at is null or ${name}.rights_expire_at > now())`;
const site = "http://bench.example";

const data = (root, piece) => `select '{"data":{"${root}":'||coalesce((${piece}),'null')||'}}' as j`;

const teaser = (name) => ({
  headline: must(`${name}.headline`),
  standfirst: may(`${name}.standfirst`),
  path: plain(`${name}.path`),
  publishedAt: time(`${name}.published_at`),
});

const sectionOf = (name) => ({ name: must(`${name}.name`), path: plain(`'/'||${name}.path`) });

const image = (name, more = {}) => `case when ${name}.kind = 'IMAGE'
    and num_nonnulls(${name}.storage_key, ${name}.mime, ${name}.width, ${name}.height) = 4
  then ${object({ url: plain(`'${site}/media/'||${name}.storage_key`), ...more })} else 'null' end`;

const parts = (
  name,
) => `(select ${list(object({ role: plain("upper(k.role::text)"), name: must("k.name") }), "k.position")}
  from media_credit k where k.media_id = ${name}.id)`;

const credit = (name) =>
  `case when ${name}.credit_line <> '' then ${object({ line: must(`${name}.credit_line`), parts: parts(name) })} else 'null' end`;

const pinned = `p.rail_id = r.id and (p.pinned_from is null or p.pinned_from <= now())
  and (p.pinned_until is null or p.pinned_until > now()) and p.article_id <> c.article_id`;

const railItems = `select ${list(object(teaser("x")), "x.pin nulls last, x.published_at desc, x.article_id desc")} as items,
    count(*) as many from (
  (select y.headline, y.standfirst, y.path, y.published_at, y.article_id, p.position as pin
    from rail_pin p join live_card y on y.article_id = p.article_id
    where ${pinned} and ${card("y")} order by p.position limit r.max_items)
  union all
  (select y.headline, y.standfirst, y.path, y.published_at, y.article_id, null from (select l.revision_id from listing l
      where l.list_id = case r.fill when 'SECTION' then coalesce(r.section_id, c.section_id) when 'TOPIC' then r.topic_id
          when 'TOPIC_TYPE' then list_typed(coalesce(r.section_id, c.section_id), r.topic_type)
          when 'NEWEST' then coalesce(r.section_id, list_all()) end
        and ${listed} and l.article_id <> c.article_id
        and not exists (select from rail_pin p join live_card z on z.article_id = p.article_id
          where ${pinned} and z.article_id = l.article_id and ${card("z")})
      order by ${newest} limit r.max_items) l
    join live_card y on y.revision_id = l.revision_id)
  order by pin nulls last, published_at desc, article_id desc limit r.max_items) x`;

const rails = `(select ${list(object({ title: must("replace(r.title_template,'{section}',s.name)"), items: "i.items" }), "r.position")}
  from rail r cross join lateral (${railItems}) i
  where not (r.when_empty = 'HIDE' and i.many < greatest(r.min_items, 1)))`;

const linkedArticle = (name) => object({ path: plain(`${name}.path`) });

const links = `(select ${list("x.j", "x.own desc, x.place, x.published_at desc, x.article_id desc")} from (
  select true as own, k.position as place, null::timestamptz as published_at, null::uuid as article_id,
    case when t.article_id is not null then ${object({
      headline: must("coalesce(k.headline,t.headline)"),
      summary: may("coalesce(k.summary,t.standfirst)"),
      article: linkedArticle("t"),
    })}
    when a.url is not null then ${object({ headline: must("k.headline"), summary: may("k.summary"), url: must("a.url") })}
    else ${object({ headline: must("k.headline"), summary: may("k.summary") })} end as j
  from related_link k left join live_card t on t.article_id = k.target_article_id and ${card("t")}
    left join external_address a on a.id = k.external_address_id and a.state <> 'DEAD'
  where k.revision_id = c.revision_id and (t.article_id is not null or k.headline is not null)
  union all
  select false, 0, b.published_at, b.article_id,
    ${object({ headline: must("b.headline"), summary: may("b.standfirst"), article: linkedArticle("b") })}
  from related_link k join live_card b on b.revision_id = k.revision_id
  where k.reciprocal and k.target_article_id = c.article_id and ${card("b")}
    and not exists (select from hidden_link_back h where h.article_id = c.article_id and h.from_id = b.article_id)
    and not exists (select from related_link o where o.revision_id = c.revision_id and o.target_article_id = b.article_id)) x)`;

const contributor = `case when u.id is not null then ${object({ slug: plain("u.slug"), name: must("u.display_name") })} else 'null' end`;

const bylines = `(select ${list(object({ name: must("b.name_as_written"), contributor }), "b.position")}
  from byline b left join contributor u on u.id = b.contributor_id where b.revision_id = c.revision_id)`;

// The words stand in the body as JSON already.
const blocks = `(select ${list(`case b->>'type' when 'paragraph' then '{"text":'||(b->'text')::text||'}'
    when 'heading' then '{"level":'||(b->'level')::text||',"text":'||(b->'text')::text||'}' else '{}' end`)}
  from json_array_elements((select r.blocks from revision r where r.id = c.revision_id)) b)`;

const media = `(select ${list(
  object({
    alt: may("coalesce(p.alt_override,case when m.decorative then '' else m.alt end)"),
    caption: may("coalesce(p.caption_override,m.caption)"),
    image: image("m", { width: number("m.width"), height: number("m.height") }),
    credit: credit("m"),
  }),
  "p.role, p.position",
)} from media_placement p join media m on m.id = p.media_id where p.revision_id = c.revision_id and ${usable("m")})`;

const article = data(
  "article",
  `select ${object({ ...teaser("c"), section: object(sectionOf("s")), bylines, blocks, media, relatedLinks: links, rails })}
  from live_card c join section s on s.id = c.section_id
  where c.article_id = (select a.article_id from article_slug a where a.slug = $1) and ${card("c")}`,
);

/** The cards of a list, newest first, as edges. */
const edges = (id, size, more = {}) => `(select ${list(object({ node: object({ ...teaser("c"), ...more }) }), newest)}
  from (select l.revision_id, l.published_at, l.article_id from listing l where l.list_id = ${id} and ${listed}
    order by ${newest} limit ${size}) l join live_card c on c.revision_id = l.revision_id)`;

const leadMedia = `coalesce((select ${object({ image: image("m"), credit: credit("m") })}
  from media m where m.id = c.lead_media_id and ${usable("m")}),'null')`;

const front = (size, more) => object({ ...sectionOf("s"), articles: object({ edges: edges("s.id", size, more) }) });

const section = data("section", `select ${front(20, { leadMedia })} from section s where s.path = substr($1, 2)`);

const home = data(
  "sections",
  `select ${list(front(5), "s.position, s.path")} from section s where s.visible and s.parent_id is null`,
);

const hit = object({ node: object({ ...teaser("c"), section: object({ path: plain("'/'||s.path") }) }) });

const search = `with q as materialized (select websearch_to_tsquery('simple', $1) || websearch_to_tsquery('english', $1) as q)
  ${data(
    "search",
    `select '{"edges":'||${list(hit, "d.rank desc, d.published_at desc, d.article_id desc")}||'}'
  from (select d.revision_id, d.published_at, d.article_id, ts_rank(d.head, (select q from q)) as rank from search_doc d
      where d.words @@ (select q from q) and d.visible_from <= now() and d.visible_until > now()
      order by rank desc, d.published_at desc, d.article_id desc limit 20) d
    join live_card c on c.revision_id = d.revision_id join section s on s.id = c.section_id`,
  )}`;

// The cursor is written as Dateline writes it: a mark of the list, the time, the article.
const cursor = `translate(encode(convert_to(left(encode(sha256(convert_to('section:'||s.id||':branch','UTF8')),'hex'),12)||'|'||
  (extract(epoch from e.published_at)*1000)::bigint||'|'||e.article_id,'UTF8'),'base64'),E'+/=\\n','-_')`;

const lastOf = (column) =>
  `(array_agg(l.${column} order by l.place) filter (where l.place <= 20))[least(count(*), 20)]`;

const deep = data(
  "section",
  `select ${object({
    articles: object({
      edges: "'['||coalesce(e.edges,'')||']'",
      pageInfo: object({
        hasNextPage: "(e.many > 20)::text",
        endCursor: `case when e.article_id is not null then ${plain(cursor)} else 'null' end`,
      }),
    }),
  })}
  from section s cross join lateral (
    select string_agg(${object({ node: object(teaser("c")) })}, ',' order by l.place) filter (where l.place <= 20) as edges,
      count(*) as many, ${lastOf("published_at")} as published_at, ${lastOf("article_id")} as article_id
    from (select l.revision_id, l.published_at, l.article_id, row_number() over (order by ${newest}) as place
      from listing l where l.list_id = list_branch(s.id) and ${listed}
        and (l.published_at, l.article_id) < ($2::timestamptz, $3::uuid)
      order by ${newest} limit 21) l join live_card c on c.revision_id = l.revision_id) e
  where s.path = substr($1, 2)`,
);

const placeOf = (after) => {
  if (after === undefined || after === null) return ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"];
  const [, time, id] = Buffer.from(after, "base64url").toString("latin1").split("|");
  return [new Date(Number(time)).toISOString(), id];
};

/** The statement of each operation, and its parameters made of the operation's variables. */
export const statements = {
  Article: { text: article, values: ({ slug }) => [slug] },
  Section: { text: section, values: ({ path }) => [path] },
  Home: { text: home, values: () => [] },
  Search: { text: search, values: ({ query }) => [query] },
  Deep: { text: deep, values: ({ path, after }) => [path, ...placeOf(after)] },
};
