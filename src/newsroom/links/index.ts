export {
  addLink,
  linkTo,
  moveLink,
  removeLink,
  type AddLink,
  type LinkTo,
  type MoveLink,
  type RemoveLink,
} from "./add-link.ts";
export { checkExternal, type CheckedAddress } from "./check-external.ts";
export type { AddressPlace } from "./places.ts";
export { adoptLinkBack, hideLinkBack, unhideLinkBack } from "./keep-link-back.ts";
export { LinkBackStanding, linkBacks, type LinkBack } from "./link-backs.ts";
export { bearersOf, type TeaserCandidate } from "./links.store.ts";
export { movedAddresses, type MovedAddress } from "./moved.ts";
export { relink, type Relinked } from "./relink.ts";
export { suggestLinks, type LinkSuggestion } from "./suggest.ts";
export { resolveTeaser, unresolvedTeasers, type ResolveTeaser, type UnresolvedTeaser } from "./teasers.ts";
export { linkTroubles, type LinkTrouble } from "./troubles.ts";
export { whereMediaUsed, whereUsed, type RailUse, type RedirectUse, type Uses } from "./used.ts";
export type { Use } from "./used.store.ts";
