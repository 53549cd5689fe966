import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inRoot } from "../../scripts/lib/paths.mjs";
import { ask } from "../cluster.mjs";
import { inBench, openFolder, ours } from "../paths.mjs";
import { tell } from "../tell.mjs";
import { writeArticles } from "./articles.mjs";
import { writeLibrary } from "./library.mjs";
import { columns, openTables } from "./tables.mjs";

const part = 25_000;

/**
 * The address of a database with a corpus of so many articles: the one of an earlier run where the same files made it,
 * else a new one. Only peers need the flat copy.
 */
export async function corpusOf(cluster, count, { work, fresh, flat = true }) {
  const name = `corpus_${count}`;
  const url = cluster.urlOf(name);
  const [mark, flatless] = [markOf(), `${markOf()} without the flat copy`];
  const postgres = cluster.urlOf("postgres");
  const known = await ask(
    postgres,
    "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = $1",
    [name],
  );
  const found = known.rows[0]?.mark;
  if (!fresh && (found === mark || (found === flatless && !flat))) return url;
  tell(`loading ${count.toLocaleString("en")} articles; this is done once`);
  await ask(postgres, `drop database if exists ${name} with (force)`);
  await ask(postgres, `create database ${name}`);
  await fill(url, count, join(work, "corpus"), flat);
  await ask(postgres, `comment on database ${name} is '${flat ? mark : flatless}'`);
  return url;
}

// Whatever decides what stands in the database.
function markOf() {
  const own = ["random.mjs", "words.mjs", "tables.mjs", "library.mjs", "articles.mjs", "flat.sql"].map((file) =>
    inBench("corpus", file),
  );
  const migrations = readdirSync(inRoot("prisma/migrations"), { recursive: true }).filter((file) =>
    file.endsWith(".sql"),
  );
  const files = [...own, ...migrations.sort().map((file) => inRoot("prisma/migrations", file))];
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

async function fill(url, count, folder, flat) {
  await prepare(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Triggers and foreign keys would ask about each row what the corpus knows to be so.
    await client.query("set session_replication_role = replica; set synchronous_commit = off");
    const agencies = (await client.query("select id, name from agency order by name limit 40")).rows;
    await copy(client, folder, (tables) => writeLibrary(tables, agencies));
    for (let from = 0; from < count; from += part) {
      const to = Math.min(from + part, count);
      await copy(client, folder, (tables) => writeArticles(tables, { from, to, count }));
      tell(`  ${to.toLocaleString("en")} written`);
    }
    await timed("statistics", () => client.query("analyze"));
    await timed("the projections", () => client.query("select project_all()"));
    if (flat)
      await timed("the flat copy for the peers", () => client.query(readFileSync(inBench("corpus/flat.sql"), "utf8")));
    await timed("vacuum and statistics", () => client.query("vacuum (analyze, freeze)"));
  } finally {
    await client.end();
  }
}

async function prepare(url) {
  const { migrate } = await ours("database/migrate/index.js");
  const { openDatabase } = await ours("database/client.js");
  const { silentLog } = await ours("kernel/log.js");
  const { prepareNewsroom } = await ours("newsroom/setup/index.js");
  await migrate(url);
  const database = openDatabase(url, { log: silentLog, connections: 2 });
  try {
    await prepareNewsroom({ database, embedded: true });
  } finally {
    await database.close();
  }
}

// The server reads the files itself: it runs on this machine, and nothing is quicker.
async function copy(client, folder, write) {
  const tables = openTables(openFolder(folder));
  write(tables);
  for (const { table, path } of tables.close()) {
    const names = columns[table].split(" ").join(", ");
    await client.query(`copy ${table} (${names}) from '${path}'`);
  }
  rmSync(folder, { recursive: true, force: true });
}

async function timed(what, work) {
  const began = Date.now();
  await work();
  tell(`  ${what}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}
