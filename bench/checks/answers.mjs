import { isDeepStrictEqual } from "node:util";
import { screens } from "../load/operations.mjs";
import { bodyFor, hasScreen } from "../load/peer-operations.mjs";
import { post } from "../systems/start.mjs";
import { tell, Unsound } from "../tell.mjs";

const many = 60;

async function answerOf(system, name, screen, values) {
  const response = await post(system.url, bodyFor(name, screen, values));
  const text = await response.text();
  if (response.status !== 200 || !text.startsWith('{"data"'))
    throw new Unsound(`${name} ${screen}: ${text.slice(0, 300)}`);
  return { answer: JSON.parse(text), bytes: Buffer.byteLength(text) };
}

/**
 * Makes sure that the floor and Dateline answer alike, on every screen, for as many different variables as there are,
 * up to sixty; asked twice, so that a cached answer is compared as well. Answers with the mean size of an answer in
 * bytes by screen. Throws Unsound at the first difference.
 */
export async function expectSameAnswers(dateline, floor, variables) {
  const bytes = {};
  for (const screen of screens) {
    const asked = variables[screen].slice(0, many);
    let sum = 0;
    for (const values of asked) {
      const wanted = await answerOf(floor, "sql", screen, values);
      for (let time = 0; time < 2; time++) {
        const found = await answerOf(dateline, "dateline", screen, values);
        if (!isDeepStrictEqual(found.answer, wanted.answer))
          throw new Unsound(`${screen} ${JSON.stringify(values)}: the floor answers something else than Dateline.`);
        sum += found.bytes / 2;
      }
    }
    bytes[screen] = Math.round(sum / asked.length);
    tell(`${screen}: ${asked.length} of ${asked.length} answers the same as the floor's, ${bytes[screen]} bytes`);
  }
  return bytes;
}

const headlines = (value) => {
  if (Array.isArray(value)) return value.flatMap(headlines);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === "headline" || key === "title") && typeof inner === "string" ? [inner] : headlines(inner),
  );
};

/** Makes sure that a peer shows the same articles. Answers with its mean bytes by screen. Throws Unsound. */
export async function expectSameArticles(name, peer, dateline, variables) {
  const bytes = {};
  for (const screen of screens.filter((one) => hasScreen(name, one))) {
    const asked = variables[screen].slice(0, many);
    let sum = 0;
    for (const values of asked) {
      const { answer: ours } = await answerOf(dateline, "dateline", screen, values);
      const { answer: theirs, bytes: size } = await answerOf(peer, name, screen, values);
      // Peers have no second rail, and our rails have titles of their own.
      const article = ours.data.article;
      const wanted = headlines(article ? { ...article, rails: article.rails[0].items } : ours);
      const found = new Set(headlines(theirs));
      const missing = wanted.filter((one) => !found.has(one));
      if (missing.length > 0)
        throw new Unsound(`${name} ${screen} ${JSON.stringify(values)} lacks ${missing.length}: ${missing[0]}`);
      sum += size;
    }
    bytes[screen] = Math.round(sum / asked.length);
  }
  tell(`${name}: shows the same articles on every screen`);
  return bytes;
}
