/** The kinds of objects the snapshot knows. */
export type CatalogueKind = keyof typeof queries;

// Objects an extension brought are the extension's business.
const notOfExtension = (oid: string): string =>
  `not exists (select from pg_catalog.pg_depend d where d.objid = ${oid} and d.deptype = 'e')`;

const ofOurTables = `n.nspname = 'public' and c.relname <> '_prisma_migrations'`;

/** One query a kind, each answering with `name` and `definition`; no names of clients ever enter them. */
export const queries = {
  columns: `
    select c.relname || '.' || a.attname as name,
      concat_ws(' ', pg_catalog.format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
        case when a.attgenerated <> '' then 'generated ' else 'default ' end || pg_catalog.pg_get_expr(e.adbin, e.adrelid),
        case when a.attidentity <> '' then 'identity ' || a.attidentity::text end,
        'compression ' || nullif(a.attcompression::text, ''::text)) as definition
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join pg_catalog.pg_attrdef e on e.adrelid = a.attrelid and e.adnum = a.attnum
    where ${ofOurTables} and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
  // How rows lie. When a table is cleaned is for whoever runs it to say.
  settings: `
    select c.relname || '.' || o.option_name as name, o.option_value as definition
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    cross join lateral pg_catalog.pg_options_to_table(c.reloptions) o
    where ${ofOurTables} and c.relkind in ('r', 'p') and o.option_name in ('fillfactor', 'toast_tuple_target')`,
  constraints: `
    select c.relname || '.' || k.conname as name, pg_catalog.pg_get_constraintdef(k.oid) as definition
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${ofOurTables} and k.contype not in ('n', 't')`,
  indexes: `
    select i.relname as name, pg_catalog.pg_get_indexdef(i.oid) as definition
    from pg_catalog.pg_index x
    join pg_catalog.pg_class i on i.oid = x.indexrelid
    join pg_catalog.pg_class c on c.oid = x.indrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${ofOurTables}`,
  triggers: `
    select c.relname || '.' || t.tgname as name, pg_catalog.pg_get_triggerdef(t.oid)
      || case t.tgenabled when 'O' then '' when 'A' then ' always' else ' ' || t.tgenabled::text end as definition
    from pg_catalog.pg_trigger t
    join pg_catalog.pg_class c on c.oid = t.tgrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${ofOurTables} and not t.tgisinternal`,
  functions: `
    select p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' as name,
      pg_catalog.pg_get_functiondef(p.oid) as definition
    from pg_catalog.pg_proc p
    join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and p.prokind in ('f', 'p') and ${notOfExtension("p.oid")}`,
  views: `
    select c.relname as name, pg_catalog.pg_get_viewdef(c.oid) as definition
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${ofOurTables} and c.relkind in ('v', 'm') and ${notOfExtension("c.oid")}`,
  enums: `
    select t.typname as name, string_agg(e.enumlabel, ', ' order by e.enumsortorder) as definition
    from pg_catalog.pg_enum e
    join pg_catalog.pg_type t on t.oid = e.enumtypid
    join pg_catalog.pg_namespace n on n.oid = t.typnamespace
    where n.nspname = 'public'
    group by t.typname`,
  sequences: `
    select c.relname as name, pg_catalog.format_type(s.seqtypid, null) as definition
    from pg_catalog.pg_sequence s
    join pg_catalog.pg_class c on c.oid = s.seqrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where ${ofOurTables}`,
  extensions: `
    select e.extname as name, n.nspname as definition
    from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
    where e.extname <> 'plpgsql'`,
} as const;
