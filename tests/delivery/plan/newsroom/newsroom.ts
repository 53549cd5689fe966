import type { PrismaClient } from "../../../../src/database/generated/client.ts";
import type { Planted } from "../../../support/newspaper.ts";
import { plantArticles, type Stock } from "./articles.ts";
import { diceOf } from "./dice.ts";
import { plantPeople } from "./people.ts";
import { plantPictures } from "./pictures.ts";
import { plantRails } from "./rails.ts";
import { plantRedirects } from "./redirects.ts";
import { plantSections } from "./sections.ts";

/** A newsroom made by chance, as it stands in the tables. */
export interface Newsroom extends Stock {
  readonly articles: readonly Planted[];
  /** Folded paths something leads away from. */
  readonly redirects: readonly string[];
}

/** Writes a newsroom of so many articles straight into the tables; the same seed makes the same one, ids aside. */
export async function plantNewsroom(db: PrismaClient, seed: number, many: number): Promise<Newsroom> {
  const dice = diceOf(seed);
  const sections = await plantSections(db, dice);
  const people = await plantPeople(db, dice);
  const media = await plantPictures(db, dice, people);
  const stock = { sections, people, media };
  const articles = await plantArticles(db, dice, stock, many);
  await plantRails(db, dice, stock, articles);
  const redirects = await plantRedirects(db, dice, sections, articles);
  return { ...stock, articles, redirects };
}
