import { globalId } from "../../kernel/global-id.ts";
import { all, cellOf, clock, column, edge, jsonNull, jsonOf, pure, selecting, sql, within } from "../plan/index.ts";
import type { Entries, Entry, House, Json, Noun, Row, Run } from "../plan/index.ts";

/** IPTC digital source types that oblige a visible label (cv.iptc.org/newscodes/digitalsourcetype). */
const madeByMachine = new Set([
  "trainedAlgorithmicMedia",
  "compositeWithTrainedAlgorithmicMedia",
  "compositeSynthetic",
]);

const isMadeByMachine = (type: unknown): boolean =>
  typeof type === "string" && madeByMachine.has(type.split(/[/:]/).at(-1) ?? "");

/** The cells every edge to media gives: the words said in that place instead of the medium's own. */
export const saidThere = ["alt said", "caption said"] as const;

/** A row of media with the words of another place. */
export function withWords(row: Row, place: string, alt: string | undefined, caption: string | undefined): Row {
  const words = [alt, caption].flatMap((word, cell) => (word === undefined ? [] : [[cell, jsonOf(word)] as const]));
  return row.movedTo(place, new Map(words));
}

/** Words said in that place, or else the medium's own. */
const saidOr = (row: Row, said: number, own: () => Json): Json => (row.isNull(said) ? own() : row.json(said));

const alt: Entry<"media"> = (_wanted, at) => {
  const [own, decorative] = [cellOf(at, "alt"), cellOf(at, "decorative")];
  return (row) => saidOr(row, 0, () => (row.value(decorative) === true ? jsonOf("") : row.json(own)));
};

const caption: Entry<"media"> = (_wanted, at) => {
  const own = cellOf(at, "caption");
  return (row) => saidOr(row, 1, () => row.json(own));
};

// With words of its own in one place, it is another thing there: what a client keeps of it must not mix.
const mediaId: Entry<"media"> = (_wanted, at) => {
  const [id, place] = [cellOf(at, "id"), at.demand("place")];
  return (row) => {
    const ownWords = !row.isNull(0) || !row.isNull(1);
    return jsonOf(globalId("Media", ownWords ? `${row.text(id)}/${row.place ?? row.text(place)}` : row.text(id)));
  };
};

const credit = (house: House): Entries<"media"> => ({
  line: column("credit_line"),
  parts: edge((at) => ({
    noun: house.creditPart,
    many: true,
    most: () => mostParts,
    pick: ({ col }) => ({
      where: sql`${col("media_id")} = ${at.one.col("id")}`,
      order: col("position"),
      limit: sql.lit(mostParts),
    }),
  })),
});

const mostParts = 12;

const image: Entries<"media"> = {
  url: pure(["storage_key"], ([key], { siteUrl }: Run) => `${siteUrl}/media/${key as string}`),
  width: column("width"),
  height: column("height"),
  mime: column("mime"),
};

/** A picture or other medium that may be shown, with the words it bears where it stands. */
export const mediaNoun = (house: House): Noun<"media"> => ({
  ...mediaFacts(house),
  tag: ["media", "id"],
});

const mediaFacts = (house: House): Noun<"media"> => ({
  type: "Media",
  table: "media",
  given: saidThere,
  seen: ({ col }) =>
    all(
      sql`${col("state")} = 'ACTIVE'`,
      sql`(${col("rights_expire_at")} is null or ${col("rights_expire_at")} > ${clock})`,
    ),
  entries: {
    id: mediaId,
    kind: (wanted, at) => column<"media">("kind")(wanted, at),
    alt,
    caption,
    credit: within("Credit", credit(house), [["credit_line"], ([line]) => line !== '""']),
    image: within("MediaImage", image, [
      ["kind", "storage_key", "mime", "width", "height"],
      ([kind, ...facts]) => kind === '"IMAGE"' && facts.every((fact) => fact !== jsonNull),
    ]),
    isAiGenerated: pure(["digital_source_type"], ([type]) => isMadeByMachine(type)),
  },
});

/** One typed part of a credit line. */
export const creditPartNoun = (house: House): Noun<"media_credit"> => ({
  type: "CreditPart",
  table: "media_credit",
  entries: {
    role: column("role"),
    name: column("name"),
    agency: edge((at) => ({
      noun: house.agency,
      many: false,
      most: () => 1,
      pick: ({ col }) => ({ where: sql`${col("id")} = ${at.one.col("agency_id")}` }),
    })),
  },
});

/** A picture or news agency. */
export const agencyNoun = (): Noun<"agency"> => ({
  type: "Agency",
  table: "agency",
  tag: ["agency", "id"],
  entries: { name: column("name") },
});

/** The medium an article leads with. */
export const leadMedia = (house: House): Entry<"live_card"> => {
  const untagged = mediaFacts(house);
  const to = edge<"live_card", "media">(({ one: { col } }) => ({
    // The card names its lead, so the tag is reported whether the medium may be shown or not.
    noun: untagged,
    many: false,
    most: () => 1,
    pick: (media) => ({
      where: sql`${media.col("id")} = ${col("lead_media_id")}`,
      given: [col("lead_alt"), col("lead_caption")],
      onDemand: { place: sql`${col("revision_id")} || '/LEAD/' || ${col("lead_position")}` },
    }),
  }));
  return (wanted, at) => {
    const read = to(wanted, at);
    const id = at.cell("lead_media_id", () => at.one.col("lead_media_id"));
    return (row, run) => {
      if (!row.isNull(id)) run.tags.note("media", row.text(id));
      return read(row, run);
    };
  };
};

/** Everything of a medium that HTML needs. */
export const pictureFacts = selecting({
  Media: ["alt", "caption", ["credit", { Credit: ["line"] }], ["image", { MediaImage: ["url"] }]],
});
