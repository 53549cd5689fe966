import { describe, expect, it } from "@jest/globals";
import {
  createContributor,
  findContributor,
  listContributors,
  updateContributor,
} from "../../../src/newsroom/contributors/index.ts";
import { testDatabase } from "../../support/database.ts";
import { deskOf } from "../../support/factories.ts";

const house = testDatabase();
const desk = () => deskOf(house.db);

describe("a contributor", () => {
  it("is found by slug, name and id", async () => {
    const { id } = await createContributor(desk(), { displayName: "Zoë Ångström", email: "zoe@news.example" });
    for (const name of ["zoe-angstrom", "zoë ångström", id, id.slice(0, 24)]) {
      expect((await findContributor(desk(), name)).id).toBe(id);
    }
    await expect(findContributor(desk(), "zoe-angstorm")).rejects.toMatchObject({
      code: "NOT_FOUND",
      details: { candidates: [{ id, name: "zoe-angstrom" }] },
    });
  });

  it("has a slug of their own, also where two bear one name", async () => {
    const first = await createContributor(desk(), { displayName: "Sam Weaver" });
    const taken = createContributor(desk(), { displayName: "Sam Weaver" });
    await expect(taken).rejects.toMatchObject({ code: "ALREADY_EXISTS", details: { id: first.id } });
    const second = await createContributor(desk(), { displayName: "Sam Weaver", slug: "sam-weaver-leeds" });
    await expect(findContributor(desk(), "Sam  Weaver")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(findContributor(desk(), "SAM WEAVER")).rejects.toMatchObject({ code: "AMBIGUOUS" });
    expect((await findContributor(desk(), "sam-weaver-leeds")).id).toBe(second.id);
  });

  it("changes under a version", async () => {
    const { slug } = await createContributor(desk(), { displayName: "Harbour Press", kind: "ORGANISATION" });
    const changed = await updateContributor(desk(), { contributor: slug, bio: "A small agency.", expectedVersion: 1 });
    expect(changed).toMatchObject({ kind: "ORGANISATION", bio: "A small agency.", version: 2 });
    const late = updateContributor(desk(), { contributor: slug, bio: "Late.", expectedVersion: 1 });
    await expect(late).rejects.toMatchObject({ code: "CONTRIBUTOR_STALE" });
    const wrong = updateContributor(desk(), { contributor: slug, email: "no address", expectedVersion: 2 });
    await expect(wrong).rejects.toMatchObject({ code: "INVALID_INPUT", details: { faults: [{ path: ["email"] }] } });
  });

  it("keeps private facts out of the audit", async () => {
    const { id } = await createContributor(desk(), { displayName: "Private Person", email: "secret@news.example" });
    await updateContributor(desk(), { contributor: id, email: "other@news.example", expectedVersion: 1 });
    const audit = await house.db.auditEvent.findMany({ where: { entityId: id } });
    expect(audit.map(({ action }) => action)).toEqual(["contributor:create", "contributor:update"]);
    expect(JSON.stringify(audit.map(({ before, after }) => [before, after]))).not.toContain("@news.example");
  });
});

it("lists contributors by name, in pages", async () => {
  const { contributors, hasMore } = await listContributors(desk(), { q: "weaver", first: 1 });
  expect([contributors.length, hasMore]).toEqual([1, true]);
});
