import type { Db } from "../../../../src/database/db.ts";

/** A section as readers know it. */
export interface Section {
  readonly noun: "section";
  readonly id: string;
  readonly parentId: string | null;
  readonly slug: string;
  /** Slugs from the root down, joined by "/", without a leading one. */
  readonly path: string;
  readonly name: string;
  readonly description: string | null;
  readonly position: number;
  /** False for sections that are reachable but stand in no list. */
  readonly visible: boolean;
}

const fields = {
  id: true,
  parentId: true,
  slug: true,
  path: true,
  name: true,
  description: true,
  position: true,
  visible: true,
} as const;

/** All sections of the newspaper, siblings in their order. There are few: they are read whole. */
export async function allSections(db: Db): Promise<readonly Section[]> {
  const rows = await db.section.findMany({ select: fields, orderBy: [{ position: "asc" }, { path: "asc" }] });
  return rows.map((row) => ({ noun: "section", ...row }));
}
