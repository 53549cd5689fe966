import {
  getNamedType,
  isListType,
  isNonNullType,
  isUnionType,
  TypeNameMetaFieldDef,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import type { Argument, Condition, CursorChoice, FieldPiece, Piece, Value } from "./piece.ts";
import type { Pools } from "./pools.ts";

/** A question as a client sends it. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What stands under a response key: two pieces may share it only when they ask the same. */
interface Taken {
  readonly asks: string;
  readonly below: Scope;
}
type Scope = Map<string, Taken>;

/** Where a piece stands. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly scope: Scope;
  /** How many rows may stand here, guessed. */
  readonly rows: number;
  /** The list whose cursors fit: `ID` of the section asked for at the root, or the search. */
  readonly section: string | null;
}

/** No query asks for more fields, nor guesses at more rows; what goes beyond is left out. */
const most = { fields: 120, rows: 2_000, listLength: 6 } as const;

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

const isCursor = (value: Value): value is CursorChoice => typeof value === "object" && "cursor" in value;

/** A JSON value in the spelling of GraphQL. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, one]) => `${name}: ${literal(one)}`);
  return `{ ${fields.join(", ")} }`;
}

/** Writes a selection as a valid query: keys that would clash get another alias, fragments and variables are declared. */
export function write(schema: GraphQLSchema, pools: Pools, pieces: readonly Piece[]): Question {
  const variables: Record<string, unknown> = {};
  const declared = new Map<string, string>();
  const fragments = new Map<string, string>();
  const written = { fields: 0 };
  const everyCursor = [...pools.cursors.values()].flat();

  function variable(type: string, way: string, value: unknown): string {
    const tail = way === "default" ? ` = ${literal(value)}` : "";
    const key = `${type}${tail} ${way} ${JSON.stringify(value)}`;
    const name = declared.get(key)?.split(":")[0] ?? `$v${String(declared.size)}`;
    declared.set(key, `${name}: ${type}${tail}`);
    if (way === "given") variables[name.slice(1)] = value;
    if (way === "nullGiven") variables[name.slice(1)] = null;
    return name;
  }

  function argument({ name, type, required, way, inside }: Argument, value: unknown): string {
    if (way === "literal") return `${name}: ${literal(value)}`;
    if (way === "null") return `${name}: null`;
    const bang = required ? "!" : "";
    if (inside === undefined) return `${name}: ${variable(type + bang, way, value)}`;
    const [[key, inner] = ["", ""]] = Object.entries(value as Record<string, string>);
    return `${name}: { ${key}: ${variable(`${inside}!`, way, inner)} }`;
  }

  const directive = (given: Condition | null): string => {
    if (given === null) return "";
    const { way, value } = given;
    return ` @${given.directive}(if: ${way === "literal" ? String(value) : variable("Boolean!", way, value)})`;
  };

  // A cursor of the list that is asked here, where that is known; one of any list, or no cursor, only if it may be.
  function cursor(
    { cursor: index, stray }: CursorChoice,
    { type, section }: Place,
    args: readonly Argument[],
  ): string | null {
    const branch = args.some(
      ({ name, way, value }) => name === "includeChildren" && way !== "absent" && value === true,
    );
    const words = args.find(({ name }) => name === "query")?.value;
    const list = typeof words === "string" ? `search:${words}` : `${branch ? "branch" : "own"}:${section ?? ""}`;
    const own = type.name === "Query" && words === undefined ? "corrections" : list;
    const fitting = stray ? [...everyCursor, "nonsense"] : (pools.cursors.get(own) ?? []);
    return fitting[index % Math.max(1, fitting.length)] ?? null;
  }

  function argumentsOf({ args }: FieldPiece, place: Place): string {
    const written = args.flatMap((arg) => {
      const value = isCursor(arg.value) ? cursor(arg.value, place, args) : arg.value;
      return value === null ? [] : [argument(arg, value)];
    });
    return written.length === 0 ? "" : `(${written.join(", ")})`;
  }

  function sectionNamed({ name, args }: FieldPiece, { type, section }: Place): string | null {
    if (type.name !== "Query") return name === "articles" || name === "breadcrumb" ? section : null;
    const key = args.flatMap(({ value }) =>
      typeof value === "object" && !isCursor(value) ? Object.values(value) : [],
    )[0];
    return pools.sectionOf.get(String(key)) ?? null;
  }

  function field(piece: FieldPiece, place: Place): string {
    const { type, scope } = place;
    const definition = isUnionType(type) ? undefined : type.getFields()[piece.name];
    const { type: to } = definition ?? TypeNameMetaFieldDef;
    const rows = place.rows * (isList(to) ? most.listLength : 1);
    if (written.fields >= most.fields || rows > most.rows) return "";
    written.fields += 1;
    const call = piece.name + argumentsOf(piece, place);
    const [key, taken] = keyFor(scope, piece.alias ?? piece.name, `${call} ${String(to)}`);
    scope.set(key, taken);
    const named = key === piece.name ? call : `${key}: ${call}`;
    if (piece.below.length === 0) return named + directive(piece.condition);
    const inner = { type: getNamedType(to) as GraphQLCompositeType, scope: taken.below, rows };
    const section = sectionNamed(piece, place);
    return `${named}${directive(piece.condition)} ${selection(piece.below, { ...inner, section })}`;
  }

  function filler(scope: Scope): string {
    const [key, taken] = keyFor(scope, "__typename", `__typename ${String(TypeNameMetaFieldDef.type)}`);
    scope.set(key, taken);
    return key === "__typename" ? key : `${key}: __typename`;
  }

  function keyFor(scope: Scope, wished: string, asks: string): [key: string, taken: Taken] {
    for (let n = 0; ; n += 1) {
      const key = n === 0 ? wished : `${wished}_${String(n)}`;
      const taken = scope.get(key) ?? { asks, below: new Map<string, Taken>() };
      if (taken.asks === asks) return [key, taken];
    }
  }

  function one(piece: Piece, place: Place): string {
    if (piece.is === "field") return field(piece, place);
    const on = piece.on === null ? place.type : (schema.getType(piece.on) as GraphQLCompositeType);
    const body = selection(piece.below, { ...place, type: on });
    const under = directive(piece.condition);
    if (!piece.named) return `...${piece.on === null ? "" : ` on ${piece.on}`}${under} ${body}`;
    const text = `on ${on.name} ${body}`;
    const name = fragments.get(text) ?? `F${String(fragments.size)}`;
    fragments.set(text, name);
    return `...${name}${under}`;
  }

  function selection(parts: readonly Piece[], place: Place): string {
    const kept = parts.map((part) => one(part, place)).filter((text) => text !== "");
    return `{ ${kept.length === 0 ? filler(place.scope) : kept.join(" ")} }`;
  }

  const type = schema.getQueryType();
  if (!type) throw new Error("The schema has no queries.");
  const body = selection(pieces, { type, scope: new Map(), rows: 1, section: null });
  const head = declared.size === 0 ? "" : `(${[...declared.values()].join(", ")})`;
  const tails = [...fragments].map(([text, name]) => `fragment ${name} ${text}`);
  return { query: [`query Q${head} ${body}`, ...tails].join("\n"), variables };
}
