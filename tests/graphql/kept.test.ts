import { describe, expect, it } from "@jest/globals";
import { buildSchema, parse, type OperationDefinitionNode } from "graphql";
import { knownQueries } from "../../src/graphql/delivery/index.ts";
import { keptDocuments } from "../../src/graphql/shared/kept-documents.ts";
import { silentLog } from "../../src/kernel/log.ts";

const schema = buildSchema("type Query { a: Int }");

/** Remembers so many queries of so many characters; tells which are still known, by number. */
function afterMany(count: number, length: number): readonly number[] {
  const known = knownQueries(silentLog);
  const textOf = (number: number) => `{ a } #${String(number).padEnd(length - 7, ".")}`;
  const numbers = Array.from({ length: count }, (_, number) => number);
  for (const number of numbers) {
    const document = parse(textOf(number));
    const operation = document.definitions[0] as OperationDefinitionNode;
    known.remember({ text: textOf(number), operationName: null }, { schema, document, operation });
  }
  return numbers.filter((number) => known.find({ text: textOf(number), operationName: null, variables: {} }) !== null);
}

describe("Queries known from before", () => {
  it("are never more than memory bears, the newest of them", () => {
    const kept = afterMany(1_200, 60);
    expect([kept.length, kept.at(-1)]).toEqual([500, 1_199]);
  });

  it("are fewer where they are long", () => {
    expect(afterMany(120, 10_000)).toHaveLength(50);
  });
});

describe("Documents that were parsed", () => {
  it("make room for others, those last asked for staying", async () => {
    const documents = keptDocuments(2);
    const document = parse("{ a }");
    await documents.set("one", document);
    await documents.set("two", document);
    await documents.get("one");
    await documents.set("three", document);
    expect(await Promise.all(["one", "two", "three"].map((key) => documents.get(key)))).toEqual([
      document,
      undefined,
      document,
    ]);
    await documents.delete("one");
    expect(await documents.get("one")).toBeUndefined();
  });
});
