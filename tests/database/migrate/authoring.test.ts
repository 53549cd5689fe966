import { describe, expect, it } from "@jest/globals";
import type { Catalogue } from "../../../src/database/migrate/authoring/catalogue.ts";
import { declaredNames } from "../../../src/database/migrate/authoring/declared.ts";
import { takesHandWritten } from "../../../src/database/migrate/authoring/hand-written.ts";
import { checkName } from "../../../src/database/migrate/authoring/index.ts";
import { scriptOf, stepsOf } from "../../../src/database/migrate/authoring/steps.ts";

const script = `-- CreateEnum
CREATE TYPE "tone" AS ENUM ('DRY');

-- CreateTable
CREATE TABLE "page" (
    "id" UUID NOT NULL,
    "title" TEXT,

    CONSTRAINT "page_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "page_title_key" ON "page"("title");
`;

const catalogue: Catalogue = {
  ...{ constraints: { "page.page_title_clean": "CHECK (true)" }, triggers: {}, functions: {}, views: {} },
  ...{ enums: {}, settings: {}, sequences: {}, extensions: {} },
  columns: { "page.id": "uuid not null", "page.shown": "date generated now()", "shelf.id": "uuid" },
  indexes: { page_title_key: "CREATE UNIQUE INDEX ...", page_by_hand: "CREATE INDEX ..." },
};
const known = { catalogue, declared: new Set(["page", "page.id", "page.title", "page_title_key"]) };

describe("writing a migration", () => {
  it("knows what the schema declares", () => {
    const names = ["page", "page.id", "page.title", "page_pkey", "page_title_key", "tone"];
    expect(declaredNames(script)).toEqual(names);
  });

  it("takes a script apart, without the engine's own transactions, and puts it together again", () => {
    const steps = stepsOf(
      '-- AlterTable\nALTER TABLE "page" ADD COLUMN "a" TEXT,\nDROP COLUMN "b";\n\nBEGIN;\nDROP TYPE "x";\nCOMMIT;\n',
    );
    expect(steps).toEqual([
      { table: "page", sql: 'ADD COLUMN "a" TEXT' },
      { table: "page", sql: 'DROP COLUMN "b"' },
      { table: null, sql: 'DROP TYPE "x"' },
    ]);
    expect(scriptOf(steps)).toBe('ALTER TABLE "page" ADD COLUMN "a" TEXT,\n  DROP COLUMN "b";\n\nDROP TYPE "x";');
  });

  it.each([
    [true, 'DROP INDEX "page_by_hand"', null],
    [false, 'DROP INDEX "page_title_key"', null],
    [true, 'DROP TABLE "shelf"', null],
    [false, 'DROP TABLE "page"', null],
    [true, 'DROP CONSTRAINT "page_title_clean"', "page"],
    [true, 'DROP COLUMN "shown"', "page"],
    [false, 'DROP COLUMN "title"', "page"],
    [true, 'ALTER COLUMN "shown" DROP DEFAULT', "page"],
    [false, 'ALTER COLUMN "title" DROP DEFAULT', "page"],
    [false, 'DROP TYPE "tone_old"', null],
    [false, 'CREATE INDEX "page_by_hand" ON "page"("id")', null],
  ])("spares what was written by hand (%s): %s", (spared, sql, table) => {
    expect(takesHandWritten({ sql, table }, known)).toBe(spared);
  });

  it.each(["AddColour", "add-colour", "1st", "", "../up", "add__colour", "x".repeat(61)])(
    "refuses the name '%s'",
    (name) => {
      expect(() => {
        checkName(name);
      }).toThrow(expect.objectContaining({ code: "BAD_USAGE" }));
    },
  );
});
