import type { GraphQLSchema } from "graphql";
import { json, preflighted, send, type Reply } from "../cache/world.ts";
import { inspect, type Leak, type Seen } from "./inspect.ts";
import type { LeakNewsroom } from "./newsroom.ts";
import { chainsFrom, leavesOf, printChains, type Chain, type Step } from "./tree.ts";

/** A door of delivery, and what may be told there. */
export interface Door {
  readonly url: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Places whose canaries may sing at this door. */
  readonly allowed?: (place: string) => boolean;
}

/** A walk through delivery, and what came of it. */
export interface Walk {
  readonly seen: Seen;
  readonly leaks: Leak[];
  /** Arguments that were given, as "Type.field(argument)". */
  readonly given: Set<string>;
  /** Places whose canaries were told where they may be. */
  readonly heard: Set<string>;
  /** Ways that no page is small enough for. */
  readonly beyond: Set<string>;
  /** Plain fields that were too much somewhere: from then on they are asked for by themselves. */
  readonly heavy: Set<string>;
  requests: number;
}

export const openWalk = (): Walk => ({
  ...{
    seen: new Map(),
    leaks: [],
    given: new Set(),
    heard: new Set(),
    beyond: new Set(),
    heavy: new Set(),
    requests: 0,
  },
});

/** Levels of fields the walk goes down. */
const depth = 6;

/** What a root field is asked with: its values, and places that may be told to whoever asks so. */
export interface Values {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly allowed?: (place: string) => boolean;
  /** Asks for the thing itself only: there is nothing below what is not there. */
  readonly briefly?: true;
}

/** A part of the walk below one root field that is asked for at once, with pages so large. */
interface Pack {
  readonly chains: readonly Chain[];
  readonly first: number;
  /** Of the plain fields at the end, only these; of one chain that is too much with all of them. */
  readonly leaves?: readonly string[];
}

/** Some at a time. */
export const chunks = <Thing>(things: readonly Thing[], size: number): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / size) }, (_, n) => things.slice(n * size, (n + 1) * size));

/** The variables of a root field, with their types; each bears the name of its argument. */
const declared: Readonly<Record<string, string>> = {
  ...{ "Query.article": "$by: ArticleBy!", "Query.section": "$by: SectionBy!", "Query.node": "$id: ID!" },
  ...{ "Query.nodes": "$ids: [ID!]!", "Query.resolve": "$path: String!", "Query.sections": "" },
  "Query.search": "$query: String!, $after: String, $first: Int",
  "Query.corrections": "$kind: CorrectionKind, $after: String, $first: Int",
};

const pages = { "Section.articles": "first: $page, includeChildren: true" } as const;

function argsFor(name: string): string {
  if (name in pages) return `(${pages[name as keyof typeof pages]})`;
  const names = [...(declared[name] ?? "").matchAll(/\$(\w+)/g)].map(([, one = ""]) => `${one}: $${one}`);
  return names.length === 0 ? "" : `(${names.join(", ")})`;
}

/** The pages it asks for: larger than any list of what is live; and how many ways it asks for at once. */
const startSize = { page: 8, chains: 8 } as const;

/**
 * Asks a root field for everything below it, six levels deep, with each of the values. What is too much for one request
 * is split until the server takes it; pages shrink only where one way alone is too much.
 */
export async function walkBelow(
  world: { readonly newsroom: LeakNewsroom; readonly schema: GraphQLSchema; readonly door: Door },
  walk: Walk,
  root: string,
  values: readonly Values[],
): Promise<void> {
  const on = world.schema.getQueryType()!;
  const field = on.getFields()[root]!;
  const all = chainsFrom(world.schema, { on, field }, depth);
  let packs: readonly Pack[] = chunks(all, startSize.chains).map((chains) => ({ chains, first: startSize.page }));
  for (const value of values) {
    if (value.briefly === true) {
      await askPack(world, walk, { root, value, pack: { chains: [[{ on, field }]], first: 1 } });
      continue;
    }
    const fitting: Pack[] = [];
    for (const pack of packs) fitting.push(...(await askFitting(world, walk, { root, value, pack })));
    packs = fitting;
  }
}

