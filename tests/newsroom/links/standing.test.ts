import { beforeAll, describe, expect, it } from "@jest/globals";
import { createArticle, publishArticle } from "../../../src/newsroom/articles/index.ts";
import { addLink, linkTo, linkTroubles, whereMediaUsed, whereUsed } from "../../../src/newsroom/links/index.ts";
import { newId } from "../../../src/kernel/ids.ts";
import { testDatabase } from "../../support/database.ts";
import { aMedium, aSection, deskOf } from "../../support/factories.ts";
import { minutes, plant } from "../../support/newspaper.ts";

const house = testDatabase();
const of = { sectionId: "" };
const desk = () => deskOf(house.db);

beforeAll(async () => {
  of.sectionId = (await aSection(house.db)).id;
});

const aTarget = (facts: object, publishedAt?: Date | null) =>
  plant(house.db, { ...of, facts, ...(publishedAt === undefined ? {} : { publishedAt }) });

describe("links that warn", () => {
  it("are those to what readers cannot have, each with how it stands", async () => {
    const targets = [
      await aTarget({}),
      await aTarget({}, null),
      await aTarget({}, minutes(30)),
      await aTarget({ embargoHold: true }),
      await aTarget({ state: "HELD" }),
      await aTarget({ state: "UNPUBLISHED" }),
      await aTarget({ state: "KILLED" }),
      await aTarget({ expiresAt: minutes(-5) }),
    ];
    const { id } = await createArticle(desk(), { headline: "Links everywhere", sectionId: of.sectionId });
    await linkTo(desk(), { id, expectedVersion: 1, targets: targets.map((target) => target.id) });
    const found = await linkTroubles(desk(), { articleId: id });
    expect(
      found.map(({ position, standing, warning }) => [
        position,
        standing,
        /^Its target is ([^:]*):/.exec(warning)?.[1],
      ]),
    ).toEqual([
      [1, "DARK", "draft"],
      [2, "DARK", "scheduled"],
      [3, "DARK", "under embargo"],
      [4, "DARK", "held"],
      [5, "DEAD", "unpublished"],
      [6, "DEAD", "killed"],
      [7, "DEAD", "expired"],
    ]);
    expect((await linkTroubles(desk())).filter(({ article }) => article.id === id)).toHaveLength(7);
  });

  it("include addresses that are dead, have moved or begin to fail", async () => {
    const { id } = await createArticle(desk(), { headline: "Outside", sectionId: of.sectionId });
    const states = [
      { state: "OK" },
      { state: "DEAD", failCount: 3, httpStatus: 404 },
      { state: "MOVED", finalUrl: "https://new.example/" },
      { state: "OK", failCount: 1, httpStatus: 500 },
      { state: "BLOCKED" },
    ] as const;
    for (const [at, data] of states.entries()) {
      const url = `https://outside.example/${String(at)}`;
      await addLink(desk(), { id, expectedVersion: at + 1, target: { url }, headline: `Note ${String(at)}` });
      await house.db.externalAddress.update({ where: { url }, data });
    }
    expect(await linkTroubles(desk(), { articleId: id })).toMatchObject([
      { target: "https://outside.example/1", standing: "DEAD", warning: expect.stringContaining("status 404") },
      { standing: "MOVED", warning: "The address has moved to https://new.example/." },
      { standing: "LIVE", warning: "The address failed once (status 500)." },
    ]);
  });
});

