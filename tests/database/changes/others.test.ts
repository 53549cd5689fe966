import { beforeAll, describe, expect, it } from "@jest/globals";
import { testDatabase } from "../../support/database.ts";
import { aMedium, aSection, fresh } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";
import { named } from "../../support/projections.ts";
import { tagsAt, tagsNow, toldBy } from "../../support/told.ts";

const house = testDatabase();
const of = { section: "", below: "", topic: "", person: "", placed: "", inBlocks: "", article: "" };
const branch = (id: string): string => `list:${named(`branch:${id}`)}`;

beforeAll(async () => {
  of.section = (await aSection(house.db)).id;
  of.below = (await aSection(house.db, { parent: of.section })).id;
  of.topic = (await house.db.topic.create({ data: { type: "PLACE", slug: "quay", name: "Quay" } })).id;
  of.person = (await house.db.contributor.create({ data: { slug: "nia", displayName: "Nia Okoro" } })).id;
  of.placed = (await aMedium(house.db)).id;
  of.inBlocks = (await aMedium(house.db)).id;
  const words = { blocks: [{ id: "i1", type: "image", mediaId: of.inBlocks }] };
  const bylines = [{ contributorId: of.person, nameAsWritten: "N. O." }];
  const media = [{ role: "LEAD" as const, position: 0, mediaId: of.placed }];
  const given = { sectionId: of.below, topics: [of.topic], bylines, media, words };
  of.article = (await plant(house.db, given)).id;
}, 60_000);

const sql = (text: string, ...values: readonly unknown[]) => house.pool.query(text, [...values]);
const told = async (act: () => Promise<unknown>): Promise<readonly string[]> => tagsNow(await toldBy(house, act));

describe("a section tells readers", () => {
  it("that it is there, is called otherwise, and is gone", async () => {
    const data = { slug: fresh("s"), name: "Wharf", position: 50 };
    const { id } = await house.db.section.create({ data: { ...data, slug: fresh("s"), position: 51 } });
    const tags = [`section:${id}`, "sections"];
    expect(await told(() => sql("update section set name = 'Pier' where id = $1", id))).toEqual(tags);
    expect(await told(() => sql("update section set version = version + 1 where id = $1", id))).toEqual([]);
    expect(await toldBy(house, () => sql("delete from section where id = $1", id))).toMatchObject([
      { tags, tombstone: true },
    ]);
    expect(await told(() => house.db.section.create({ data }))).toContain("sections");
  });

  it("of everything below when its path changes, and of no single article", async () => {
    const rows = await toldBy(house, () => sql("update section set slug = 'moved-on' where id = $1", of.section));
    expect(tagsNow(rows)).toEqual([`section:${of.section}`, `section:${of.below}`, "sections"].toSorted());
    expect(new Set(rows.map(({ boundary }) => boundary))).toEqual(new Set(["moved"]));
    const card = await house.db.liveCard.findFirst({ where: { articleId: of.article } });
    expect(card?.path).toMatch(/^\/moved-on\/section-/);
  });

  it("of the branches its articles leave and enter when it is hidden, shown and moved", async () => {
    const hide = (visible: boolean) => () => sql("update section set visible = $2 where id = $1", of.below, visible);
    const tags = [`section:${of.below}`, "sections", branch(of.section)].toSorted();
    expect(await told(hide(false))).toEqual(tags);
    expect(await told(hide(true))).toEqual(tags);
    const top = (await aSection(house.db)).id;
    const move = (under: string, at: number) => () =>
      sql("update section set parent_id = $2, position = $3 where id = $1", of.below, under, at);
    expect(await told(move(top, 7))).toEqual([...tags, branch(top)].toSorted());
    expect(await told(move(of.section, 7))).toEqual([...tags, branch(top)].toSorted());
  });
});

