import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { migrate } from "../../../src/database/migrate/index.ts";
import { migrationsFolder, readMigrations } from "../../../src/database/migrate/migrations.ts";
import { testCluster, type TestCluster } from "../../support/cluster.ts";

const folder = mkdtempSync(join(tmpdir(), "dateline migrations "));
const state = {} as { cluster: TestCluster };
let count = 0;

beforeAll(async () => {
  state.cluster = await testCluster();
}, 120_000);
afterAll(async () => {
  await state.cluster.leave();
  rmSync(folder, { recursive: true });
});

/** An empty database and a folder of migrations of its own. */
async function fresh(...migrations: (readonly [string, string])[]) {
  const name = `migrate_${process.pid}_${String(count++)}`;
  await state.cluster.run(`create database ${name}`);
  const own = join(folder, name);
  mkdirSync(own);
  for (const [title, sql] of migrations) write(own, title, sql);
  return { url: state.cluster.urlOf(name), folder: own };
}

function write(own: string, title: string, sql: string): void {
  mkdirSync(join(own, title), { recursive: true });
  writeFileSync(join(own, title, "migration.sql"), sql);
}

const first = ["20260101000000_first", "BEGIN; create table a (x int); COMMIT;"] as const;
const second = ["20260102000000_second", "BEGIN; create table b (x int); COMMIT;"] as const;

describe("migrating", () => {
  it("applies our own migrations once, whoever and however many start at once", async () => {
    const { url, folder: own } = await fresh();
    cpSync(migrationsFolder, own, { recursive: true });
    const answers = await Promise.all([1, 2, 3].map(() => migrate(url, { folder: own })));
    expect(answers.flat().toSorted()).toEqual(readMigrations().map(({ name }) => name));
    expect(await migrate(url, { folder: own })).toEqual([]);
  }, 60_000);

  it("takes a failed migration back wholly, and applies it once it is right", async () => {
    const { url, folder: own } = await fresh(first, [
      "20260102000000_second",
      "BEGIN; create table b (x int); select 1/0; COMMIT;",
    ]);
    await expect(migrate(url, { folder: own })).rejects.toMatchObject({
      code: "DATABASE_UNFIT",
      message: /division by zero/,
    });
    write(own, ...second);
    expect(await migrate(url, { folder: own })).toEqual(["20260102000000_second"]);
  }, 60_000);

  it("refuses a database whose migration was changed afterwards", async () => {
    const { url, folder: own } = await fresh(first);
    await migrate(url, { folder: own });
    write(own, first[0], "BEGIN; create table a (x bigint); COMMIT;");
    await expect(migrate(url, { folder: own })).rejects.toMatchObject({ message: /20260101000000_first was changed/ });
  }, 60_000);

  it("refuses a database that is ahead of this version", async () => {
    const { url, folder: own } = await fresh(first, second);
    await migrate(url, { folder: own });
    rmSync(join(own, second[0]), { recursive: true });
    await expect(migrate(url, { folder: own })).rejects.toMatchObject({
      message: /20260102000000_second.*does not know/,
    });
  }, 60_000);

  it.each([
    ["postgresql://u:p@127.0.0.1:1/x", /nothing listens there/],
    ["postgresql://u:p@no-such-machine.invalid/x", /no machine has that name|does not answer/],
  ])(
    "says why %s cannot be reached",
    async (url, why) => {
      await expect(migrate(url)).rejects.toMatchObject({ code: "DATABASE_UNREACHABLE", message: why });
    },
    30_000,
  );

  it("says that the password is wrong, without repeating it", async () => {
    const url = Object.assign(new URL(state.cluster.urlOf("postgres")), { password: "hunter2" }).href;
    const error: unknown = await migrate(url).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "DATABASE_UNREACHABLE", message: /refuses that user or password/ });
    expect(String(error)).not.toContain("hunter2");
  });
});
