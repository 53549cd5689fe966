export { addLink, moveLink, removeLink, type AddLink, type MoveLink, type RemoveLink } from "./add-link.ts";
export { bearersOf, type TeaserCandidate } from "./links.store.ts";
export { resolveTeaser, unresolvedTeasers, type ResolveTeaser, type UnresolvedTeaser } from "./teasers.ts";