interface Errand {
  readonly root: string;
  readonly value: Values;
  readonly pack: Pack;
}

type World = Parameters<typeof walkBelow>[0];

async function askFitting(world: World, walk: Walk, errand: Errand): Promise<readonly Pack[]> {
  const pack = { ...errand.pack, chains: errand.pack.chains.filter((chain) => !isBeyond(walk, chain)) };
  if (pack.chains.length === 0) return [];
  const { text } = await askPack(world, walk, { ...errand, pack });
  if (!text.includes('"TOO_COMPLEX"')) return [pack];
  const smaller = parts(world.schema, walk, pack);
  if (smaller.length === 0) {
    // One field too many is no reason to turn back; a way that is too much by itself is.
    walk.beyond.add([nameOf(pack.chains[0]!), ...(pack.leaves ?? [])].join(" "));
    for (const leaf of pack.leaves ?? []) walk.heavy.add(leaf);
    return [];
  }
  const found: Pack[] = [];
  for (const one of smaller) found.push(...(await askFitting(world, walk, { ...errand, pack: one })));
  return found;
}

const nameOf = (chain: readonly Step[]): string => chain.map(({ on, field }) => `${on.name}.${field.name}`).join(" ");

// What is too much stays too much with more below it.
const isBeyond = ({ beyond }: Walk, chain: Chain): boolean =>
  chain.some((_, index) => beyond.has(nameOf(chain.slice(0, index + 1)))) && Boolean(beyond.add(nameOf(chain)));

function parts(schema: GraphQLSchema, { heavy }: Walk, { chains, first, leaves }: Pack): readonly Pack[] {
  if (chains.length > 1) return halves(chains).map((some) => ({ chains: some, first }));
  if (first > 1) return [{ chains, first: 1 }];
  const left = leaves ?? leavesOf(schema, chains[0]!);
  const some = (names: readonly string[]): Pack => ({ chains, first, leaves: names });
  if (leaves !== undefined) return left.length > 1 ? halves(left).map(some) : [];
  const light = left.filter((leaf) => !heavy.has(leaf));
  return [some([]), some(light), ...left.filter((leaf) => heavy.has(leaf)).map((leaf) => some([leaf]))];
}

const halves = <Thing>(things: readonly Thing[]): readonly (readonly Thing[])[] =>
  chunks(things, Math.max(1, Math.ceil(things.length / 2)));

async function askPack(world: World, walk: Walk, { root, value, pack }: Errand): Promise<Reply> {
  const selection = printChains(world.schema, pack.chains, { args: argsFor, leaves: pack.leaves ?? null });
  const paged = selection.includes("$page");
  const variables = { ...value.variables, ...(paged && { page: pack.first }) };
  const declarations = [declared[`Query.${root}`], paged ? "$page: Int" : ""].filter(Boolean).join(", ");
  const query = `query${declarations === "" ? "" : ` (${declarations})`} { ${selection} }`;
  for (const name of Object.keys(value.variables)) walk.given.add(`Query.${root}(${name})`);
  if (paged) walk.given.add("Section.articles(first)").add("Section.articles(includeChildren)");
  return askOver(world, walk, { query, variables }, value.allowed);
}

interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Asks, and looks the answer over. */
export async function askOver(
  { newsroom, door }: Pick<World, "newsroom" | "door">,
  walk: Walk,
  question: Question,
  allowed: (place: string) => boolean = () => false,
): Promise<Reply> {
  const { query, variables } = question;
  const headers = { ...json, ...preflighted, ...door.headers };
  const reply = await send(door.url, { path: door.path, body: JSON.stringify({ query, variables }), headers });
  walk.requests += 1;
  const may = (place: string): boolean => {
    if (!(allowed(place) || (door.allowed?.(place) ?? false))) return false;
    walk.heard.add(place);
    return true;
  };
  const exchange = { query, variables, headers: reply.headers, text: reply.text };
  walk.leaks.push(...inspect(newsroom, exchange, { seen: walk.seen, allowed: may }));
  return reply;
}
