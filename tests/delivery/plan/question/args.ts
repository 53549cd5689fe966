import fc from "fast-check";
import type { Argument, Value, Way } from "./piece.ts";
import type { Pool, Pools } from "./pools.ts";

type Args = fc.Arbitrary<readonly Argument[]>;

const optionalWays: readonly Way[] = ["literal", "given", "default", "absent", "null", "nullGiven"];
const requiredWays: readonly Way[] = ["literal", "given", "default"];

const waysOf = (ways: readonly Way[]): fc.Arbitrary<Way> => fc.constantFrom(...ways);

const required = (name: string, type: string, value: fc.Arbitrary<Value>): fc.Arbitrary<Argument> =>
  fc.record({ way: waysOf(requiredWays), value }).map((given) => ({ name, type, required: true, ...given }));

/** An argument that may be left out, as it is in one of two cases. */
const optional = (name: string, type: string, value: fc.Arbitrary<Value>, ways = optionalWays) =>
  fc.option(
    fc.record({ way: waysOf(ways), value }).map((given): Argument => ({ name, type, required: false, ...given })),
    { freq: 2 },
  );

const gathered = (...args: fc.Arbitrary<Argument | null>[]): Args =>
  fc.tuple(...args).map((all) => all.filter((arg) => arg !== null));

const size = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 101, 100, 50) },
);

const cursor: fc.Arbitrary<Value> = fc.record({
  cursor: fc.nat({ max: 40 }),
  stray: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** One of a pool; what readers can see at noon more often than the rest. */
const oneOf = ({ seen, other }: Pool): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...seen) }, { weight: 2, arbitrary: fc.constantFrom(...other) });

/** One of the ways to name a thing, as an input object of exactly one field. */
function by(type: string, keys: Readonly<Record<string, Pool>>): fc.Arbitrary<Argument> {
  const one = Object.entries(keys).map(([name, pool]) =>
    fc
      .record({ way: waysOf(requiredWays), value: oneOf(pool), inside: fc.boolean() })
      .map(({ way, value, inside }): Argument => ({
        ...{ name: "by", type, required: true, way, value: { [name]: value } },
        ...(inside ? { inside: name === "id" ? "ID" : "String" } : {}),
      })),
  );
  return fc.oneof(...one);
}

/** The arguments of every field that takes some, by "Type.field". */
export function argumentsOf({ articles, sections, nodes, paths, searches }: Pools): Readonly<Record<string, Args>> {
  const ids = fc.array(oneOf(nodes), { maxLength: 8 });
  return {
    "Query.article": gathered(by("ArticleBy", { slug: articles.slugs, id: articles.ids, path: articles.paths })),
    "Query.section": gathered(by("SectionBy", { path: sections.paths, id: sections.ids })),
    "Query.node": gathered(required("id", "ID", oneOf(nodes))),
    "Query.nodes": gathered(required("ids", "[ID!]", ids)),
    "Query.resolve": gathered(
      required(
        "path",
        "String",
        fc.constantFrom(...paths).chain((pool) => oneOf(pool)),
      ),
    ),
    "Query.search": gathered(
      required("query", "String", fc.constantFrom(...searches)),
      optional("first", "Int", size),
      optional("after", "String", cursor),
    ),
    "Query.corrections": gathered(
      optional("kind", "CorrectionKind", fc.constantFrom("UPDATE", "RETRACTION"), ["given", "absent", "nullGiven"]),
      optional("first", "Int", size),
      optional("after", "String", cursor),
    ),
    "Section.articles": gathered(
      optional("first", "Int", size),
      optional("after", "String", cursor),
      optional("last", "Int", size),
      optional("before", "String", cursor),
      optional("includeChildren", "Boolean", fc.boolean(), ["literal", "given", "default", "absent"]),
    ),
  };
}
