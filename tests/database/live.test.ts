import { beforeAll, describe, expect, it } from "@jest/globals";
import { Prisma, type Article } from "../../src/database/generated/client.ts";
import { liveRevisionSql, liveSql } from "../oracle/live.ts";
import { ArticleState, isLive, liveRevisionId } from "../../src/domain/lifecycle/index.ts";
import { newId } from "../../src/kernel/ids.ts";
import { testDatabase } from "../support/database.ts";
import { bareSection } from "../support/rows.ts";

const house = testDatabase();
let articles: readonly Article[];

/** The moment everything turns on, and the same by the second around it. */
const noon = new Date("2030-03-01T12:00:00.000Z");
const after = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000);

// Every rule of the clock before, at and after the moments asked about, and absent.
const published = [-3, 0, 3].map(after);
const embargoes = [null, -2, 0, 2].map((s) => (s === null ? null : after(s)));
const expiries = [null, 0.001, 1, 4, 10].map((s) => (s === null ? null : after(s)));
const nexts = [null, -1, 0, 2].map((s) => (s === null ? null : after(s)));
const moments = [-4, -3, -2, -1, -0.001, 0, 0.001, 1, 2, 2.999, 3, 4, 9, 10, 11].map(after);

interface Combination {
  readonly state: ArticleState;
  readonly publishedAt: Date | null;
  readonly embargoUntil: Date | null;
  readonly embargoHold: boolean;
  readonly expiresAt: Date | null;
  readonly nextAt: Date | null;
}

/** Every combination the database lets stand: unread states carry no publication, none expires before it begins. */
function combinations(): Combination[] {
  return Object.values(ArticleState).flatMap((state) => {
    const unread = ["DRAFT", "IN_REVIEW", "APPROVED", "SPIKED"].includes(state);
    return (unread ? [null] : published).flatMap((publishedAt) =>
      embargoes.flatMap((embargoUntil) =>
        [false, true].flatMap((embargoHold) =>
          expiries
            .filter((expiresAt) => expiresAt === null || publishedAt === null || expiresAt > publishedAt)
            .flatMap((expiresAt) =>
              (unread ? [null] : nexts).map((nextAt) => ({
                ...{ state, publishedAt, embargoUntil, embargoHold, expiresAt, nextAt },
              })),
            ),
        ),
      ),
    );
  });
}

beforeAll(async () => {
  const sectionId = await bareSection(house.db);
  const rows = combinations().map((facts) => rowsFor(facts, sectionId));
  await house.db.$transaction(
    async (tx) => {
      await tx.article.createMany({ data: rows.map(({ article }) => article) });
      await tx.articleSlug.createMany({ data: rows.map(({ article: { id, slug } }) => ({ articleId: id, slug })) });
      await tx.revision.createMany({ data: rows.flatMap(({ revisions }) => revisions) });
    },
    { timeout: 60_000 },
  );
  articles = await house.db.article.findMany();
}, 120_000);

function rowsFor(facts: Combination, sectionId: string) {
  const [id, first, second] = [newId(), newId(), newId()];
  const { publishedAt, nextAt } = facts;
  const dates = { firstPublishedAt: publishedAt, updatedAt: publishedAt, pathDate: publishedAt };
  const pointers = {
    headRevisionId: second,
    liveRevisionId: publishedAt === null ? null : first,
    nextRevisionId: nextAt === null ? null : second,
  };
  const article = { id, sectionId, slug: `a-${id}`, ...facts, ...dates, ...pointers };
  const revision = { articleId: id, headline: "H", blocks: [] };
  return { article, revisions: [first, second].map((own, at) => ({ id: own, number: at + 1, ...revision })) };
}

async function liveInSql(at: Date | null): Promise<Map<string, string | null>> {
  const rows = await house.db.$queryRaw<{ id: string; revision: string | null }[]>(
    Prisma.sql`SELECT a.id, ${liveRevisionSql("a", at)} AS revision FROM article a WHERE ${liveSql("a", at)}`,
  );
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

function liveInCode(at: Date): Map<string, string | null> {
  const live = articles.filter((article) => isLive(article, at));
  return new Map(live.map((article) => [article.id, liveRevisionId(article, at)]));
}

const sorted = (found: ReadonlyMap<string, string | null>) => [...found].toSorted(([a], [b]) => a.localeCompare(b));

describe("live", () => {
  it("is tried on a grid worth its name", () => {
    expect(articles.length).toBeGreaterThan(500);
    const counts = moments.map((at) => liveInCode(at).size);
    expect(new Set(counts).size).toBeGreaterThan(6);
    expect(Math.max(...counts)).toBeLessThan(articles.length / 2);
  });

  it.each(moments.map((at) => [at.toISOString(), at] as const))(
    "means the same in SQL and in code at %s",
    async (_name, at) => {
      expect(sorted(await liveInSql(at))).toEqual(sorted(liveInCode(at)));
    },
  );

  it("goes by the database's own time when none is given", async () => {
    const rows = await house.db.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    expect(sorted(await liveInSql(null))).toEqual(sorted(liveInCode(rows[0]!.now)));
  });

  it("is true at the second of publication and false at the second of expiry", () => {
    const one = articles.find(
      ({ state, publishedAt, expiresAt, embargoUntil, embargoHold }) =>
        state === "PUBLISHED" &&
        publishedAt?.getTime() === noon.getTime() &&
        expiresAt !== null &&
        embargoUntil === null &&
        !embargoHold,
    )!;
    expect([isLive(one, after(-0.001)), isLive(one, noon), isLive(one, one.expiresAt!)]).toEqual([false, true, false]);
  });

  it("also speaks of the target of a link", async () => {
    const rows = await house.db.$queryRaw<{ id: string }[]>(
      Prisma.sql`SELECT target.id FROM article target WHERE ${liveSql("target", noon)}`,
    );
    expect(rows.map(({ id }) => id).toSorted()).toEqual([...liveInCode(noon).keys()].toSorted());
  });
});
