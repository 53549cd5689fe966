import { describe, expect, it } from "@jest/globals";
import { z } from "zod";
import { checked, lineInput, onlyGiven, proseInput } from "../../src/newsroom/input.ts";
import { findByName, idRange, type NameBook } from "../../src/newsroom/names.ts";
import { nearest } from "../../src/newsroom/nearest.ts";

describe("the range of ids that begin alike", () => {
  it("spans all of them", () => {
    expect(idRange("019A0b1c")).toEqual({
      gte: "019a0b1c-0000-0000-0000-000000000000",
      lte: "019a0b1c-ffff-ffff-ffff-ffffffffffff",
    });
    expect(idRange("019a0b1c-2222-7")?.gte).toBe("019a0b1c-2222-7000-0000-000000000000");
  });

  it.each(["019a0b1", "019a0b1z", "harbours", "", "0".repeat(33)])("is none for %j", (text) => {
    expect(idRange(text)).toBeNull();
  });
});

describe("finding by name", () => {
  interface Boat {
    readonly id: string;
    readonly slug: string;
  }
  const boats: readonly Boat[] = [
    { id: "019a0b1c-0000-7000-8000-000000000001", slug: "deadbeef" },
    { id: "019a0b1c-0000-7000-8000-000000000002", slug: "tern" },
    { id: "deadbeef-0000-7000-8000-000000000003", slug: "heron" },
  ];
  const book: NameBook<Boat> = {
    noun: "boat",
    byId: async (id) => boats.find((boat) => boat.id === id) ?? null,
    byIdRange: async ({ gte, lte }) => boats.filter(({ id }) => id >= gte && id <= lte),
    byName: [async (name) => boats.filter(({ slug }) => slug === name)],
    label: ({ slug }) => slug,
    around: async () => boats.map(({ id, slug }) => ({ id, name: slug })),
  };

  it("takes a slug before the beginning of an id", async () => {
    expect(await findByName(book, " deadbeef ")).toBe(boats[0]);
    expect(await findByName(book, "deadbeef-0000")).toBe(boats[2]);
  });

  it("lists what an unclear beginning could mean", async () => {
    await expect(findByName(book, "019a0b1c")).rejects.toMatchObject({
      code: "AMBIGUOUS",
      details: { candidates: [{ name: "deadbeef" }, { name: "tern" }] },
    });
  });

  it("proposes near names for a wrong one, and none for an id", async () => {
    await expect(findByName(book, "teern")).rejects.toMatchObject({ details: { candidates: [{ name: "tern" }] } });
    const unknown = findByName(book, "019a0b1c-0000-7000-8000-00000000000f");
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND", details: { noun: "boat" } });
  });
});

it("ranks names by how near they are, each thing once", () => {
  const things = ["world", "World", "word", "weather", "sport"].map((name, i) => ({ id: String(i < 2 ? 0 : i), name }));
  expect(nearest("worl", things).map(({ name }) => name)).toEqual(["world", "word"]);
  expect(nearest("x".repeat(100_000), things)).toEqual([]);
});

describe("checked input", () => {
  const schema = z.strictObject({
    name: lineInput(10),
    note: proseInput(20).optional(),
    target: z
      .union([z.strictObject({ url: z.string() }), z.strictObject({ id: z.int(), kind: z.string() })])
      .optional(),
  });

  it("is trimmed and in normal form", () => {
    expect(checked(schema, { name: "  Zoe\u0308 " })).toEqual({ name: "Zoë" });
  });

  it("names each fault by its path", () => {
    const wrong = { name: "a\nb", note: "bell\u0007", other: 1 };
    const faults = [{ path: ["name"] }, { path: ["note"] }, { path: [] }];
    expect(() => checked(schema, wrong)).toThrow(
      expect.objectContaining({
        code: "INVALID_INPUT",
        details: { faults: faults.map((f) => expect.objectContaining(f)) },
      }),
    );
  });

  it("speaks of the shape a value comes nearest to", () => {
    expect(() => checked(schema, { name: "x", target: { id: "7", kind: "a" } })).toThrow(
      expect.objectContaining({ details: { faults: [expect.objectContaining({ path: ["target", "id"] })] } }),
    );
  });

  it("knows left out from emptied", () => {
    expect(onlyGiven({ a: undefined, b: null, c: 0 })).toEqual({ b: null, c: 0 });
  });
});
