// Publishes through the newsroom's use cases, so many times a second, and after each publication asks every server
// until it shows it. What is seen too late is counted. Started by mix.mjs; prints one line of JSON at its end.
import { setTimeout as sleep } from "node:timers/promises";
import { bodyOf } from "../load/operations.mjs";
import { randomFrom, zipfOf } from "../corpus/random.mjs";
import { ours } from "../paths.mjs";
import { post } from "../systems/start.mjs";

const { database: url, servers, slugs, sections, seconds, rate, allowed } = JSON.parse(process.argv[2]);
const { openDatabase } = await ours("database/client.js");
const { silentLog } = await ours("kernel/log.js");
const { systemClock } = await ours("kernel/clock.js");
const { systemActor } = await ours("newsroom/access/index.js");
const articles = await ours("newsroom/articles/index.js");

const database = openDatabase(url, { log: silentLog, connections: 4 });
const desk = { actor: systemActor, db: database.db, now: systemClock, origin: { door: "JOB" }, zone: "UTC" };
const random = randomFrom(42);
const hot = zipfOf(random, slugs.length);
const state = { serial: 0, published: 0, polls: 0, stale: 0, lost: 0, delays: [] };

const said = (serial) => `Edition ${serial} of a story that goes on`;
const serialIn = (headline) => Number(/^Edition (\d+) /.exec(headline ?? "")?.[1] ?? 0);

// Two editors on one article would only refuse each other.
const busy = new Set();

function hotSlug() {
  for (let slug = slugs[hot()]; ; slug = slugs[hot()]) if (!busy.has(slug)) return slug;
}

/** New words for an article that is often read. */
async function update(serial) {
  const slug = hotSlug();
  busy.add(slug);
  try {
    return await revise(slug, serial);
  } finally {
    busy.delete(slug);
  }
}

async function revise(slug, serial) {
  const { id, version } = await database.db.article.findUniqueOrThrow({
    where: { slug },
    select: { id: true, version: true },
  });
  const revised = await articles.reviseArticle(desk, {
    id,
    expectedVersion: version,
    changes: { headline: said(serial) },
  });
  // In this corpus some articles were taken down, and are linked to all the same.
  const acceptedWarnings = [{ code: "LINK_TARGET_DOWN", reason: "as the corpus has it" }];
  await articles.publishArticle(desk, { id, expectedVersion: revised.version, acceptedWarnings });
  return { body: bodyOf("Article", { slug }), shown: ({ article }) => serialIn(article?.headline) };
}

/** A new article, which every front of its section must show first. */
async function publish(serial) {
  const { id: sectionId, path } = random.pick(sections);
  const blocks = [{ id: "p1", type: "paragraph", text: "It has only just happened.", spans: [] }];
  const made = await articles.createArticle(desk, { sectionId, headline: said(serial), blocks });
  await articles.publishArticle(desk, { id: made.id, expectedVersion: made.version });
  return {
    body: bodyOf("Section", { path }),
    shown: ({ section }) => serialIn(section.articles.edges[0]?.node.headline),
  };
}

/** Asks one server until it shows what was published; answers sent later than allowed after the commit must. */
async function watch(server, { body, shown }, serial, committed) {
  for (let seen = false; ; await sleep(20)) {
    const sent = Date.now();
    const { data } = await (await post(server, body)).json();
    state.polls += 1;
    const fresh = shown(data) >= serial;
    if (!fresh && sent - committed > allowed) state.stale += 1;
    if (fresh && !seen) state.delays.push(Math.max(0, Date.now() - committed));
    seen ||= fresh;
    if (seen && sent - committed > 500) return;
    if (sent - committed > 10_000) return void (state.lost += 1);
  }
}

async function act() {
  const serial = (state.serial += 1);
  const shown = await (serial % 4 === 0 ? publish(serial) : update(serial));
  const committed = Date.now();
  state.published += 1;
  await Promise.all(servers.map((server) => watch(server, shown, serial, committed)));
}

const acts = [];
const began = performance.now();
for (let n = 0; n < seconds * rate; n++) {
  await sleep(Math.max(0, began + (n * 1000) / rate - performance.now()));
  acts.push(act());
}
const elapsed = (performance.now() - began) / 1000;
await Promise.all(acts);
await database.close();
const { published, polls, stale, lost, delays } = state;
delays.sort((one, other) => one - other);
const at = (share) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? null;
process.stdout.write(
  `${JSON.stringify({ published, perSecond: published / elapsed, polls, stale, lost, seenP50: at(0.5), seenP99: at(0.99) })}\n`,
);
