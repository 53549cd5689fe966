import type { Db } from "../../database/db.ts";
import { normalisePath } from "../../domain/slug/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import * as store from "./sections.store.ts";
import type { SectionRecord } from "./sections.store.ts";

/**
 * The one section a name means: id, unique beginning of an id, path, slug, or the name readers see. Throws NOT_FOUND
 * or AMBIGUOUS with `candidates`.
 */
export const findSection = (desk: Pick<Desk, "db">, name: string): Promise<SectionRecord> =>
  reading(() => findByName(sectionBook(desk.db), name));

const sectionBook = (db: Db): NameBook<SectionRecord> => ({
  noun: "section",
  byId: (id) => store.sectionById(db, id),
  byIdRange: (range) => store.sectionsByIdRange(db, range),
  byName: [
    async (name) => [await store.sectionAt(db, pathOf(name))].filter((section) => section !== null),
    (name) => store.sectionsBySlug(db, name.toLowerCase()),
    (name) => store.sectionsCalled(db, name),
  ],
  label: ({ path }) => path,
  around: async () =>
    (await store.allSections(db)).flatMap(({ id, path, slug, name }) => spellings(id, [path, slug, name])),
});

const pathOf = (name: string): string => (normalisePath(name) ?? "").slice(1);

const spellings = (id: string, names: readonly string[]) => [...new Set(names)].map((name) => ({ id, name }));
