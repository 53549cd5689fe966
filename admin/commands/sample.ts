import { loadSample, type SampleCounts } from "../../src/newsroom/sample/index.ts";
import { recordOf, type View } from "../print/index.ts";
import { progressTo } from "../print/progress.ts";
import { atDesk } from "../run/seat.ts";
import type { Verb } from "../run/verb.ts";

const names = ["sections", "contributors", "topics", "media", "articles"] as const;
const view: View<SampleCounts> = names.map((name) => ({ name, of: (counts) => counts[name] }));

/** `desk sample` */
export const verb: Verb = {
  examples: ["desk sample", "desk sample --dry-run"],
  writes: true,
  run: (call) =>
    atDesk(call, async ({ write }) => {
      const progress = progressTo(process.stderr);
      const counts = await write((open) => loadSample(open, { onProgress: progress.show })).finally(progress.end);
      return { ...recordOf(view, counts), notes: ["Loaded the sample newsroom: desk article list"] };
    }),
};