describe("where something is used", () => {
  it("counts newest, live and next revisions, bodies and pins, and forgets what is past", async () => {
    const target = await aTarget({});
    const links = [{ targetArticleId: target.id, reciprocal: true }];
    const live = await plant(house.db, { ...of, links });
    const draft = await plant(house.db, { ...of, links: [{ targetArticleId: target.id }], publishedAt: null });
    const box = { id: "b", type: "relatedBox", title: "Read", items: [{ articleId: target.id }] };
    const shown = await plant(house.db, { ...of, words: { blocks: [box] } });
    const boxed = await plant(house.db, { ...of, words: { blocks: [box] }, publishedAt: null });
    const once = await plant(house.db, { ...of, links, publishedAt: null });
    const empty = { id: newId(), articleId: once.id, number: 2, headline: "No link any more", blocks: [] };
    await house.db.revision.create({ data: empty });
    await house.db.article.update({ where: { id: once.id }, data: { headRevisionId: empty.id, version: 2 } });
    const rail = { key: "pinned", titleTemplate: "Read on", position: 40, fill: "NONE" } as const;
    await house.db.rail.create({ data: { ...rail, pins: { create: { position: 0, articleId: target.id } } } });
    await house.db.redirect.create({ data: { fromPath: "/old-target", toArticleId: target.id, origin: "MANUAL" } });
    const { articles, rails, redirects } = await whereUsed(desk(), target.id);
    expect(redirects).toMatchObject([{ from: "/old-target", isPrefix: false }]);
    const facts = articles.map(({ id, how, onHead, onLive, reciprocal, seen }) => ({
      id,
      how,
      onHead,
      onLive,
      reciprocal,
      seen,
    }));
    const no = { onLive: false, reciprocal: false, seen: false };
    expect(facts).toEqual([
      { id: boxed.id, how: ["BODY"], onHead: true, ...no },
      { id: shown.id, how: ["BODY"], onHead: true, onLive: true, reciprocal: false, seen: true },
      { id: draft.id, how: ["LINK"], onHead: true, ...no },
      { id: live.id, how: ["LINK"], onHead: true, onLive: true, reciprocal: true, seen: true },
    ]);
    expect(rails).toMatchObject([{ key: "pinned", title: "Read on", position: 0 }]);
  });

  it("counts those that readers see it under because it asked, until they hide it", async () => {
    const target = await aTarget({});
    const asking = await plant(house.db, { ...of, links: [{ targetArticleId: target.id, reciprocal: true }] });
    await plant(house.db, { ...of, links: [{ targetArticleId: target.id, reciprocal: true }], publishedAt: null });
    const back = { id: target.id, how: ["BACK"], onLive: true, reciprocal: false, seen: true };
    expect((await whereUsed(desk(), asking.id)).articles).toMatchObject([back]);
    await house.db.hiddenLinkBack.create({ data: { articleId: target.id, fromId: asking.id } });
    expect((await whereUsed(desk(), asking.id)).articles).toEqual([]);
  });

  it("keeps counting the live revision while a draft beside it has dropped the link", async () => {
    const target = await aTarget({});
    const blocks = [{ id: "p", type: "paragraph", text: "The quay is open.", spans: [] }];
    const { id } = await createArticle(desk(), {
      headline: "Quay opens",
      sectionId: of.sectionId,
      blocks,
      links: [{ target: { articleId: target.id } }],
    });
    const { version } = await publishArticle(desk(), { id, expectedVersion: 1 });
    const key = (await house.db.relatedLink.findFirstOrThrow({ where: { articleId: id } })).key;
    const { removeLink } = await import("../../../src/newsroom/links/index.ts");
    await removeLink(desk(), { id, expectedVersion: version, key });
    expect((await whereUsed(desk(), target.id)).articles).toMatchObject([
      { id, onHead: false, onLive: true, seen: true },
    ]);
  });

  it("names the articles that show a medium, placed or in the text, in drafts too", async () => {
    const medium = await aMedium(house.db);
    const image = { id: "i", type: "image", mediaId: medium.id };
    const placed = await plant(house.db, { ...of, media: [{ mediaId: medium.id, role: "LEAD", position: 0 }] });
    const inText = await plant(house.db, { ...of, words: { blocks: [image] } });
    const drafted = await plant(house.db, { ...of, words: { blocks: [image] }, publishedAt: null });
    expect((await whereMediaUsed(desk(), medium.id)).map(({ id, how, seen }) => [id, how, seen])).toEqual([
      [drafted.id, ["BODY"], false],
      [inText.id, ["BODY"], true],
      [placed.id, ["LEAD"], true],
    ]);
    expect(await whereMediaUsed(desk(), newId())).toEqual([]);
  });
});
