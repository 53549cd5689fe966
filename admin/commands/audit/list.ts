import { listAudit, type ListAudit } from "../../../src/newsroom/audit/index.ts";
import { listOf } from "../../print/index.ts";
import { caps } from "../../read/caps.ts";
import { pageNotes, pageOptions } from "../../read/page.ts";
import { readSince } from "../../read/since.ts";
import type { Call } from "../../run/call.ts";
import { atDesk, type Seat } from "../../run/seat.ts";
import type { Verb } from "../../run/verb.ts";
import { auditView } from "../../views/audit.ts";

/** `desk audit list` */
export const verb: Verb = {
  options: [
    { flags: "--article <article>", help: "only what was done to this article" },
    { flags: "--entity <type:id>", help: "only what was done to this thing, or to all of a type: section" },
    { flags: "--actor <email>", help: "only what this user did, or: system" },
    { flags: "--action <act>", help: "only this act, or all of a noun: article:publish, article" },
    { flags: "--door <door>", help: "only what came through: cli, graphql, job or setup" },
    { flags: "--since <time>", help: "only from then on: 2h (ago), 18:00, 2026-05-01 …" },
    { flags: "--until <time>", help: "only what came before" },
    ...pageOptions,
  ],
  examples: [
    "desk audit list --article harbour-bridge-reopens",
    "desk audit list --actor mara@news.example --since 2h",
  ],
  run: (call) =>
    atDesk(call, async (seat) => {
      const { events, hasMore } = await listAudit(seat.desk, askedFor(call, seat));
      const last = events.map(({ id }) => ({ id: String(id) }));
      return listOf(auditView, events, pageNotes("such acts", last, hasMore));
    }),
};

function askedFor(call: Call, { desk, config }: Seat): ListAudit {
  const { text } = call;
  const time = (name: string): Date | undefined => {
    const given = text(name);
    return given === undefined ? undefined : readSince(given, { zone: config.zone, now: desk.now() });
  };
  return {
    ...{ article: text("article"), entity: text("entity"), actor: text("actor"), action: text("action") },
    ...{ since: time("since"), until: time("until"), door: caps(text("door")) as ListAudit["door"] },
    ...{ first: call.whole("limit"), after: text("after") },
  };
}
