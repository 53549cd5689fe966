import { embargoEnd, stateAfter, underEmbargo, verbsFrom, type WorkflowState } from "../lifecycle/index.ts";
import { spot, type Check } from "./check.ts";

/** The verbs that bring an article before readers. */
const ways = ["publish", "schedule", "update", "republish", "release"] as const;
const leadsToReaders = (state: WorkflowState): boolean => ways.some((verb) => stateAfter(state, verb) !== null);

/** Checks of where and when it stands. */
export const placeChecks = {
  STATE_CLOSED: {
    severity: "ERROR",
    finds: "From the article's state no way leads to readers.",
    fix: "Take it to a state that can be published first.",
    find: ({ state }) =>
      spot(
        !leadsToReaders(state),
        ["state"],
        `A ${state} article cannot be published; it can: ${verbsFrom(state).join(", ") || "nothing"}.`,
      ),
  },
  SECTION_HIDDEN: {
    severity: "ERROR",
    finds: "The section is hidden.",
    fix: "Move the article to a visible section, or show the section.",
    find: ({ section: { name, visible } }) => spot(!visible, ["section"], `The section "${name}" is hidden.`),
  },
  SLUG_NOT_FREE: {
    severity: "ERROR",
    finds: "A redirect stands at the path the slug makes, and leads elsewhere.",
    because: "Slugs themselves are unique in the database; an address given away by a redirect is not free either.",
    fix: "Choose another slug, or remove the redirect.",
    find: ({ path, pathLeadsTo }) =>
      spot(pathLeadsTo !== null, ["slug"], `The path ${path} is taken: it leads to ${pathLeadsTo ?? ""}.`),
  },
  UNDER_EMBARGO: {
    severity: "ERROR",
    finds: "An embargo still stands at the time of publication.",
    fix: "Wait until it has passed, publish at a time after it, or lift it.",
    find: (article) =>
      spot(
        underEmbargo(article, article.at),
        [article.embargoHold ? "embargoHold" : "embargoUntil"],
        `The article is under embargo ${embargoEnd(article)}.`,
      ),
  },
  EXPIRY_PASSED: {
    severity: "ERROR",
    finds: "It would have expired already.",
    fix: "Set a later expiry, or none.",
    find: ({ expiresAt, at }) =>
      spot(expiresAt !== null && expiresAt <= at, ["expiresAt"], "It would have expired already."),
  },
} as const satisfies Record<string, Check>;
