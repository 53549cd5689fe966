import type { AddressState } from "../../database/generated/enums.ts";
import { isWebUrl } from "../../domain/text/index.ts";
import type { WebAnswer } from "../../kernel/web/index.ts";

/** What is kept of an address outside. */
export interface AddressRecord {
  readonly state: AddressState;
  readonly httpStatus: number | null;
  readonly finalUrl: string | null;
  readonly checkedAt: Date | null;
  readonly failCount: number;
}

/** So many failures make an address dead. */
const strikes = 3;
/** Failures closer together than this are one: three tries in a minute prove nothing. */
const strikeGap = 3_600_000;
/** Answers that say "not you", not "not there". 451 is a law, 999 the way of some social networks. */
const blocking: ReadonlySet<number> = new Set([401, 402, 403, 407, 429, 451, 999]);

/**
 * What is known of an address after a check. It is dead from the third failure on (an hour or more apart) and alive
 * again with the first answer; one we may not look at (a private address, a paywall) is blocked, which is no failure.
 */
export function addressAfter(before: AddressRecord, answer: WebAnswer, at: Date): AddressRecord {
  const httpStatus = answer.kind === "answered" ? answer.status : null;
  const known = { httpStatus, checkedAt: at };
  if (answer.kind === "refused" || (answer.kind === "answered" && blocking.has(answer.status))) {
    return { ...known, state: "BLOCKED", finalUrl: null, failCount: 0 };
  }
  if (answer.kind === "answered" && answer.status < 400) {
    // Where it leads is the other site's word: what could not be linked to is no news of ours.
    const movedTo = answer.movedTo !== null && isWebUrl(answer.movedTo) ? answer.movedTo : null;
    return { ...known, state: movedTo === null ? "OK" : "MOVED", finalUrl: movedTo, failCount: 0 };
  }
  const failCount = before.failCount + (isNewStrike(before, at) ? 1 : 0);
  const state = failCount >= strikes ? "DEAD" : before.state;
  return { ...known, state, finalUrl: before.finalUrl, failCount };
}

const isNewStrike = ({ failCount, checkedAt }: AddressRecord, at: Date): boolean =>
  failCount === 0 || checkedAt === null || at.getTime() - checkedAt.getTime() >= strikeGap;
