import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse, validate, type OperationDefinitionNode } from "graphql";
import { answerQuery, deliveryContext, deliverySchema } from "../../src/graphql/delivery/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";

const page = readFileSync(join(rootFolder, "docs/how-a-query-becomes-one-statement.md"), "utf8");
const fenced = (language: string): string => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? "";
const folded = (sql: string): string =>
  sql
    .replace(/\s+/g, " ")
    .replace(/\( | \)/g, (pair) => pair.trim())
    .trim();

describe("The page on how a query becomes one statement", () => {
  it("shows the statement that is asked for its query, and no other is asked", async () => {
    const schema = await deliverySchema();
    const document = parse(fenced("graphql"));
    expect(validate(schema, document)).toEqual([]);
    const asked: string[] = [];
    const source = {
      ask: async ({ text }: { readonly text: string }) => {
        asked.push(text);
        return [0, null] as const;
      },
    };
    const operation = document.definitions[0] as OperationDefinitionNode;
    const context = deliveryContext({ source, siteUrl: "https://news.example" });
    await answerQuery({ schema, document, operation, variables: { path: "/world" }, context, format: (told) => told });
    expect(asked.map(folded)).toEqual([folded(fenced("sql"))]);
  });
});
