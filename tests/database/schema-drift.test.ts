import { describe, expect, it } from "@jest/globals";
import { compareSchema, readSnapshot } from "../../src/database/migrate/authoring/index.ts";
import { testDatabase } from "../support/database.ts";

const world = testDatabase();

/** An index Prisma has words for: bare columns, perhaps descending. */
const PLAIN = /USING \w+ \(\w+( DESC)?(, \w+( DESC)?)*\)$/;

describe("schema, migrations and snapshot", () => {
  it("agree: 'npm run db:migration NAME' for a changed schema, '-- --snapshot' for SQL written by hand", async () => {
    const { missing, spared, snapshot } = await compareSchema(world.url);
    expect({ "changes no migration makes yet": missing }).toEqual({ "changes no migration makes yet": [] });
    const indexes = spared.flatMap(({ sql }) => /^DROP INDEX "(.+)"/.exec(sql)?.[1] ?? []);
    const plain = indexes.filter((name) => PLAIN.test(snapshot.catalogue.indexes[name] ?? ""));
    expect({ "to be declared in prisma/schema": plain }).toEqual({ "to be declared in prisma/schema": [] });
    expect(snapshot).toEqual(readSnapshot());
  }, 60_000);
});
