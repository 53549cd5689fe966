import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "@jest/globals";
import { parse, type OperationDefinitionNode } from "graphql";
import { readersOn } from "../../../src/database/readers.ts";
import { answerQuery, deliveryContext, deliverySchema } from "../../../src/graphql/delivery/index.ts";
import { testDatabase } from "../../support/database.ts";
import { siteUrl } from "../../support/delivery.ts";
import { sampleNewsroom } from "../../support/sample.ts";

const house = testDatabase(sampleNewsroom);
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const query = `query ($first: Int!) {
  sections {
    path
    children { name }
    articles(first: $first, includeChildren: true) {
      edges { node { ...Card leadMedia { alt } relatedLinks { headline ... on ArticleLink { article { ...Card } } } } }
      pageInfo { endCursor }
    }
  }
}
fragment Card on Article { id headline path publishedAt blocks { ... on ImageBlock { media { caption } } } rails { title } }`;

describe("What a statement is kept with", () => {
  it("holds nothing of the answer it was made for, nor of the values it was asked with", async () => {
    const schema = await deliverySchema();
    const document = parse(query);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const asked = async (): Promise<readonly WeakRef<object>[]> => {
      const context = deliveryContext({ source: readersOn(house.pool), siteUrl });
      const variables = { first: 3 };
      const mostRows = Infinity;
      const answer = await answerQuery({
        schema,
        document,
        operation,
        variables,
        context,
        mostRows,
        format: (told) => told,
      });
      expect(answer?.errors).toBeUndefined();
      expect([...context.provenance.tags].length).toBeGreaterThan(10);
      return [context, context.provenance.tags, variables].map((one) => new WeakRef<object>(one));
    };
    const first = await asked();
    await asked();
    // What was held weakly is held until the turn is over.
    await new Promise((resolve) => setTimeout(resolve, 10));
    collect();
    expect(first.map((one) => one.deref())).toEqual([undefined, undefined, undefined]);
    // Kept until here, and with it all that was made for it.
    expect(operation.kind).toBe("OperationDefinition");
  });
});
