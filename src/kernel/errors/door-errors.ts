import type { ErrorEntry } from "./error-entry.ts";

/** What the doors answer by themselves: who may come in, what can be read, and what stands behind them. */
export const doorErrors = {
  UNAUTHENTICATED: {
    says: "This door wants a valid desk token.",
    fix: "Send it as 'Authorization: Bearer TOKEN'; 'desk token create' makes one.",
    http: 401,
    exit: 6,
  },
  FORBIDDEN: { says: "Your role does not allow this.", fix: "Ask an editor with more rights.", http: 403, exit: 6 },
  SECTION_OUT_OF_SCOPE: { says: "That is not your section.", fix: "Ask an admin.", http: 403, exit: 6 },
  LAST_ADMIN: { says: "There is no other admin.", fix: "Make one: desk user set-role.", http: 409, exit: 4 },
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
  PERSISTED_QUERY_NOT_FOUND: {
    says: "No query is kept under this hash.",
    fix: "Send the whole query with its hash; after that the hash is enough.",
    http: 200,
    exit: 3,
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
  METHOD_NOT_ALLOWED: { says: "That method is not answered here.", fix: "Use GET or POST.", http: 405, exit: 4 },
  BODY_TOO_LARGE: { says: "The request is too large.", fix: "Send less at once.", http: 413, exit: 4 },
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
