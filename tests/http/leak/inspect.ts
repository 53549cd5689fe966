import type { IncomingHttpHeaders } from "node:http";
import { canaryShape } from "./canaries.ts";
import type { LeakNewsroom } from "./newsroom.ts";

/** What was asked and what came back. */
export interface Exchange {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** What was seen of the schema: names of fields as "Type.field", with how often one had a value. */
export type Seen = Map<string, number>;

/** What an answer told that it must not. */
export interface Leak {
  /** The place the canary stands in, or what else is wrong. */
  readonly what: string;
  readonly query: string;
  readonly variables: string;
}

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

/** Every string among the values that were sent. */
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isBag(value) ? Object.values(value).flatMap(stringsIn) : [];
};

const uuidShape = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The text, and what lies in it under base64 or hex: cursors and ids are opaque to clients, not to the curious. */
function opened(text: string): string {
  const coded = [...new Set(text.match(/[A-Za-z0-9_+/=-]{12,}/g) ?? [])];
  return [text, ...coded.flatMap((word) => [decoded(word, "base64url"), decoded(word, "hex")])].join("\n");
}

const decoded = (word: string, encoding: "base64url" | "hex"): string => Buffer.from(word, encoding).toString("latin1");

const wordsIn = (text: string, shape: RegExp): readonly string[] => [
  ...new Set((text.match(shape) ?? []).map((word) => word.toLowerCase())),
];

/** What the asker said themselves and hears again: the path of what is gone, and the tag of a slug they asked by. */
function withoutEcho({ text, headers, variables }: Exchange) {
  const asked = stringsIn(variables);
  const gone = text.includes('"__typename":"Gone"');
  const body = gone ? asked.reduce((rest, path) => rest.replaceAll(`"path":${JSON.stringify(path)}`, ""), text) : text;
  const head = asked.reduce(
    (rest, key) => rest.replaceAll(`slug:${key.slice(key.lastIndexOf("/") + 1)}`, ""),
    JSON.stringify(headers),
  );
  return { body, head };
}

/** Looks an answer over. Canaries `allowed` may sing; every field that came is noted in `seen`. */
export function inspect(
  newsroom: LeakNewsroom,
  exchange: Exchange,
  { seen, allowed }: { readonly seen: Seen; readonly allowed: (place: string) => boolean },
): readonly Leak[] {
  const { body, head } = withoutEcho(exchange);
  const open = opened(body);
  const told = [...wordsIn(open, canaryShape), ...wordsIn(opened(head), canaryShape)];
  // Chance spells a word like a canary now and then; only those that were planted count.
  const places = told.flatMap((word) => newsroom.canaries.places.get(word) ?? []);
  const ids = wordsIn(open, uuidShape).flatMap((id) => ownerOf(newsroom, id, "id"));
  const answer = parsed(exchange.text);
  const wrong = isBag(answer) ? misfits(newsroom, { ...exchange, answer }, { seen, allowed }) : [];
  return [...[...places, ...ids].filter((place) => !allowed(place)), ...wrong].map((what) => ({
    ...{ what, query: exchange.query },
    variables: JSON.stringify(exchange.variables),
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Articles that are not live, and counts that count what is not there. */
function misfits(
  newsroom: LeakNewsroom,
  { query, answer }: { readonly query: string; readonly answer: Bag },
  { seen, allowed }: { readonly seen: Seen; readonly allowed: (place: string) => boolean },
): readonly string[] {
  const branch = query.includes("includeChildren: true");
  const liveIds = new Set(
    Object.values(newsroom.live).map(({ id }) => Buffer.from(`Article:${id}`).toString("base64url")),
  );
  const strangers = ({ id }: Bag): readonly string[] =>
    typeof id !== "string" || liveIds.has(id)
      ? []
      : ownerOf(newsroom, bareId(id), "article").filter((place) => !allowed(place));
  const miscounted = ({ totalCount }: Bag, above: Bag | null): readonly string[] =>
    typeof totalCount !== "number" || above === null || totalCount === countOf(newsroom, above, branch)
      ? []
      : [`a list of ${String(totalCount)} articles`];
  const found: string[] = [];
  const visit = (value: unknown, above: Bag | null): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, above);
    if (!isBag(value)) return;
    const type = typeof value["__typename"] === "string" ? value["__typename"] : "Query";
    for (const [key, inner] of Object.entries(value)) {
      note(seen, `${type}.${key.slice(key.lastIndexOf(`${type}_`) === 0 ? type.length + 1 : 0)}`, inner);
      visit(inner, value);
    }
    if (type === "Article") found.push(...strangers(value));
    if (type === "ArticleConnection") found.push(...miscounted(value, above));
  };
  visit(answer["data"], null);
  return found;
}

const bareId = (id: unknown): string => Buffer.from(String(id), "base64url").toString().replace(/^.*:/, "");

/** Whose id it is, as a place; nothing for the id of what is public. */
const ownerOf = ({ hiddenIds }: LeakNewsroom, id: string, what: string): readonly string[] => {
  const owner = hiddenIds.get(id);
  return owner === undefined ? [] : [`${owner}: ${what} ${id}`];
};

const countOf = ({ counts }: LeakNewsroom, { id }: Bag, whole: boolean): number | undefined =>
  counts.get(bareId(id))?.[whole ? "branch" : "own"];

function note(seen: Seen, name: string, value: unknown): void {
  const empty = value === null || (Array.isArray(value) && value.length === 0);
  seen.set(name, (seen.get(name) ?? 0) + (empty ? 0 : 1));
}
