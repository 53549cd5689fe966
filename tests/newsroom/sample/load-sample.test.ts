import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { CreditRole, parseCredit } from "../../../src/domain/credit/index.ts";
import { listArticles } from "../../../src/newsroom/articles/index.ts";
import { mediaStore } from "../../../src/newsroom/media/index.ts";
import type { Progress } from "../../../src/kernel/progress-line.ts";
import { loadSample, newsroomIsEmpty } from "../../../src/newsroom/sample/index.ts";
import { withMoments } from "../../../src/newsroom/sample/moments.ts";
import { testDatabase } from "../../support/database.ts";
import { read } from "../../support/delivery.ts";
import { deskOf } from "../../support/factories.ts";
import { sampleNewsroom } from "../../support/sample.ts";

const house = testDatabase(sampleNewsroom);

interface Shown {
  readonly slug: string;
  readonly headline: string;
  readonly rails: readonly { readonly title: string; readonly items: readonly object[] }[];
}

async function liveIn(path: string): Promise<readonly Shown[]> {
  const query = `query ($path: String!) { section(by: { path: $path }) { articles(first: 100) { edges {
    node { slug headline rails { title items { slug } } } } } } }`;
  const { section } = await read<{ section: { articles: { edges: readonly { node: Shown }[] } } }>(house, query, {
    path,
  });
  return section.articles.edges.map(({ node }) => node);
}

async function bySlug(slug: string): Promise<Shown | null> {
  const query = "query ($slug: String!) { article(by: { slug: $slug }) { slug headline } }";
  return (await read<{ article: Shown | null }>(house, query, { slug })).article;
}

describe("the sample newsroom", () => {
  it("is as large as promised: sections in a tree, sixty articles of every kind in every state", async () => {
    expect(await house.db.section.count({ where: { parentId: null } })).toBe(8);
    expect(await house.db.section.count()).toBe(10);
    expect(await house.db.article.count()).toBe(60);
    const kinds = await house.db.article.groupBy({ by: ["kind"] });
    expect(kinds).toHaveLength(6);
    const counted = async (state: string) =>
      (await listArticles(deskOf(house.db), { state: state as never, first: 100 })).articles.length;
    expect(await Promise.all(["DRAFT", "SCHEDULED", "UNPUBLISHED"].map(counted))).toEqual([2, 1, 1]);
    expect(await house.db.article.count({ where: { embargoUntil: { gt: new Date() } } })).toBe(1);
    expect(
      await house.db.article.count({ where: { visibleFrom: { lte: new Date() }, publishedAt: { lte: new Date() } } }),
    ).toBe(55);
  });

  it("fills International News with live articles, and leaves its Blogs rail empty", async () => {
    const live = await liveIn("international-news");
    expect(live.length).toBeGreaterThanOrEqual(5);
    const rails = live[0]?.rails ?? [];
    expect(rails.map(({ title, items }) => [title, items.length])).toEqual([
      ["More from International News", 4],
      ["Blogs", 0],
    ]);
  });

  it("has blogs elsewhere, and a home section that is worth reading", async () => {
    const climate = await liveIn("science/climate");
    expect(climate.some(({ rails }) => (rails.at(-1)?.items.length ?? 0) > 0)).toBe(true);
    expect((await liveIn("home")).length).toBeGreaterThanOrEqual(9);
  });

  it("shows readers nothing that is not out: no draft, no embargo, no later text", async () => {
    const hidden = ["ministers-travel-receipts", "street-organ-profile", "osei-six-weeks", "sponge-reef-study"];
    expect(await Promise.all(hidden.map((slug) => bySlug(slug)))).toEqual(hidden.map(() => null));
    expect(await bySlug("brightwell-tariff-letter")).toBeNull();
    const budget = await bySlug("budget-passes-by-two");
    expect(budget?.headline).toBe("Spring Budget passes by two votes after midnight bargain on rents");
  });

  it("lets old slugs lead to where the articles now stand", async () => {
    for (const [old, now] of [
      ["new-bridge-opens", "eastern-bridge-opens"],
      ["pelayo-michi-no-eki", "pelayo-roadside-stations"],
      ["crown-falls", "crown-slips-on-fish-quota"],
    ] as const) {
      const query = `{ resolve(path: "/home/2020/01/01/${old}") { ... on Redirect { to status } } }`;
      expect(await read(house, query)).toEqual({ resolve: { to: expect.stringMatching(`/${now}$`), status: 301 } });
    }
  });

  it("always looks fresh: dates count back from the loading, the newest within two hours", async () => {
    const { _max: newest } = await house.db.article.aggregate({
      _max: { publishedAt: true },
      where: { publishedAt: { lte: new Date() } },
    });
    expect(Date.now() - (newest.publishedAt?.getTime() ?? 0)).toBeLessThan(2 * 3_600_000);
    const late = await house.db.article.findMany({ where: { firstPublishedAt: { not: null } } });
    for (const { publishedAt, updatedAt } of late)
      expect(updatedAt?.getTime()).toBeGreaterThanOrEqual(publishedAt?.getTime() ?? 0);
  });
});

