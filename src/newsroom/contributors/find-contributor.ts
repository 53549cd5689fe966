import type { Db } from "../../database/db.ts";
import { slugify } from "../../domain/slug/index.ts";
import type { Desk } from "../desk.ts";
import { findByName, type NameBook } from "../names.ts";
import { reading } from "../reading.ts";
import * as store from "./contributors.store.ts";
import type { ContributorRecord } from "./contributors.store.ts";

/**
 * The one contributor a name means: id, unique beginning of an id, slug, or the name readers see. Throws NOT_FOUND or
 * AMBIGUOUS with `candidates`.
 */
export const findContributor = (desk: Pick<Desk, "db">, name: string): Promise<ContributorRecord> =>
  reading(() => findByName(contributorBook(desk.db), name));

const contributorBook = (db: Db): NameBook<ContributorRecord> => ({
  noun: "contributor",
  byId: (id) => store.contributorById(db, id),
  byIdRange: (range) => store.contributorsByIdRange(db, range),
  byName: [
    async (name) => [await store.contributorBySlug(db, name.toLowerCase())].filter((found) => found !== null),
    (name) => store.contributorsCalled(db, name),
  ],
  label: ({ slug }) => slug,
  around: async (name) =>
    (await store.contributorsAround(db, slugify(name).slice(0, 2))).flatMap(({ id, slug, displayName }) => [
      { id, name: slug },
      { id, name: displayName },
    ]),
});
