import { contributorId, mediaId, sections, sizes, topicId } from "./library.mjs";
import { idOf, randomFrom } from "./random.mjs";
import { writerOf } from "./words.mjs";

const first = Date.UTC(2023, 0, 1);
const span = 3 * 365 * 86_400_000;
const never = new Date(Date.UTC(2099, 0, 1));
const past = new Date(Date.UTC(2026, 0, 1));

/** When an article was published, but for some minutes: the newest have the highest numbers. */
const timeOf = (number, count) => first + Math.floor((number / count) * span);
const articleId = (number, count) => idOf("article", number, timeOf(number, count));

/**
 * Writes the articles from `from` up to `to` of a corpus of `count`. Each depends on its own number only, so parts can
 * be written one after the other. About 93 in 100 are live; the rest wait, are under embargo, have expired or were
 * taken down; one in 100 has a next revision, half of these due.
 */
export function writeArticles(tables, { from, to, count }) {
  for (let number = from; number < to; number++) {
    const random = randomFrom(Math.imul(number + 1, 2_654_435_761));
    writeArticle(tables, number, { random, writer: writerOf(random), count });
  }
}

function writeArticle(tables, number, { random, writer, count }) {
  const time = timeOf(number, count);
  const id = articleId(number, count);
  const [live, next] = [idOf("revision", number * 2, time), idOf("revision", number * 2 + 1, time)];
  const headline = writer.phrase(6, 11);
  const slug = `${slugOf(headline)}-${number}`;
  const published = new Date(time + random.below(600) * 1_000);
  const fate = fateOf(number, published);
  const { state = "PUBLISHED", publishedAt = published, embargo, expires, nextAt } = fate;
  const section = sections[Math.floor(random.next() ** 2.5 * sections.length)];
  const pathDate = publishedAt.toISOString().slice(0, 10);
  const pointers = nextAt ? [next, live, next] : [live, live, null];
  const dates = [publishedAt, pathDate, publishedAt, publishedAt, embargo, expires, nextAt];
  tables.write("article", id, state, section.id, slug, ...dates, ...pointers);
  tables.write("article_slug", slug, id);
  writeRevision(tables, { id, revision: live, number: 1, headline }, { random, writer, count, own: number });
  if (nextAt)
    writeRevision(
      tables,
      { id, revision: next, number: 2, headline: `${headline} again` },
      { random, writer, count, own: number },
    );
}

const slugOf = (headline) =>
  headline
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .slice(0, 60)
    .trim()
    .replaceAll(" ", "-");

// By the last two digits of a number spread over the years.
function fateOf(number, published) {
  const lot = Math.imul(number, 37) % 200;
  if (lot < 4) return { publishedAt: new Date(never.getTime() - number * 1_000) };
  if (lot < 7) return { embargo: never };
  if (lot < 10) return { expires: new Date(published.getTime() + 86_400_000 * 30) };
  if (lot < 14) return { state: "UNPUBLISHED" };
  if (lot === 20) return { nextAt: past };
  if (lot === 21) return { nextAt: never };
  return {};
}

function writeRevision(tables, { id, revision, number, headline }, { random, writer, count, own }) {
  tables.write(
    "revision",
    revision,
    id,
    number,
    headline,
    `${writer.phrase(18, 28)}.`,
    JSON.stringify(bodyOf(random, writer)),
  );
  drawn(random, random.between(1, 2), sizes.contributors).forEach((who, position) => {
    tables.write("byline", revision, position, contributorId(who), writer.fullName());
  });
  const topics = drawn(random, 3, sizes.topics - 1).map((one) => one + 1);
  if (random.below(3) === 0) topics[0] = 0;
  topics.forEach((topic, position) => tables.write("article_topic", revision, topicId(topic), position));
  drawn(random, random.between(0, 3), sizes.media).forEach((medium, position) => {
    const placed = position === 0 ? ["LEAD", 0] : ["INLINE", position - 1];
    tables.write("media_placement", revision, ...placed, mediaId(medium));
  });
  writeLinks(tables, { id, revision }, { random, writer, count, own });
}

function bodyOf(random, writer) {
  const many = random.between(8, 15);
  return Array.from({ length: many }, (_, n) => {
    const id = `b${n + 1}`;
    if (n > 0 && n % 5 === 0) return { id, type: "heading", text: writer.phrase(3, 6), spans: [], level: 2 };
    return { id, type: "paragraph", text: writer.paragraph(), spans: [] };
  });
}

// Three in four lead to other articles, the rest to other sites.
function writeLinks(tables, { id, revision }, { random, writer, count, own }) {
  const [targets, addresses] = [drawn(random, 4, count), drawn(random, 4, sizes.addresses)];
  for (let position = 0; position < 4; position++) {
    const key = idOf("key", own * 4 + position, timeOf(own, count));
    const target = targets[position] === own ? (own + 1) % count : targets[position];
    const inside = random.next() < 0.75 && targets.indexOf(target) === position;
    const words = inside ? [null, null] : [writer.phrase(6, 10), `${writer.phrase(12, 18)}.`];
    const where = inside ? [articleId(target, count), null] : [null, idOf("address", addresses[position])];
    tables.write("related_link", revision, position, id, key, ...where, ...words);
  }
}

/** So many different numbers below a bound. */
function drawn(random, many, bound) {
  const found = new Set();
  while (found.size < many) found.add(random.below(bound));
  return [...found];
}
