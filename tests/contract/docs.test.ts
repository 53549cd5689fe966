import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse, validate, type OperationDefinitionNode } from "graphql";
import type { Bound, Source } from "../../src/delivery/reader.ts";
import { answerQuery, deliveryContext, deliverySchema } from "../../src/graphql/delivery/index.ts";
import { rootFolder } from "../../src/kernel/host/index.ts";

const page = readFileSync(join(rootFolder, "docs/how-a-query-becomes-one-statement.md"), "utf8");
const fenced = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, text = ""]) => text);
const folded = (sql: string): string =>
  sql
    .replace(/\s+/g, " ")
    .replace(/\( | \)/g, (pair) => pair.trim())
    .trim();

describe("The page on how a query becomes one statement", () => {
  it("shows the statement that is asked for its query, alone and for many, and no other is asked", async () => {
    const schema = await deliverySchema();
    const document = parse(fenced("graphql")[0] ?? "");
    expect(validate(schema, document)).toEqual([]);
    const asked: Bound[] = [];
    const source: Source = {
      ask: async (statement) => {
        asked.push(statement);
        return "[0,null]";
      },
    };
    const operation = document.definitions[0] as OperationDefinitionNode;
    const context = deliveryContext({ source, siteUrl: "https://news.example" });
    await answerQuery({ schema, document, operation, variables: { path: "/world" }, context, format: (told) => told });
    const [alone, many] = fenced("sql");
    expect(asked.map(({ text }) => folded(text))).toEqual([folded(alone ?? "")]);
    const inside = asked[0]?.text.replace(/\$(\d+)/g, "asked.p$1") ?? "";
    expect(folded(asked[0]?.together?.text.replace(inside, "…") ?? "")).toBe(folded(many ?? ""));
  });
});
