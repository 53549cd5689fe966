import { createHash } from "node:crypto";
import { idOf, randomFrom } from "./random.mjs";
import { writerOf } from "./words.mjs";

/** How much of everything there is that does not grow with the number of articles. */
export const sizes = { contributors: 500, topics: 300, media: 10_000, addresses: 5_000 };

const tops = ["World", "Politics", "Business", "Technology", "Science", "Culture", "Sport", "Opinion"];
const below = {
  World: ["Europe", "Asia"],
  Politics: ["Elections", "Parliament"],
  Business: ["Markets", "Economy"],
  Technology: ["Internet", "Gadgets"],
  Science: ["Climate", "Space"],
  Culture: ["Books", "Film"],
  Sport: ["Football", "Athletics"],
  Opinion: ["Columns", "Letters"],
};

/** The sections: eight at the top, two below each. */
export const sections = tops.flatMap((name, position) => {
  const top = { id: idOf("section", position), parent: null, slug: slugOf(name), path: slugOf(name), name, position };
  const children = below[name].map((child, place) => ({
    id: idOf("section", 100 + position * 10 + place),
    parent: top.id,
    slug: slugOf(child),
    path: `${top.path}/${slugOf(child)}`,
    name: child,
    position: place,
  }));
  return [top, ...children];
});

function slugOf(name) {
  return name.toLowerCase();
}

// The first topic is the large one: a third of all articles bear it. Twenty are blogs.
const topicType = (number) => (number >= 280 ? "BLOG" : ["KEYWORD", "PERSON", "PLACE", "ORGANISATION"][number % 4]);

/** Writes what articles are made with; `agencies` are those the newsroom knows, as { id, name }. */
export function writeLibrary(tables, agencies) {
  const random = randomFrom(7);
  const writer = writerOf(random);
  for (const { id, parent, slug, path, name, position } of sections)
    tables.write("section", id, parent, slug, path, name, position, "t");
  for (let n = 0; n < sizes.contributors; n++)
    tables.write("contributor", contributorId(n), writer.fullName(), `writer-${n}`, `${writer.phrase(12, 20)}.`);
  for (let n = 0; n < sizes.topics; n++)
    tables.write("topic", topicId(n), topicType(n), `topic-${n}`, writer.phrase(1, 3));
  for (let n = 0; n < sizes.addresses; n++)
    tables.write("external_address", idOf("address", n), `https://external.example/${n}`);
  for (let n = 0; n < sizes.media; n++) writeMedium(tables, n, { random, writer, agencies });
}

export const contributorId = (number) => idOf("contributor", number);
export const topicId = (number) => idOf("topic", number);
export const mediaId = (number) => idOf("media", number);

function writeMedium(tables, number, { random, writer, agencies }) {
  const id = mediaId(number);
  const agency = random.pick(agencies);
  const known = [
    { role: "photographer", name: writer.fullName(), agency: null },
    { role: "agency", name: agency.name, agency: agency.id },
    { role: "pool", name: "Pool", agency: null },
  ];
  const parts = known.slice(0, random.between(1, 3));
  const line = parts.map(({ name }) => name).join("/");
  const hash = createHash("sha256").update(id).digest("hex");
  const size = [1_200 + random.below(800), 800 + random.below(400)];
  const words = [`${writer.phrase(8, 14)}.`, `${writer.phrase(10, 18)}.`];
  tables.write("media", id, hash, "image/jpeg", 200_000, ...size, `bench-${number}.jpg`, ...words, line);
  let start = 0;
  parts.forEach(({ role, name, agency: agencyId }, position) => {
    tables.write("media_credit", id, position, role, name, start, start + name.length, agencyId);
    start += name.length + 1;
  });
}
