import { rebuildProjections, type Rebuilt } from "../../src/newsroom/setup/index.ts";
import { listOf, type Answer, type View } from "../print/index.ts";
import { progressTo } from "../print/progress.ts";
import type { Call } from "../run/call.ts";
import { atDesk } from "../run/seat.ts";

const names = ["table", "before", "removed", "written", "after"] as const;
const view: View<Rebuilt> = names.map((name) => ({ name, of: (rebuilt) => rebuilt[name] }));

/** Makes anew what readers see, telling how far it has come; one row a table. Throws FORBIDDEN to all but admins. */
export const rebuild = (call: Call): Promise<Answer> =>
  atDesk(call, async ({ desk }) => {
    const progress = progressTo(process.stderr);
    const rebuilt = await rebuildProjections(desk, { onProgress: progress.show }).finally(progress.end);
    const wrong = rebuilt.reduce((sum, { removed, written }) => sum + Math.max(removed, written), 0);
    return listOf(view, rebuilt, [wrong === 0 ? "Every row was right already." : `Put ${wrong} rows right.`]);
  });
