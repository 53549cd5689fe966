/**
 * The best statement we can write by hand for each screen: over Dateline's own tables and projections, with the same
 * live rule, giving the very JSON text that is sent. What may change without the code being changed (rails and pins,
 * secondary sections, rights, redirect targets that vanish) is honoured here as well.
 */
const card = (name) => `${name}.visible_from <= now() and ${name}.visible_until > now()`;
const listed = "l.published_at <= now() and l.visible_from <= now() and l.visible_until > now()";
// Times in the API's spelling: putting the text together is cheaper than to_char.
const time = (column) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const site = "http://bench.example";

const teaser = (name) =>
  `'headline',${name}.headline,'standfirst',${name}.standfirst,'path',${name}.path,'publishedAt',${time(`${name}.published_at`)}`;

const image = (
  name,
) => `case when ${name}.kind = 'IMAGE' and num_nonnulls(${name}.storage_key, ${name}.mime, ${name}.width, ${name}.height) = 4
  then json_build_object('url','${site}/media/'||${name}.storage_key`;

const credit = (name) => `case when ${name}.credit_line <> '' then json_build_object('line',${name}.credit_line,'parts',
  (select coalesce(json_agg(json_build_object('role',upper(k.role::text),'name',k.name) order by k.position),'[]')
   from media_credit k where k.media_id = ${name}.id)) end`;

const usable = (name) =>
  `${name}.state = 'ACTIVE' and (${name}.rights_expire_at is null or ${name}.rights_expire_at > now())`;

const pinned = `p.rail_id = r.id and (p.pinned_from is null or p.pinned_from <= now())
  and (p.pinned_until is null or p.pinned_until > now()) and p.article_id <> c.article_id`;

const rails = `(select coalesce(json_agg(json_build_object('title',replace(r.title_template,'{section}',s.name),'items',i.items) order by r.position),'[]')
  from rail r cross join lateral (
    select coalesce(json_agg(json_build_object(${teaser("x")}) order by x.pin nulls last, x.published_at desc, x.article_id desc),'[]') as items,
      count(*) as many from (
      (select y.*, p.position as pin from rail_pin p join live_card y on y.article_id = p.article_id
        where ${pinned} and ${card("y")} order by p.position limit r.max_items)
      union all
      (select y.*, null from (select l.revision_id from listing l
          where l.list_id = case r.fill when 'SECTION' then coalesce(r.section_id, c.section_id) when 'TOPIC' then r.topic_id
              when 'TOPIC_TYPE' then list_typed(coalesce(r.section_id, c.section_id), r.topic_type)
              when 'NEWEST' then coalesce(r.section_id, list_all()) end
            and ${listed} and l.article_id <> c.article_id
            and not exists (select from rail_pin p join live_card z on z.article_id = p.article_id
              where ${pinned} and z.article_id = l.article_id and ${card("z")})
          order by l.published_at desc, l.article_id desc limit r.max_items) l
        join live_card y on y.revision_id = l.revision_id)
      order by pin nulls last, published_at desc, article_id desc limit r.max_items) x) i
  where not (r.when_empty = 'HIDE' and i.many < greatest(r.min_items, 1)))`;

const links = `(select coalesce(json_agg(x.j order by x.own desc, x.place, x.published_at desc, x.article_id desc),'[]') from (
  select true as own, k.position as place, null::timestamptz as published_at, null::uuid as article_id,
    case when t.article_id is not null then json_build_object('headline',coalesce(k.headline,t.headline),
      'summary',coalesce(k.summary,t.standfirst),'article',json_build_object('path',t.path))
    when a.url is not null then json_build_object('headline',k.headline,'summary',k.summary,'url',a.url)
    else json_build_object('headline',k.headline,'summary',k.summary) end as j
  from related_link k left join live_card t on t.article_id = k.target_article_id and ${card("t")}
    left join external_address a on a.id = k.external_address_id and a.state <> 'DEAD'
  where k.revision_id = c.revision_id and (t.article_id is not null or k.headline is not null)
  union all
  select false, 0, b.published_at, b.article_id,
    json_build_object('headline',b.headline,'summary',b.standfirst,'article',json_build_object('path',b.path))
  from related_link k join live_card b on b.revision_id = k.revision_id
  where k.reciprocal and k.target_article_id = c.article_id and ${card("b")}
    and not exists (select from related_link o where o.revision_id = c.revision_id and o.target_article_id = b.article_id)) x)`;