describe("a text that names days and hours", () => {
  it("names those around its publication, in the newsroom's zone", () => {
    const tuesdayNight = new Date("2030-01-01T23:30:00Z");
    const written = { text: "On {day}, after {day-1} and before {day+2}.", hoursAgo: 3 };
    expect(withMoments(written, tuesdayNight, "UTC").text).toBe("On Tuesday, after Monday and before Thursday.");
    expect(withMoments(written, tuesdayNight, "Europe/Vienna").text).toMatch(/^On Wednesday/);
    expect(withMoments("{time-1.5} {time+1}", tuesdayNight, "UTC")).toBe("22.00 00.30");
  });

  it("leaves no day or hour unnamed", async () => {
    const texts = await house.db.revision.findMany({ select: { blocks: true, standfirst: true } });
    expect(JSON.stringify(texts)).not.toMatch(/\{(?:day|time)/);
  });
});

describe("its pictures", () => {
  it("each have a file and words for who cannot see them, but for the one that still waits", async () => {
    const media = await house.db.media.findMany();
    expect(media.filter(({ sha256 }) => sha256 === null)).toHaveLength(1);
    expect(new Set(media.map(({ mime }) => mime))).toEqual(new Set(["image/png", "image/jpeg", null]));
    for (const { bytes, alt } of media) {
      expect(alt).toBeTruthy();
      expect(bytes ?? 0).toBeLessThan(200_000);
    }
  });

  it("carry credit lines of every shape, each kept exactly and read into its parts", async () => {
    const media = await house.db.media.findMany({ include: { credits: { orderBy: { position: "asc" } } } });
    for (const { creditLine, credits } of media) {
      const { segments, parts } = parseCredit(creditLine);
      expect(segments.map(({ text }) => text).join("")).toBe(creditLine);
      expect(credits.map(({ role, name, start, end }) => ({ role, name, start, end }))).toEqual(
        parts.map(({ role, name, start, end }) => ({ role, name, start, end })),
      );
      expect(credits.length).toBeGreaterThan(0);
    }
    const roles = new Set(media.flatMap(({ credits }) => credits.map(({ role }) => role)));
    expect([...roles].toSorted()).toEqual(Object.values(CreditRole).toSorted());
    const seedShape = media.find(({ creditLine }) => creditLine === "TOMAS VEREDO/ POOL/ AFP");
    expect(seedShape?.credits.map(({ role }) => role)).toEqual(["photographer", "pool", "agency"]);
  });

  it("say when software made them", async () => {
    expect(await house.db.media.count({ where: { digitalSourceType: "trainedAlgorithmicMedia" } })).toBe(1);
  });
});

describe("loading the sample", () => {
  const empty = testDatabase();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "dateline-sample-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is refused where something stands already, and changes nothing", async () => {
    const desk = deskOf(house.db, "SYSTEM");
    expect(await newsroomIsEmpty(desk)).toBe(false);
    const before = await house.db.auditEvent.count();
    await expect(loadSample(desk)).rejects.toMatchObject({ code: "SAMPLE_REFUSED" });
    expect(await house.db.auditEvent.count()).toBe(before);
  });

  it("asks for an admin", async () => {
    await expect(loadSample(deskOf(empty.db, "DESK_HEAD"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("of two at once refuses one, doubles nothing, keeps every file and tells how far it is", async () => {
    const told: Progress[] = [];
    const desk = { ...deskOf(empty.db, "SYSTEM"), files: mediaStore(folder) };
    expect(await newsroomIsEmpty(desk)).toBe(true);
    const load = () => loadSample(desk, { onProgress: (progress) => told.push(progress) });
    const both = await Promise.allSettled([load(), load()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "SAMPLE_REFUSED" } });
    expect(await empty.db.article.count()).toBe(60);
    const media = await empty.db.media.findMany();
    const files = await readdir(join(folder, "media"));
    expect(files.toSorted()).toEqual(media.flatMap(({ storageKey }) => storageKey ?? []).toSorted());
    expect(told.at(-1)).toMatchObject({ done: told.at(-1)?.total, doing: "writing articles" });
  }, 120_000);
});
