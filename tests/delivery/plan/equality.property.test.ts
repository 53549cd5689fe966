import { beforeAll, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { parse, validate, type GraphQLSchema } from "graphql";
import { deliverySchema } from "../../../src/graphql/delivery/index.ts";
import { globalId } from "../../../src/kernel/global-id.ts";
import { oracleOf, type Oracle } from "../../oracle/oracle.ts";
import { testDatabase, type TestDatabase } from "../../support/database.ts";
import { difference, toldByOracle } from "./compare.ts";
import { boundaries, noon } from "./newsroom/moments.ts";
import { plantNewsroom } from "./newsroom/newsroom.ts";
import { selectionsOf } from "./question/arbitrary.ts";
import type { Piece } from "./question/piece.ts";
import { poolsOf, type Pools } from "./question/pools.ts";
import { write } from "./question/write.ts";

const articles = 40;
const questions = 200;

interface Fixture {
  readonly schema: GraphQLSchema;
  readonly oracle: Oracle;
  readonly pools: Pools;
}

interface Edges {
  readonly edges: readonly { readonly cursor: string }[];
}

/** The cursors of a list as readers get them at noon. */
async function cursorsOf(oracle: Oracle, house: TestDatabase, list: string): Promise<readonly string[]> {
  if (list === "corrections") return correctionCursors(oracle, house);
  const [kind = "", ...rest] = list.split(":");
  const name = rest.join(":");
  const inside = "(first: 100, includeChildren: $branch) { edges { cursor } }";
  const query =
    kind === "search"
      ? "query ($name: String!) { list: search(query: $name, first: 100) { edges { cursor } } }"
      : `query ($name: ID!, $branch: Boolean!) { section(by: { id: $name }) { list: articles${inside} } }`;
  const variables = { name: kind === "search" ? name : globalId("Section", name), branch: kind === "branch" };
  const { data } = await toldByOracle(oracle, house, { query, variables }, noon);
  const found = data as { list?: Edges; section?: { list: Edges } };
  return (found.section?.list ?? found.list)?.edges.map(({ cursor }) => cursor) ?? [];
}

async function correctionCursors(oracle: Oracle, house: TestDatabase): Promise<readonly string[]> {
  const query = "{ list: corrections(first: 100) { edges { cursor } } }";
  const { data } = await toldByOracle(oracle, house, { query, variables: {} }, noon);
  return (data as { list: Edges }).list.edges.map(({ cursor }) => cursor);
}

async function fixture(house: TestDatabase, seed: number): Promise<Fixture> {
  const schema = await deliverySchema();
  const oracle = oracleOf(schema);
  const newsroom = await plantNewsroom(house.db, seed, articles);
  const pools = await poolsOf(house.db, newsroom, (list) => cursorsOf(oracle, house, list));
  return { schema, oracle, pools };
}

describe.each([11, 12, 13])("In the newsroom of seed %i", (seed) => {
  const house = testDatabase();
  const state: { fixture?: Fixture } = {};
  beforeAll(async () => {
    state.fixture = await fixture(house, seed);
  }, 120_000);

  it("every answer of the plan is the oracle's", async () => {
    const { schema, oracle, pools } = state.fixture!;
    const moments = fc.oneof(fc.constant(noon), fc.constantFrom(...boundaries));
    const selections = selectionsOf(schema, pools)("Query", 8);
    const same = async (pieces: readonly Piece[], at: Date, alone: boolean): Promise<void> => {
      const question = write(schema, pools, pieces);
      expect(validate(schema, parse(question.query)).map(({ message }) => `${message} in ${question.query}`)).toEqual(
        [],
      );
      expect(await difference(oracle, house, question, { at, alone })).toBeNull();
    };
    const property = fc.asyncProperty(selections, moments, fc.boolean(), same);
    await fc.assert(property, { numRuns: questions, seed, unbiased: true });
  }, 300_000);
});
