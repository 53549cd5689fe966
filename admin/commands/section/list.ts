import { listSections } from "../../../src/newsroom/sections/index.ts";
import { listOf } from "../../print/index.ts";
import { atDesk } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { sectionView } from "../../views/section.ts";

/** `desk section list` */
export const verb: Verb = {
  examples: ["desk section list", "desk section list --fields path,name --format csv"],
  run: (call) =>
    atDesk(call, async ({ desk }) => {
      const sections = await listSections(desk);
      return listOf(sectionView, sections, sections.length > 0 ? [] : ["No sections yet: desk section create NAME"]);
    }),
};
