import { DatelineError } from "../../src/kernel/errors/index.ts";
import type { Call } from "../run/call.ts";

/** A place in an order, counted from 1 as people do, as the rooms count it: from 0. Throws BAD_USAGE. */
export function placeOf(call: Call, option: string): number | undefined {
  const place = call.whole(option);
  if (place === 0) throw new DatelineError("BAD_USAGE", { says: `--${option} counts from 1.` });
  return place === undefined ? undefined : place - 1;
}
