import { createContributor } from "../contributors/index.ts";
import { onlyGiven } from "../input.ts";
import { addMedia } from "../media/index.ts";
import { createSection } from "../sections/index.ts";
import { createTopic } from "../topics/index.ts";
import type { Sample } from "./read-sample.ts";
import type { SampleWorld } from "./sample-world.ts";

/** The newsroom was founded a year before the loading. */
const founded = 24 * 365;

/** Loads all that articles need: sections, contributors, topics and media. `tell` hears how many media are done. */
export async function loadCast(
  world: SampleWorld,
  sample: Sample,
  pictures: ReadonlyMap<string, Buffer>,
  tell: (done: number) => void,
): Promise<void> {
  await loadNames(world, sample);
  const desk = world.deskAt(founded);
  for (const [index, { key, credit, alt, caption, source }] of sample.media.entries()) {
    const facts = onlyGiven({ digitalSourceType: source, file: pictures.get(key) });
    const medium = await addMedia(desk, { creditLine: credit, alt, caption, ...facts });
    world.media.set(key, medium.id);
    tell(index + 1);
  }
}

async function loadNames(world: SampleWorld, { sections, contributors, topics }: Sample): Promise<void> {
  const desk = world.deskAt(founded);
  for (const { slug, name, under, description } of sections) {
    const { id } = await createSection(desk, { slug, name, description, parent: under ?? null });
    world.sections.set(slug, id);
  }
  for (const { slug, name, ...facts } of contributors) {
    const { id } = await createContributor(desk, { slug, displayName: name, ...onlyGiven(facts) });
    world.contributors.set(slug, { id, name });
  }
  for (const { type, slug, name, ...facts } of topics) {
    const { id } = await createTopic(desk, { type, slug, name, ...onlyGiven(facts) });
    world.topics.set(`${type.toLowerCase()}:${slug}`, id);
  }
}
