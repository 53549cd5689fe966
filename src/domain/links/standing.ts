import { isLive, workflowState, type ArticleClock } from "../lifecycle/index.ts";

/** How a related link stands: whether readers get where it leads. */
export const LinkStanding = {
  LIVE: "LIVE",
  DARK: "DARK",
  DEAD: "DEAD",
  MOVED: "MOVED",
  BLOCKED: "BLOCKED",
  UNCHECKED: "UNCHECKED",
  UNRESOLVED: "UNRESOLVED",
} as const;
/** How a related link stands. */
export type LinkStanding = (typeof LinkStanding)[keyof typeof LinkStanding];

/** What is known of an address outside. */
export interface AddressFacts {
  readonly state: "UNCHECKED" | "OK" | "MOVED" | "DEAD" | "BLOCKED";
  readonly finalUrl: string | null;
  readonly httpStatus: number | null;
  readonly failCount: number;
}

/** What a link's standing hangs on: the article or the address it leads to; neither for a teaser. */
export interface LinkFacts {
  readonly target: ArticleClock | null;
  readonly externalAddress: AddressFacts | null;
  /** The link's own headline. */
  readonly headline: string | null;
}

const byAddress = {
  OK: "LIVE",
  MOVED: "MOVED",
  DEAD: "DEAD",
  BLOCKED: "BLOCKED",
  UNCHECKED: "UNCHECKED",
} as const satisfies Record<AddressFacts["state"], LinkStanding>;

/** States that readers are shown nothing of, and that only an act of the desk may end. */
const dead: ReadonlySet<string> = new Set(["UNPUBLISHED", "KILLED", "SPIKED"]);

/** How a link stands at a moment. Dead is what does not come back by itself, dark what may still come. */
export function linkStanding({ target, externalAddress }: LinkFacts, at: Date): LinkStanding {
  if (externalAddress !== null) return byAddress[externalAddress.state];
  if (target === null) return LinkStanding.UNRESOLVED;
  if (isLive(target, at)) return LinkStanding.LIVE;
  return dead.has(target.state) || hasExpired(target, at) ? LinkStanding.DEAD : LinkStanding.DARK;
}

/** What an editor should know of a link, in a sentence; null where all is well, or nothing is known to be wrong. */
export function linkWarning(link: LinkFacts, at: Date): string | null {
  const { target, externalAddress } = link;
  if (externalAddress !== null) return addressWarning(externalAddress);
  if (target === null || isLive(target, at)) return null;
  return `Its target is ${conditionOf(target, at)}: ${consequence(link, at)}.`;
}

/** How a mark in a text stands that leads to an address: readers get it as it was written, whatever a check found. */
export const markStanding = ({ state }: AddressFacts): LinkStanding => byAddress[state];

/** What an editor should know of such a mark; null where nothing is known to be wrong. */
export const markWarning = (address: AddressFacts): string | null =>
  addressWarning(address, "the text still leads there");

function addressWarning(
  { state, finalUrl, httpStatus, failCount }: AddressFacts,
  whenDead = "readers get its words without a link",
): string | null {
  const answer = httpStatus === null ? "no answer" : `status ${httpStatus}`;
  if (state === "DEAD") return `The address is dead (${answer}): ${whenDead}.`;
  if (state === "MOVED") return `The address has moved to ${finalUrl ?? "another one"}.`;
  return failCount > 0 ? `The address failed ${failCount === 1 ? "once" : `${failCount} times`} (${answer}).` : null;
}

const hasExpired = ({ state, expiresAt }: ArticleClock, at: Date): boolean =>
  state === "PUBLISHED" && expiresAt !== null && expiresAt <= at;

function conditionOf(target: ArticleClock, at: Date): string {
  if (hasExpired(target, at)) return "expired";
  const state = workflowState(target, at);
  return state === "PUBLISHED" ? "under embargo" : state.toLowerCase().replace("_", " ");
}

/** Whether readers are shown nothing at all of a link to this article: it was taken from them, or binned. */
const isGone = (target: ArticleClock, at: Date): boolean =>
  target.state === "HELD" || dead.has(target.state) || hasExpired(target, at);

function consequence({ target, headline }: LinkFacts, at: Date): string {
  const silent = headline === null || (target !== null && isGone(target, at));
  return silent ? "readers see nothing of the link" : "readers get the link's own words without a link";
}
