import { doorErrors } from "./door-errors.ts";
import type { ErrorEntry } from "./error-entry.ts";

/** Every error Dateline can answer with. Codes are stable for ever: rows are added, never renamed. */
export const catalogue = {
  INTERNAL: {
    says: "Something went wrong on our side.",
    fix: "Try again; if it stays, give the operator the request id.",
    http: 500,
    exit: 1,
  },
  BAD_USAGE: { says: "The command was not understood.", fix: "Add --help to see how it is used.", http: 400, exit: 2 },
  CONFIG_INVALID: {
    says: "The configuration has mistakes.",
    fix: "Correct the listed settings; .env.example documents each.",
    http: 500,
    exit: 2,
  },
  NOT_FOUND: { says: "There is no such thing.", fix: "Check the id, slug or path.", http: 404, exit: 3 },
  AMBIGUOUS: {
    says: "That name fits more than one thing.",
    fix: "Use one of the listed candidates.",
    http: 409,
    exit: 3,
  },
  INVALID_INPUT: {
    says: "The input breaks a rule.",
    fix: "Correct the listed places and send it again.",
    http: 422,
    exit: 4,
  },
  WRONG_STATE: {
    says: "The article's state does not allow this.",
    fix: "Look at its state first; the workflow says which act comes before.",
    http: 409,
    exit: 4,
  },
  ARTICLE_INCOMPLETE: {
    says: "The article is not ready to be published.",
    fix: "Complete what is listed, then publish again.",
    http: 422,
    exit: 4,
  },
  WARNINGS_STAND: { says: "Warnings stand.", fix: "Correct them, or accept each with a reason.", http: 422, exit: 4 },
  UNDER_EMBARGO: {
    says: "The article is under embargo.",
    fix: "Wait until the embargo has passed, or schedule it for after that.",
    http: 409,
    exit: 4,
  },
  SECTION_CYCLE: {
    says: "A section cannot stand below itself.",
    fix: "Choose a parent outside its own branch.",
    http: 422,
    exit: 4,
  },
  LINK_TO_SELF: { says: "An article cannot link to itself.", fix: "Choose another target.", http: 422, exit: 4 },
  LINK_TARGET_UNCLEAR: {
    says: "A link has exactly one target.",
    fix: "Name an article or an address, not both.",
    http: 422,
    exit: 4,
  },
  REDIRECT_LOOP: {
    says: "That redirect would lead back to itself.",
    fix: "Look at where the target leads: 'desk redirect list' shows each.",
    http: 422,
    exit: 4,
  },
  NOT_A_PAGE: {
    says: "The file is not a capture of an article page.",
    fix: "It needs a headline, then paragraphs; see the reason and line.",
    http: 422,
    exit: 4,
  },
  UNSUPPORTED_FILE: {
    says: "That kind of file is not accepted.",
    fix: "Send a PNG or JPEG picture.",
    http: 415,
    exit: 4,
  },
  SAMPLE_REFUSED: {
    says: "The sample loads only into an empty newsroom.",
    fix: "Use an empty database, or leave the sample out.",
    http: 409,
    exit: 4,
  },
  ARTICLE_STALE: {
    says: "Someone changed this article after you read it.",
    fix: "Read it again, compare, and repeat with the new version; words that touch other places can be merged.",
    http: 409,
    exit: 5,
  },
  EDITS_CLASH: { says: "Two edits changed the same place.", fix: "Decide, and save it as one.", http: 409, exit: 5 },
  ARTICLE_LOCKED: { says: "A colleague is at work on it.", fix: "Ask, wait, or break the lock.", http: 409, exit: 5 },
  SECTION_STALE: {
    says: "Someone changed this section after you read it.",
    fix: "Read it again and repeat with the new version.",
    http: 409,
    exit: 5,
  },
  TOPIC_STALE: {
    says: "Someone changed this topic after you read it.",
    fix: "Read it again and repeat with the new version.",
    http: 409,
    exit: 5,
  },
  CONTRIBUTOR_STALE: {
    says: "Someone changed this contributor after you read it.",
    fix: "Read it again and repeat with the new version.",
    http: 409,
    exit: 5,
  },
  MEDIA_STALE: {
    says: "Someone changed this medium after you read it.",
    fix: "Read it again and repeat with the new version.",
    http: 409,
    exit: 5,
  },
  ALREADY_EXISTS: {
    says: "That already exists.",
    fix: "Choose another name, or use what is there.",
    http: 409,
    exit: 5,
  },
  SLUG_TAKEN: {
    says: "That slug belongs to another article, now or in the past.",
    fix: "Choose another slug.",
    http: 409,
    exit: 5,
  },
  LINK_DOUBLED: {
    says: "The article already links to that target.",
    fix: "Move or edit the link it has.",
    http: 409,
    exit: 5,
  },
  IMPORT_CLASH: {
    says: "Another text stands under this headline in that section.",
    fix: "Revise that article, or change the headline of the file.",
    http: 409,
    exit: 5,
  },
  IN_USE: { says: "It is in use.", fix: "Stop what uses it, then try again.", http: 409, exit: 5 },
  BUSY: { says: "Two changes met in the same moment.", fix: "Try again.", http: 409, exit: 5 },
  ...doorErrors,
} as const satisfies Record<string, ErrorEntry>;

/** A stable error code, spelled in UPPER_SNAKE; also an enum in the published schemas. */
export type ErrorCode = keyof typeof catalogue;
