/** One row of the error catalogue: the same row serves GraphQL, HTTP, the desk command and the docs. */
export interface ErrorEntry {
  /** One sentence for a person. */
  readonly says: string;
  /** The way out: what to do next. */
  readonly fix: string;
  /** HTTP status where the error is the whole answer. */
  readonly http: number;
  /** Exit code of the desk command (0 is never an error). */
  readonly exit: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
}

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
    fix: "Read it again, compare, and repeat with the new version.",
    http: 409,
    exit: 5,
  },
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
  UNAUTHENTICATED: {
    says: "This door wants a valid desk token.",
    fix: "Send it as 'Authorization: Bearer TOKEN'; 'desk token create' makes one.",
    http: 401,
    exit: 6,
  },
  FORBIDDEN: { says: "Your role does not allow this.", fix: "Ask an editor with more rights.", http: 403, exit: 6 },
  TOO_COMPLEX: {
    says: "The query asks for too much at once.",
    fix: "Ask for fewer fields or smaller pages.",
    http: 400,
    exit: 4,
  },
  QUERY_INVALID: {
    says: "The query cannot be understood or does not fit the schema.",
    fix: "Correct the query; the published schema says what can be asked.",
    http: 400,
    exit: 4,
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    says: "Queries are not kept by their hash here.",
    fix: "Send the whole query.",
    http: 400,
    exit: 2,
  },
  BAD_CURSOR: { says: "That cursor is not one of this list's.", fix: "Start from the first page.", http: 400, exit: 4 },
  TIMED_OUT: { says: "The query took too long.", fix: "Ask for less, or try again.", http: 503, exit: 8 },
  DATABASE_UNREACHABLE: {
    says: "The database cannot be reached.",
    fix: "Check that it runs and that DATABASE_URL is right.",
    http: 503,
    exit: 8,
  },
  DATABASE_UNFIT: {
    says: "The database cannot be used.",
    fix: "See the reason; Dateline needs Postgres 15 or later.",
    http: 503,
    exit: 8,
  },
  METHOD_NOT_ALLOWED: {
    says: "That method is not answered here.",
    fix: "Use GET or POST.",
    http: 405,
    exit: 4,
  },
  BODY_TOO_LARGE: {
    says: "The request is too large.",
    fix: "Send less at once.",
    http: 413,
    exit: 4,
  },
  BAD_REQUEST: {
    says: "The request cannot be read.",
    fix: 'Send JSON such as {"query": "{ sections { name } }"}.',
    http: 400,
    exit: 4,
  },
  UNSUPPORTED_CONTENT: {
    says: "That kind of content is not read here.",
    fix: "Send application/json.",
    http: 415,
    exit: 4,
  },
} as const satisfies Record<string, ErrorEntry>;

/** A stable error code, spelled in UPPER_SNAKE; also an enum in the published schemas. */
export type ErrorCode = keyof typeof catalogue;