const article = `select json_build_object('data',json_build_object('article',(
  select json_build_object(${teaser("c")},
    'section',json_build_object('name',s.name,'path','/'||s.path),
    'bylines',(select coalesce(json_agg(json_build_object('name',b.name_as_written,'contributor',
        case when u.id is not null then json_build_object('slug',u.slug,'name',u.display_name) end) order by b.position),'[]')
      from byline b left join contributor u on u.id = b.contributor_id where b.revision_id = c.revision_id),
    'blocks',(select coalesce(json_agg(case b->>'type' when 'paragraph' then json_build_object('text',b->'text')
        when 'heading' then json_build_object('level',b->'level','text',b->'text') else '{}' end),'[]')
      from json_array_elements((select r.blocks from revision r where r.id = c.revision_id)) b),
    'media',(select coalesce(json_agg(json_build_object('alt',coalesce(p.alt_override,case when m.decorative then '' else m.alt end),
        'caption',coalesce(p.caption_override,m.caption),'image',${image("m")},'width',m.width,'height',m.height) end,
        'credit',${credit("m")}) order by p.role, p.position),'[]')
      from media_placement p join media m on m.id = p.media_id where p.revision_id = c.revision_id and ${usable("m")}),
    'relatedLinks',${links},
    'rails',${rails})
  from live_card c join section s on s.id = c.section_id
  where c.article_id = (select a.article_id from article_slug a where a.slug = $1) and ${card("c")})))::text as j`;

/** The cards of a list, newest first, as edges. */
const edges = (
  list,
  size,
  more = "",
  after = "",
) => `select coalesce(json_agg(json_build_object('node',json_build_object(${teaser("c")}${more}))
    order by l.published_at desc, l.article_id desc),'[]')
  from (select l.revision_id, l.published_at, l.article_id from listing l where l.list_id = ${list} and ${listed}${after}
    order by l.published_at desc, l.article_id desc limit ${size}) l join live_card c on c.revision_id = l.revision_id`;

const lead = `,'leadMedia',(select json_build_object('image',${image("m")}) end,'credit',${credit("m")})
  from media m where m.id = c.lead_media_id and ${usable("m")})`;

const section = `select json_build_object('data',json_build_object('section',(
  select json_build_object('name',s.name,'path','/'||s.path,'articles',json_build_object('edges',(${edges("s.id", 20, lead)})))
  from section s where s.path = substr($1, 2))))::text as j`;

const home = `select json_build_object('data',json_build_object('sections',(
  select json_agg(json_build_object('name',s.name,'path','/'||s.path,'articles',json_build_object('edges',(${edges("s.id", 5)})))
    order by s.position, s.path)
  from section s where s.visible and s.parent_id is null)))::text as j`;

const search = `with q as materialized (select websearch_to_tsquery('simple', $1) || websearch_to_tsquery('english', $1) as q)
  select json_build_object('data',json_build_object('search',json_build_object('edges',(
  select coalesce(json_agg(json_build_object('node',json_build_object(${teaser("c")},'section',json_build_object('path','/'||s.path)))
    order by d.rank desc, d.published_at desc, d.article_id desc),'[]')
  from (select d.revision_id, d.published_at, d.article_id, ts_rank(d.head, (select q from q)) as rank from search_doc d
      where d.words @@ (select q from q) and d.visible_from <= now() and d.visible_until > now()
      order by rank desc, d.published_at desc, d.article_id desc limit 20) d
    join live_card c on c.revision_id = d.revision_id join section s on s.id = c.section_id))))::text as j`;

// The cursor is written as Dateline writes it: a mark of the list, the time, the article.
const cursor = `translate(encode(convert_to(left(encode(sha256(convert_to('section:'||s.id||':branch','UTF8')),'hex'),12)||'|'||
  (extract(epoch from e.published_at)*1000)::bigint||'|'||e.article_id,'UTF8'),'base64'),E'+/=\\n','-_')`;

const deep = `select json_build_object('data',json_build_object('section',(
  select json_build_object('articles',json_build_object('edges',e.edges,'pageInfo',json_build_object('hasNextPage',e.many > 20,
    'endCursor',case when e.article_id is not null then ${cursor} end)))
  from section s cross join lateral (
    select coalesce(json_agg(json_build_object('node',json_build_object(${teaser("c")})) order by l.place) filter (where l.place <= 20),'[]') as edges,
      count(*) as many, (array_agg(l.published_at order by l.place) filter (where l.place <= 20))[least(count(*), 20)] as published_at,
      (array_agg(l.article_id order by l.place) filter (where l.place <= 20))[least(count(*), 20)] as article_id
    from (select l.revision_id, l.published_at, l.article_id, row_number() over (order by l.published_at desc, l.article_id desc) as place
      from listing l where l.list_id = list_branch(s.id) and ${listed} and (l.published_at, l.article_id) < ($2::timestamptz, $3::uuid)
      order by l.published_at desc, l.article_id desc limit 21) l join live_card c on c.revision_id = l.revision_id) e
  where s.path = substr($1, 2))))::text as j`;

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
