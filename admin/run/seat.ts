import { userInfo } from "node:os";
import type { Source } from "../../src/delivery/index.ts";
import { rehearse, withTransaction, type Desk, type OpenDesk } from "../../src/newsroom/desk.ts";
import { mediaStore } from "../../src/newsroom/media/index.ts";
import { loadConfig, type Config } from "../../src/kernel/config/index.ts";
import { newId } from "../../src/kernel/ids.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import type { Answer } from "../print/index.ts";
import { whoActs } from "./actor.ts";
import type { Call } from "./call.ts";
import { openNewsroom } from "./newsroom.ts";

/** A place at the desk: who acts, and the way to write. */
export interface Seat {
  readonly desk: Desk;
  readonly config: Config;
  /** What readers see, asked for as they ask. */
  readonly readers: Source;
  /** Runs an act as one transaction; with --dry-run it is only rehearsed, and everything is taken back. */
  readonly write: <T>(act: (desk: OpenDesk) => Promise<T>) => Promise<T>;
}

/** What is done at the desk. */
export type Work = (seat: Seat) => Promise<Answer>;

const rehearsed = "Dry run: this is what would change; nothing was written.";

/**
 * Opens the newsroom's database, lets the work be done as the user of the call, and closes it.
 * Throws CONFIG_INVALID, DATABASE_UNREACHABLE, DATABASE_UNFIT, UNAUTHENTICATED and whatever the work throws.
 */
export async function atDesk(call: Call, work: Work, { mayBeFirst = false } = {}): Promise<Answer> {
  const config = loadConfig();
  const newsroom = call.newsroom ?? (await openNewsroom(config));
  try {
    const { db, readers } = newsroom;
    const email = call.text("as") ?? config.deskUser;
    const actor = await whoActs(db, { email, embedded: newsroom.embedded, mayBeFirst });
    const origin = { door: "CLI", requestId: newId(), ...osUser() } as const;
    const files = mediaStore(config.dataDir);
    const { zone, fourEyes } = config;
    const desk: Desk = { actor, db, now: systemClock, origin, zone, fourEyes, files };
    const dry = call.flag("dryRun");
    const answer = await work({ desk, config, readers, write: (act) => (dry ? rehearse : withTransaction)(desk, act) });
    return { zone, ...answer, notes: dry ? [rehearsed] : answer.notes };
  } finally {
    if (newsroom !== call.newsroom) await newsroom.close();
  }
}

// A container may run us under a number that has no name.
function osUser(): { osUser?: string } {
  try {
    return { osUser: userInfo().username };
  } catch {
    return {};
  }
}
