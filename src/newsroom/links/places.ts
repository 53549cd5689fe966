import type { Db } from "../../database/db.ts";
import { reading } from "../reading.ts";
import { placesOf } from "./addresses.store.ts";

/** Where an address stands: a related link of an article, or a block of its text. */
export interface AddressPlace {
  readonly article: { readonly id: string; readonly slug: string };
  /** The key of the related link; null where it stands in the text. */
  readonly key: string | null;
  /** The block of the text; null where it stands in a related link. */
  readonly block: string | null;
}

/** Where each of these addresses stands, on newest, live and next revisions, each place once. */
export async function placesByAddress(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, AddressPlace[]>> {
  const rows = await reading(() => placesOf(db, ids));
  return new Map(rows.map(({ id, links, bodyLinks }) => [id, each([...links.map(ofLink), ...bodyLinks.map(ofBlock)])]));
}

type Row = Awaited<ReturnType<typeof placesOf>>[number];

const articleOf = ({ articleId: id, article: { slug } }: Row["links"][number]["revision"]) => ({ id, slug });
const ofLink = ({ key, revision }: Row["links"][number]) => ({ article: articleOf(revision), key, block: null });
const ofBlock = ({ blockId, revision }: Row["bodyLinks"][number]) => ({
  ...{ article: articleOf(revision), key: null, block: blockId },
});

// The same link stands in the newest revision and in the live one.
const each = (places: readonly AddressPlace[]): AddressPlace[] => [
  ...new Map(places.map((place) => [`${place.article.id} ${place.key ?? ""} ${place.block ?? ""}`, place])).values(),
];
