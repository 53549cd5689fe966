import type { Check, Spot } from "./check.ts";
import type { ArticlePicture, LinkTarget } from "./picture.ts";
import type { Standing } from "./standing.ts";

/** A check that looks at where each link leads. */
const ofTargets =
  (look: (target: LinkTarget) => string | null) =>
  ({ links }: ArticlePicture): readonly Spot[] =>
    links.flatMap(({ place, label, target }) => {
      const wrong = look(target);
      return wrong === null ? [] : [{ place, says: `The link "${label}" ${wrong}.` }];
    });

const standing = (which: Standing, says: string) =>
  ofTargets((target) => (target.to === "article" && target.standing === which ? says : null));

/** Checks of what it links to. */
export const linksChecks = {
  LINK_TARGET_KILLED: {
    severity: "ERROR",
    finds: "A link leads to an article that was killed.",
    because: "It never comes back: the link can only be a mistake.",
    fix: "Remove the link, or lead it elsewhere.",
    find: standing("killed", "leads to an article that was killed"),
  },
  LINK_TARGET_DOWN: {
    severity: "WARNING",
    finds: "A link leads to an article that is unpublished, held, spiked or expired.",
    because: "Readers are not shown the link, and the article may come back.",
    fix: "Remove the link, lead it elsewhere, or accept that readers do not see it.",
    find: standing("down", "leads to an article that was taken from readers"),
  },
  LINK_ADDRESS_DEAD: {
    severity: "WARNING",
    finds: "A link leads to an address that the link checker found dead.",
    because: "An address may be closed to us and open to readers.",
    fix: "Remove the link, give it another address, or accept it.",
    find: ofTargets((target) =>
      target.to === "address" && target.dead ? `leads to a dead address: ${target.url}` : null,
    ),
  },
  LINK_TARGET_AHEAD: {
    severity: "NOTE",
    finds: "A link leads to an article readers do not have yet.",
    fix: "Nothing: the link appears with that article.",
    find: standing("ahead", "leads to an article readers do not have yet"),
  },
  TEASER_UNRESOLVED: {
    severity: "NOTE",
    finds: "A teaser has no article or address yet.",
    fix: "Accept a candidate (desk link unresolved shows them), or leave it: readers see the words without a link.",
    find: ofTargets((target) => (target.to === "nothing" ? "has no article or address yet" : null)),
  },
} as const satisfies Record<string, Check>;
