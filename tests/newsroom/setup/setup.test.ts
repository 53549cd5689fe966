import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { agencyBook, seedAgencies, seedBook } from "../../../src/domain/credit/index.ts";
import { actorFor, authenticate, listTokens, revokeToken } from "../../../src/newsroom/access/index.ts";
import { developmentToken, localAdmin, prepareNewsroom } from "../../../src/newsroom/setup/index.ts";
import { testDatabase } from "../../support/database.ts";
import { deskOf } from "../../support/factories.ts";

const house = testDatabase();
const elsewhere = testDatabase();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dateline-setup-"));
});
afterAll(() => rm(folder, { recursive: true }));

const counts = (db: typeof house.db) =>
  Promise.all([db.agency.count(), db.agencyAlias.count(), db.rail.count(), db.user.count(), db.auditEvent.count()]);

describe("a newsroom prepared", () => {
  it("has its agencies, its two rails and a local admin, once, however many start at once", async () => {
    const prepare = () => prepareNewsroom({ database: house, embedded: true });
    await Promise.all([prepare(), prepare(), prepare()]);
    const after = await counts(house.db);
    expect(after[0]).toBe(seedAgencies.length);
    expect(after.slice(2)).toEqual([2, 1, 1]);
    await prepare();
    expect(await counts(house.db)).toEqual(after);
    expect(await actorFor(house.db, localAdmin)).toMatchObject({ role: "ADMIN" });
    expect(await house.db.rail.findMany({ orderBy: { position: "asc" } })).toMatchObject([
      {
        key: "more-from-section",
        titleTemplate: "More from {section}",
        fill: "SECTION",
        maxItems: 4,
        whenEmpty: "SHOW",
      },
      { key: "blogs", titleTemplate: "Blogs", fill: "TOPIC_TYPE", topicType: "BLOG", maxItems: 4, whenEmpty: "SHOW" },
    ]);
  });

  it("knows every spelling of the seed list, each as the same agency", async () => {
    const rows = await house.db.agency.findMany({ include: { aliases: true } });
    const book = agencyBook(
      rows.map(({ aliases, kind, ...row }) => ({
        ...row,
        kind: kind as never,
        aliases: aliases.map(({ alias }) => alias),
      })),
    );
    for (const spelling of seedAgencies.flatMap(({ name, aliases }) => [name, ...aliases])) {
      expect([spelling, book.find(spelling)?.name]).toEqual([spelling, seedBook.find(spelling)?.name]);
    }
  });

  it("leaves alone what editors have changed", async () => {
    await house.db.rail.update({ where: { key: "blogs" }, data: { titleTemplate: "Our blogs" } });
    await house.db.agency.update({ where: { name: "AFP" }, data: { name: "Agence France-Presse" } });
    await prepareNewsroom({ database: house, embedded: true });
    expect(await house.db.agency.count({ where: { name: "AFP" } })).toBe(0);
    expect(await house.db.rail.findUnique({ where: { key: "blogs" } })).toMatchObject({ titleTemplate: "Our blogs" });
  });

  it("has no local admin on a server that is not ours", async () => {
    await prepareNewsroom({ database: elsewhere, embedded: false });
    expect(await elsewhere.db.user.count()).toBe(0);
    expect(await elsewhere.db.rail.count()).toBe(2);
  });

  it("is completed whichever of its parts is missing", async () => {
    const { db } = elsewhere;
    await db.rail.deleteMany();
    await prepareNewsroom({ database: elsewhere, embedded: false });
    expect(await db.rail.count()).toBe(2);
    await db.agencyAlias.deleteMany();
    await db.agency.deleteMany();
    await prepareNewsroom({ database: elsewhere, embedded: false });
    expect(await db.agency.count()).toBe(seedAgencies.length);
    await prepareNewsroom({ database: elsewhere, embedded: true });
    expect(await db.user.count()).toBe(1);
  });
});

describe("the development token", () => {
  const ask = () => developmentToken({ db: house.db, folder });

  it("stays the same from start to start, in a file only its owner may read", async () => {
    const tokens = await Promise.all([ask(), ask()]);
    expect(new Set([...tokens, await ask()]).size).toBe(1);
    expect(await authenticate(house.db, tokens[0])).toMatchObject({ role: "ADMIN" });
    const path = join(folder, "desk-token");
    expect((await readFile(path, "utf8")).trim()).toBe(tokens[0]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("is made anew when the file is lost or the token ended, and the one before ends", async () => {
    const first = await ask();
    await rm(join(folder, "desk-token"));
    const second = await ask();
    expect(second).not.toBe(first);
    expect(await authenticate(house.db, first)).toBeNull();
    await revokeToken(deskOf(house.db, "SYSTEM"), { token: second });
    const third = await ask();
    expect(await authenticate(house.db, third)).not.toBeNull();
    await writeFile(join(folder, "desk-token"), "nonsense");
    expect(await authenticate(house.db, await ask())).not.toBeNull();
    const open = (await listTokens(deskOf(house.db, "SYSTEM"))).filter(({ revokedAt }) => revokedAt === null);
    expect(open).toHaveLength(1);
  });
});
