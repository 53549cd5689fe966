import { describe, expect, it } from "@jest/globals";
import { isObjectType } from "graphql";
import { blockRecords, leadingFields } from "../../src/delivery/articles/body.fields.ts";
import { linkRecords } from "../../src/delivery/articles/link.noun.ts";
import { house } from "../../src/delivery/house.ts";
import { connectionRecords } from "../../src/delivery/lists/index.ts";
import { resolveRecords } from "../../src/delivery/roots/index.ts";
import { deliverySchema } from "../../src/graphql/delivery/index.ts";

/** Fields that things inside another row, and rails, answer from that row. */
const insideRows: Readonly<Record<string, readonly string[]>> = {
  Credit: ["line", "parts"],
  MediaImage: ["url", "width", "height", "mime"],
  Rail: ["key", "title", "items", "isEmpty"],
};

/** Fields of things that came whole which lead to rows. */
const leading: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(leadingFields).map(([type, field]) => [type, [field]])),
  ArticleLink: ["article"],
  ArticleEdge: ["node"],
  SearchEdge: ["node"],
  CorrectionEdge: ["node"],
};

function answered(): Readonly<Record<string, ReadonlySet<string>>> {
  const nouns = Object.values(house).flatMap((noun: unknown) =>
    typeof noun === "object" && noun !== null && "entries" in noun && "type" in noun
      ? [[noun.type as string, Object.keys(noun.entries as object)] as const]
      : [],
  );
  const records = Object.entries({ ...blockRecords, ...linkRecords, ...connectionRecords, ...resolveRecords }).map(
    ([type, fields]) => [type, Object.keys(fields)] as const,
  );
  const found = new Map<string, Set<string>>();
  for (const [type, fields] of [...nouns, ...records, ...Object.entries(insideRows), ...Object.entries(leading)])
    found.set(type, new Set([...(found.get(type) ?? []), ...fields]));
  return Object.fromEntries(found);
}

describe("Every field of the public schema", () => {
  it("has an entry that says where it comes from, and no entry stands for nothing", async () => {
    const schema = await deliverySchema();
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const own = types.filter(({ name }) => !name.startsWith("__") && name !== "Query");
    const said = answered();
    const missing = own.flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => !said[type.name]?.has(field))
        .map((field) => `${type.name}.${field}`),
    );
    expect(missing).toEqual([]);
    const idle = Object.entries(said).flatMap(([name, fields]) => {
      const type = schema.getType(name);
      const known = isObjectType(type) ? Object.keys(type.getFields()) : [];
      return [...fields].filter((field) => !known.includes(field)).map((one) => `${name}.${one}`);
    });
    expect(idle).toEqual([]);
  });
});
