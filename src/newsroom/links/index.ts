export { addLink, moveLink, removeLink, type AddLink, type MoveLink, type RemoveLink } from "./add-link.ts";
export {
  bearersOf,
  resolveTeaser,
  unresolvedTeasers,
  type ResolveTeaser,
  type TeaserCandidate,
  type UnresolvedTeaser,
} from "./teasers.ts";
