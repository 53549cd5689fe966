import { DatelineError } from "../../kernel/errors/index.ts";
import type { Progress } from "../../kernel/progress-line.ts";
import { must } from "../access/index.ts";
import { withTransaction, type Desk, type OpenDesk } from "../desk.ts";
import { articleActs } from "./article-acts.ts";
import { loadCast } from "./load-cast.ts";
import { paintAll } from "./paint-all.ts";
import { readSample, type Sample } from "./read-sample.ts";
import { isEmpty, takeSampleTurn } from "./sample.store.ts";
import { emptyWorld, type SampleWorld } from "./sample-world.ts";

/** Who wants to know how far it has come. */
export interface LoadSample {
  readonly onProgress?: (progress: Progress) => void;
}

/** How much was loaded. */
export type SampleCounts = { readonly [Thing in keyof Sample]: number };

/** Whether nobody has written anything here yet: no section, article, medium, contributor or topic. */
export const newsroomIsEmpty = (desk: Desk): Promise<boolean> => isEmpty(desk.db);

/**
 * Loads the sample newsroom, by the same use cases an editor works with, in one transaction: it stands whole or not at
 * all, and of two loadings at once the second is refused. Its times count back from now. The newsroom is prepared
 * already; a desk without a place for files loads the pictures' facts and credits only.
 * Throws SAMPLE_REFUSED unless the newsroom is empty, FORBIDDEN.
 */
export async function loadSample(caller: Desk, { onProgress }: LoadSample = {}): Promise<SampleCounts> {
  must(caller.actor, "sample:load");
  await expectEmpty(caller);
  const sample = await readSample();
  const total = sample.media.length * 2 + sample.articles.length;
  const tell = (doing: string, before: number) => (done: number) => onProgress?.({ done: before + done, total, doing });
  const paint = caller.files === undefined ? [] : sample.media;
  // Painting is slow and asks nothing of the database, so no transaction waits for it.
  const pictures = await paintAll(paint, tell("painting pictures", 0));
  return withTransaction(caller, async (desk) => {
    await takeSampleTurn(desk.db);
    await expectEmpty(desk);
    const world = emptyWorld(desk);
    await loadCast(world, sample, pictures, tell("taking in pictures", sample.media.length));
    await playOut(world, sample, tell("writing articles", sample.media.length * 2));
    return countsOf(sample);
  });
}

async function expectEmpty({ db }: Pick<OpenDesk | Desk, "db">): Promise<void> {
  if (!(await isEmpty(db))) throw new DatelineError("SAMPLE_REFUSED");
}

// Everything that ever happened to the articles, the oldest first: so what links to something finds it there.
async function playOut(world: SampleWorld, { articles }: Sample, tell: (done: number) => void): Promise<void> {
  const acts = articles.flatMap(articleActs).toSorted((a, b) => b.hoursAgo - a.hoursAgo);
  let written = 0;
  for (const { hoursAgo, slug, run } of acts) {
    if (!world.articles.has(slug)) tell((written += 1));
    await run(world, world.deskAt(hoursAgo));
  }
}

const countsOf = (sample: Sample): SampleCounts => ({
  sections: sample.sections.length,
  contributors: sample.contributors.length,
  topics: sample.topics.length,
  media: sample.media.length,
  articles: sample.articles.length,
});
