import { describe, expect, it } from "@jest/globals";
import { rehearse } from "../../../src/newsroom/desk.ts";
import {
  createSection,
  findSection,
  listSections,
  moveSection,
  renameSection,
  sectionTree,
} from "../../../src/newsroom/sections/index.ts";
import { testDatabase } from "../../support/database.ts";
import { aSection, deskOf, fresh } from "../../support/factories.ts";

const house = testDatabase();
const desk = () => deskOf(house.db);
const redirects = (path: string) => house.db.redirect.findMany({ where: { fromPath: path } });
const orderUnder = async (parentId: string | null) =>
  (await house.db.section.findMany({ where: { parentId }, orderBy: { position: "asc" } })).map(({ slug, position }) => [
    slug,
    position,
  ]);

describe("a new section", () => {
  it("stands last among its siblings, at a path made from its name", async () => {
    const parent = await aSection(house.db, { name: "Coast & Sea" });
    const first = await createSection(desk(), { name: "Ferries", parent: "coast-sea" });
    const second = await createSection(desk(), { name: "Lighthouses", parent: parent.id });
    expect(first).toMatchObject({ path: "coast-sea/ferries", position: 0, visible: true, version: 1 });
    expect(second).toMatchObject({ path: "coast-sea/lighthouses", position: 1 });
  });

  it("makes room at the position asked for", async () => {
    const { id, slug } = await aSection(house.db);
    for (const name of ["One", "Two", "Three"]) await createSection(desk(), { name, parent: slug });
    await createSection(desk(), { name: "Early", parent: slug, position: 1 });
    expect(await orderUnder(id)).toEqual([
      ["one", 0],
      ["early", 1],
      ["two", 2],
      ["three", 3],
    ]);
  });

  it("may bear a name no slug can spell", async () => {
    expect(await createSection(desk(), { name: "国际新闻" })).toMatchObject({ slug: "section" });
  });

  it("refuses a path that is taken, a fifth level, a wrong slug and a reporter's hand", async () => {
    const top = await aSection(house.db, { name: "Levels" });
    let parent = top.id;
    for (const name of ["Second", "Third", "Fourth"]) parent = (await createSection(desk(), { name, parent })).id;
    await expect(createSection(desk(), { name: "Fifth", parent })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: ["parent"] }] },
    });
    const taken = createSection(desk(), { name: "levels" });
    await expect(taken).rejects.toMatchObject({ code: "ALREADY_EXISTS", details: { id: top.id } });
    await expect(createSection(desk(), { name: "Odd", slug: "Not A Slug" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { faults: [{ path: ["slug"] }] },
    });
    await expect(createSection(deskOf(house.db, "REPORTER"), { name: "Mine" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("keeps positions dense when two are made at once", async () => {
    const { id, slug } = await aSection(house.db);
    await Promise.all(
      ["A", "B", "C", "D"].map((letter) => createSection(desk(), { name: `At once ${letter}`, parent: slug })),
    );
    expect((await orderUnder(id)).map(([, position]) => position)).toEqual([0, 1, 2, 3]);
  });

  it("leaves nothing behind after a rehearsal", async () => {
    const made = await rehearse(desk(), (open) => createSection(open, { name: "Only rehearsed" }));
    expect(made.path).toBe("only-rehearsed");
    await expect(findSection(desk(), "only-rehearsed")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a section renamed", () => {
  it("keeps its path when only its name changes, and writes the audit", async () => {
    const before = await aSection(house.db);
    const after = await renameSection(desk(), { section: before.slug, name: "World Desk", expectedVersion: 1 });
    expect(after).toMatchObject({ name: "World Desk", path: before.path, version: 2 });
    expect(await house.db.redirect.count({ where: { toSectionId: before.id } })).toBe(0);
    const audit = await house.db.auditEvent.findMany({ where: { entityId: before.id, action: "section:rename" } });
    expect(audit).toMatchObject([
      { before: { name: before.name }, after: { name: "World Desk" }, actorName: "The EDITOR" },
    ]);
  });

  it("writes nothing when nothing differs", async () => {
    const { slug, name } = await aSection(house.db);
    expect(await renameSection(desk(), { section: slug, name, expectedVersion: 1 })).toMatchObject({ version: 1 });
  });

  it("carries everything below to the new path at the price of one redirect", async () => {
    const top = await aSection(house.db, { name: "Harbour" });
    const child = await createSection(desk(), { name: "Pilots", parent: "harbour" });
    await createSection(desk(), { name: "Night watch", parent: "harbour/pilots" });
    await renameSection(desk(), { section: "harbour", slug: "port", expectedVersion: 1 });
    expect(await findSection(desk(), "/port/pilots/night-watch")).toMatchObject({ parentId: child.id });
    const rows = await house.db.redirect.findMany({ where: { fromPath: { startsWith: "/harbour" } } });
    expect(rows).toMatchObject([
      { fromPath: "/harbour", isPrefix: true, toSectionId: top.id, origin: "SECTION", status: 301 },
    ]);
    const moved = await house.db.change.findMany({
      where: { entityId: { in: [top.id, child.id] }, boundary: "moved" },
    });
    expect(new Set(moved.flatMap(({ tags }) => tags))).toEqual(
      new Set(["sections", `section:${top.id}`, `section:${child.id}`]),
    );
  });

  it("takes away the redirect whose path becomes live again", async () => {
    const { id } = await aSection(house.db, { name: "Ring A" });
    await renameSection(desk(), { section: id, slug: "ring-b", expectedVersion: 1 });
    await renameSection(desk(), { section: id, slug: "ring-c", expectedVersion: 2 });
    await renameSection(desk(), { section: id, slug: "ring-a", expectedVersion: 3 });
    expect(await redirects("/ring-a")).toEqual([]);
    expect(await redirects("/ring-b")).toMatchObject([{ toSectionId: id }]);
    expect(await redirects("/ring-c")).toMatchObject([{ toSectionId: id }]);
    await createSection(desk(), { name: "Ring B" });
    expect(await redirects("/ring-b")).toEqual([]);
  });

  it("takes redirects by spelling along, and drops one that would lead to itself", async () => {
    const { id } = await aSection(house.db, { name: "Chain" });
    const manual = { status: 301, origin: "MANUAL" } as const;
    await house.db.redirect.createMany({
      data: [
        { fromPath: "/short", toPath: "/chain/deep", ...manual },
        { fromPath: "/links/deep", toPath: "/chain/deep", ...manual },
        { fromPath: "/elsewhere", toPath: "/chains", ...manual },
      ],
    });
    await renameSection(desk(), { section: id, slug: "links", expectedVersion: 1 });
    expect(await redirects("/short")).toMatchObject([{ toPath: "/links/deep" }]);
    expect(await redirects("/links/deep")).toEqual([]);
    expect(await redirects("/elsewhere")).toMatchObject([{ toPath: "/chains" }]);
  });

  it("is refused when somebody else was faster, naming them", async () => {
    const { slug } = await aSection(house.db);
    await renameSection(deskOf(house.db, "DESK_HEAD"), { section: slug, name: "Theirs", expectedVersion: 1 });
    const mine = renameSection(desk(), { section: slug, name: "Mine", expectedVersion: 1 });
    await expect(mine).rejects.toMatchObject({
      code: "SECTION_STALE",
      details: { expectedVersion: 1, currentVersion: 2, changedBy: "The DESK_HEAD", changedAt: expect.any(String) },
    });
  });

  it("is refused a path another section has", async () => {
    const [mine, other] = [await aSection(house.db), await aSection(house.db)];
    const clash = renameSection(desk(), { section: mine.slug, slug: other.slug, expectedVersion: 1 });
    await expect(clash).rejects.toMatchObject({ code: "ALREADY_EXISTS", details: { path: other.path } });
  });
});

describe("a section moved", () => {
  it("closes the gap it leaves and stands where it is told", async () => {
    const [from, to] = [await aSection(house.db), await aSection(house.db)];
    for (const name of ["A", "B", "C"]) await createSection(desk(), { name, parent: from.slug });
    for (const name of ["X", "Y"]) await createSection(desk(), { name, parent: to.slug });
    const moved = await moveSection(desk(), {
      ...{ section: `${from.slug}/a`, under: to.slug, position: 1, expectedVersion: 1 },
    });
    expect(moved).toMatchObject({ path: `${to.slug}/a`, position: 1, version: 2 });
    expect(await orderUnder(from.id)).toEqual([
      ["b", 0],
      ["c", 1],
    ]);
    expect(await orderUnder(to.id)).toEqual([
      ["x", 0],
      ["a", 1],
      ["y", 2],
    ]);
    expect(await redirects(`/${from.slug}/a`)).toMatchObject([{ toSectionId: moved.id, isPrefix: true }]);
  });

  it("changes only the order among the same siblings, without a redirect", async () => {
    const { id, slug } = await aSection(house.db);
    for (const name of ["A", "B", "C"]) await createSection(desk(), { name, parent: slug });
    await moveSection(desk(), { section: `${slug}/c`, under: slug, position: 0, expectedVersion: 1 });
    expect((await orderUnder(id)).map(([name]) => name)).toEqual(["c", "a", "b"]);
    expect(await redirects(`/${slug}/c`)).toEqual([]);
    const stays = await moveSection(desk(), { section: `${slug}/c`, under: slug, position: 0, expectedVersion: 2 });
    expect(stays.version).toBe(2);
    const last = await moveSection(desk(), { section: `${slug}/c`, position: 2, expectedVersion: 2 });
    expect(last).toMatchObject({ parentId: id, position: 2 });
  });

  it("goes to the top and back", async () => {
    const { slug } = await aSection(house.db);
    const child = await createSection(desk(), { name: fresh("Wanderer"), parent: slug });
    const top = await moveSection(desk(), { section: child.id, under: null, expectedVersion: 1 });
    expect(top.path).toBe(child.slug);
    const back = await moveSection(desk(), { section: child.id, under: slug, expectedVersion: 2 });
    expect(back.path).toBe(child.path);
    expect(await redirects(`/${child.path}`)).toEqual([]);
  });

  it("never stands below itself, nor deeper than four levels with all it carries", async () => {
    const { id, slug } = await aSection(house.db);
    const child = await createSection(desk(), { name: "Child", parent: slug });
    for (const under of [id, child.id]) {
      const circle = moveSection(desk(), { section: id, under, expectedVersion: 1 });
      await expect(circle).rejects.toMatchObject({ code: "SECTION_CYCLE" });
    }
    let deep = await aSection(house.db);
    for (const name of ["Two", "Three"]) deep = await createSection(desk(), { name, parent: deep.id });
    const tooDeep = moveSection(desk(), { section: id, under: deep.id, expectedVersion: 1 });
    await expect(tooDeep).rejects.toMatchObject({ code: "INVALID_INPUT", details: { faults: [{ path: ["under"] }] } });
  });

  it("never makes a circle with another that moves at the same moment", async () => {
    const [a, b] = [await aSection(house.db), await aSection(house.db)];
    const moves = await Promise.allSettled([
      moveSection(desk(), { section: a.id, under: b.id, expectedVersion: 1 }),
      moveSection(desk(), { section: b.id, under: a.id, expectedVersion: 1 }),
    ]);
    expect(moves.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const refused = moves.find((move) => move.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "SECTION_CYCLE" });
  });
});

describe("a section looked for", () => {
  it("is found by id, beginning of the id, path, slug and name", async () => {
    const { id } = await aSection(house.db, { name: "International Affairs" });
    const beginning = id.slice(0, 30);
    const names = [
      id,
      id.toUpperCase(),
      beginning,
      "/international-affairs/",
      "international-affairs",
      "international affairs",
    ];
    for (const name of names) expect((await findSection(desk(), name)).id).toBe(id);
  });

  it("lists the candidates of an ambiguous slug", async () => {
    const [a, b] = [await aSection(house.db), await aSection(house.db)];
    const twins = await Promise.all([a, b].map(({ slug }) => createSection(desk(), { name: "Twin", parent: slug })));
    const error: unknown = await findSection(desk(), "twin").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "AMBIGUOUS" });
    const { candidates } = (error as { details: { candidates: { id: string; name: string }[] } }).details;
    expect(candidates.map(({ name }) => name).toSorted()).toEqual(twins.map(({ path }) => path).toSorted());
  });

  it("proposes what was perhaps meant", async () => {
    const { id } = await aSection(house.db, { name: "Agriculture" });
    await expect(findSection(desk(), "agricluture")).rejects.toMatchObject({
      code: "NOT_FOUND",
      details: { candidates: [{ id, name: "agriculture" }] },
      fix: 'Did you mean "agriculture"?',
    });
  });

  it.each(["", "no-such-section", "\0", "019aaaaa", "00000000-0000-7000-8000-000000000000"])(
    "answers NOT_FOUND for %j",
    async (name) => {
      await expect(findSection(desk(), name)).rejects.toMatchObject({ code: "NOT_FOUND" });
    },
  );
});

it("shows the tree in order, and lists it each before those below it", async () => {
  const { id, slug } = await aSection(house.db);
  for (const name of ["B", "A"]) await createSection(desk(), { name, parent: slug });
  await createSection(desk(), { name: "Below", parent: `${slug}/b` });
  const branch = (await sectionTree(desk())).find(({ section }) => section.id === id);
  expect(branch).toMatchObject({
    children: [{ section: { slug: "b" }, children: [{ section: { slug: "below" } }] }, { section: { slug: "a" } }],
  });
  const paths = (await listSections(desk())).map(({ path }) => path).filter((path) => path.startsWith(slug));
  expect(paths).toEqual([slug, `${slug}/b`, `${slug}/b/below`, `${slug}/a`]);
});