describe("what an article shows of others tells readers", () => {
  it("when a topic or a contributor it is listed under is called otherwise", async () => {
    expect(await told(() => sql("update topic set name = 'The quay' where id = $1", of.topic))).toEqual([
      `topic:${of.topic}`,
    ]);
    expect(await told(() => sql("update contributor set bio = 'Writes.' where id = $1", of.person))).toEqual([
      `contributor:${of.person}`,
    ]);
    expect(await told(() => sql("update contributor set email = 'nia@news.example'"))).toEqual([]);
    const { id } = await house.db.topic.create({ data: { type: "BLOG", slug: "unread", name: "Unread" } });
    expect(await told(() => sql("update topic set name = 'Still unread' where id = $1", id))).toEqual([]);
  });

  it("when a picture it shows changes, is killed, or is to lose its rights; of others nothing", async () => {
    for (const id of [of.placed, of.inBlocks]) {
      expect(await told(() => sql("update media set alt = 'Boats' where id = $1", id))).toEqual([`media:${id}`]);
      const killed = await toldBy(house, () => sql("update media set state = 'KILLED' where id = $1", id));
      expect(killed).toMatchObject([{ tags: [`media:${id}`], tombstone: true }]);
      const due = minutes(30);
      const rows = await toldBy(house, () => sql("update media set rights_expire_at = $2 where id = $1", id, due));
      expect(tagsAt(rows, due)).toEqual([`media:${id}`]);
    }
    const { id } = await aMedium(house.db);
    expect(await told(() => sql("update media set alt = 'Boats' where id = $1", id))).toEqual([]);
    expect(await told(() => sql("update media set source_name = 'Us' where id = $1", of.placed))).toEqual([]);
  });

  it("when the rights to a picture end that is shown for the first time", async () => {
    const { id } = await aMedium(house.db);
    const due = minutes(45);
    await sql("update media set rights_expire_at = $2 where id = $1", id, due);
    const media = [{ role: "INLINE" as const, position: 0, mediaId: id }];
    const rows = await toldBy(house, () => plant(house.db, { sectionId: of.section, media }));
    expect(tagsAt(rows, due)).toEqual([`media:${id}`]);
  });

  it("when the parts of its credit change, or an agency is called otherwise", async () => {
    const agency = await house.db.agency.create({ data: { name: "Harbour Press", kind: "agency" } });
    const part = {
      mediaId: of.placed,
      role: "agency",
      name: "Harbour Press",
      start: 0,
      end: 13,
      agencyId: agency.id,
    } as const;
    const write = () => house.db.mediaCredit.create({ data: { ...part, position: 7 } });
    expect(await told(write)).toEqual([`media:${of.placed}`]);
    expect(await told(() => sql("delete from media_credit where media_id = $1", of.placed))).toEqual([
      `media:${of.placed}`,
    ]);
    expect(await told(() => sql("update agency set name = 'Quay Press'"))).toEqual([`agency:${agency.id}`]);
    expect(await told(() => sql("update agency set leads = not leads"))).toEqual([]);
  });

  it("when an address dies or comes back, not when it is only looked at", async () => {
    const { id } = await house.db.externalAddress.create({ data: { url: "https://port.example/" } });
    const turn = (state: string) => () =>
      sql("update external_address set state = $2::address_state, checked_at = now() where id = $1", id, state);
    expect(await told(turn("OK"))).toEqual([]);
    expect(await told(turn("DEAD"))).toEqual([`address:${id}`]);
    expect(await told(turn("MOVED"))).toEqual([`address:${id}`]);
  });
});

describe("redirects and rails tell readers", () => {
  it("of every change of a redirect", async () => {
    const data = { fromPath: "/old-quay", toPath: "/quay", origin: "MANUAL" as const };
    expect(await told(() => house.db.redirect.create({ data }))).toEqual(["redirects"]);
    expect(await told(() => sql("update redirect set to_path = '/pier'"))).toEqual(["redirects"]);
    expect(await told(() => sql("delete from redirect"))).toEqual(["redirects"]);
  });

  it("of rails, and of pins at the times they are valid from and until", async () => {
    const data = { key: "walks", titleTemplate: "Walks", position: 3, fill: "NEWEST" as const };
    const [from, until] = [minutes(5), minutes(10)];
    const box = { rail: "" };
    expect(await told(async () => (box.rail = (await house.db.rail.create({ data })).id))).toEqual(["rails"]);
    const pin = { railId: box.rail, articleId: of.article, position: 0, pinnedFrom: from, pinnedUntil: until };
    const rows = await toldBy(house, () => house.db.railPin.create({ data: pin }));
    expect([tagsNow(rows), tagsAt(rows, from), tagsAt(rows, until)]).toEqual([["rails"], ["rails"], ["rails"]]);
    expect(await told(() => sql("delete from rail_pin"))).toEqual(["rails"]);
    expect(await told(() => sql("truncate redirect"))).toEqual(["*"]);
  });
});
