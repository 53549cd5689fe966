import { readFileSync } from "node:fs";
import pg from "pg";

const runs = 400;

/** What of the list of a topic a page of twenty costs; Dateline's schema has no field for it, so the statement is asked. */
const topicList = `select l.revision_id, c.headline, c.path from (select l.revision_id from listing l
    where l.list_id = $1 and l.published_at <= now() and l.visible_from <= now() and l.visible_until > now()
    order by l.published_at desc, l.article_id desc limit 21) l join live_card c on c.revision_id = l.revision_id`;

/** The topics whose lists are asked for: the one a third of all articles bear, and an ordinary one. */
const topics = `select name, id from (
    (select 'large' as name, topic_id as id, count(*) from article_topic group by 2 order by 3 desc limit 1)
    union all (select 'ordinary', topic_id, count(*) from article_topic group by 2 order by 3 offset 150 limit 1)) t`;

/** Milliseconds of a topic's list: elapsed, and CPU of the Postgres process, by topic. */
export async function topicCost(database) {
  const client = new pg.Client({
    connectionString: database,
    options: "-c plan_cache_mode=force_generic_plan -c jit=off",
  });
  await client.connect();
  try {
    const { rows } = await client.query(topics);
    const costs = {};
    for (const { name, id } of rows) costs[name] = await costOf(client, id);
    return costs;
  } finally {
    await client.end();
  }
}

async function costOf(client, id) {
  const ask = () => client.query({ name: "topic", text: topicList, values: [id] });
  for (let n = 0; n < 50; n++) await ask();
  const { processID: pid } = client;
  const [began, cpu] = [performance.now(), cpuNanoseconds(pid)];
  for (let n = 0; n < runs; n++) await ask();
  return { elapsedMs: (performance.now() - began) / runs, postgresMs: (cpuNanoseconds(pid) - cpu) / 1e6 / runs };
}

// The scheduler's own account of a process: finer than the clock ticks of stat.
const cpuNanoseconds = (pid) => Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]);
