import type { Desk } from "../../src/newsroom/desk.ts";
import { DatelineError } from "../../src/kernel/errors/index.ts";
import type { Call } from "../run/call.ts";
import type { VerbOption } from "../run/verb.ts";
import { readMoment, type Moment } from "./time.ts";

/** How a time may be written, for the help of every option that takes one. */
export const timeHelp = '"2026-11-24 06:00", 18:00, "tomorrow 6am", +30m or ISO 8601';

/** The option that says on which clock the times are. */
export const zoneOption: VerbOption = {
  flags: "--tz <zone>",
  help: "the times are on the clock of this zone, such as Asia/Dubai; the newsroom's if left out",
};

/** The moment an option names, on the clock of `--tz` or the newsroom's. Throws BAD_USAGE. */
export function momentFrom(call: Call, desk: Desk, option: string): Moment | undefined {
  const text = call.text(option);
  return text === undefined ? undefined : readMoment(text, { zone: zoneOf(call, desk), now: desk.now() });
}

/** What there is to tell about the moments somebody named. */
export const notesOf = (...moments: readonly (Moment | undefined)[]): readonly string[] =>
  moments.flatMap((moment) => (moment?.note ? [moment.note] : []));

function zoneOf(call: Call, desk: Desk): string {
  const zone = call.text("tz") ?? desk.zone;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (cause) {
    const says = `There is no time zone "${zone}".`;
    throw new DatelineError("BAD_USAGE", { says, fix: "Name it as Europe/Berlin or Asia/Dubai.", cause });
  }
}
