import { beforeAll, describe, expect, it } from "@jest/globals";
import { createTopic, findTopic, listTopics, updateTopic } from "../../../src/newsroom/topics/index.ts";
import { testDatabase } from "../../support/database.ts";
import { deskOf } from "../../support/factories.ts";

const house = testDatabase();
const desk = () => deskOf(house.db);

beforeAll(async () => {
  await createTopic(desk(), { type: "BLOG", name: "City Notes" });
  await createTopic(desk(), { type: "SERIES", name: "City Notes" });
  await createTopic(desk(), { type: "PLACE", name: "Lake District", schemeUri: "medtop:20000001" });
});

describe("a topic", () => {
  it("has a slug of its own within its type", async () => {
    expect(await findTopic(desk(), "blog:city-notes")).toMatchObject({ type: "BLOG", slug: "city-notes", version: 1 });
    const again = createTopic(desk(), { type: "BLOG", name: "City notes" });
    await expect(again).rejects.toMatchObject({ code: "ALREADY_EXISTS", details: { slug: "city-notes" } });
    const reporter = createTopic(deskOf(house.db, "REPORTER"), { type: "BLOG", name: "Mine" });
    await expect(reporter).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is found by type and slug, slug, name and id", async () => {
    const { id } = await findTopic(desk(), "lake-district");
    for (const name of [id, id.slice(0, 30), "place:lake-district", "PLACE:Lake-District", "lake district"]) {
      expect((await findTopic(desk(), name)).id).toBe(id);
    }
  });

  it("is ambiguous where two types share a slug, and is proposed where it was mistyped", async () => {
    await expect(findTopic(desk(), "city-notes")).rejects.toMatchObject({
      code: "AMBIGUOUS",
      details: { candidates: [{ name: "series:city-notes" }, { name: "blog:city-notes" }] },
    });
    await expect(findTopic(desk(), "lake-distirct")).rejects.toMatchObject({
      code: "NOT_FOUND",
      details: { candidates: [{ name: "lake-district" }] },
    });
  });

  it("changes what is given, keeps the rest, empties what is null", async () => {
    const { id } = await createTopic(desk(), { type: "KEYWORD", name: "Tides", description: "High and low." });
    const renamed = await updateTopic(desk(), { topic: id, name: "Tides and currents", expectedVersion: 1 });
    expect(renamed).toMatchObject({
      name: "Tides and currents",
      slug: "tides",
      description: "High and low.",
      version: 2,
    });
    const bare = await updateTopic(desk(), { topic: id, description: null, expectedVersion: 2 });
    expect(bare).toMatchObject({ name: "Tides and currents", description: null });
    await expect(updateTopic(desk(), { topic: id, name: "Late", expectedVersion: 1 })).rejects.toMatchObject({
      code: "TOPIC_STALE",
      details: { expectedVersion: 1, currentVersion: 3, changedBy: "The EDITOR" },
    });
    const taken = updateTopic(desk(), { topic: id, schemeUri: "medtop:20000001", expectedVersion: 3 });
    await expect(taken).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
  });

  it("says what is wrong with its input", async () => {
    const wrong = createTopic(desk(), { type: "BLOG", name: "two\nlines", schemeUri: "not an address" });
    await expect(wrong).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: ["name"] }, { path: ["schemeUri"] }] },
    });
  });
});

describe("topics listed", () => {
  it("come by name, of one type, in pages", async () => {
    const { topics } = await listTopics(desk(), { type: "BLOG" });
    expect(topics.map(({ name }) => name)).toEqual(["City Notes"]);
    const first = await listTopics(desk(), { first: 1 });
    expect(first.hasMore).toBe(true);
    const second = await listTopics(desk(), { first: 1, after: first.topics[0]!.id });
    expect(second.topics[0]!.id).not.toBe(first.topics[0]!.id);
    expect((await listTopics(desk(), { q: "LAKE" })).topics).toHaveLength(1);
    await expect(listTopics(desk(), { first: 101 })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  });
});
