import { globalId } from "../../kernel/global-id.ts";
import { all, clock, column, edge, of, pure, selecting, sql, within } from "../plan/index.ts";
import type { Edge, Entries, Entry, House, Noun, Row, Run, Site } from "../plan/index.ts";

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

/** A row of media in a place that only the body it stands in knows. */
type Placed = Row & { readonly place?: string };

/** A row of media with the words of another place. */
export const withWords = (row: Row, place: string, alt: string | undefined, caption: string | undefined): Row =>
  Object.assign([alt ?? row[0], caption ?? row[1], ...row.slice(saidThere.length)], { place });

/** A field made of the words given and of columns. */
const worded =
  (columns: readonly ("alt" | "decorative" | "caption")[], make: (said: Row, values: Row) => unknown): Entry<"media"> =>
  (_wanted, at) => {
    const places = columns.map((name) => at.cell(name, () => at.one.col(name)));
    return (row) =>
      make(
        row,
        places.map((place) => row[place]),
      );
  };

// With words of its own in one place, it is another thing there: what a client keeps of it must not mix.
const mediaId: Entry<"media"> = (_wanted, at) => {
  const [id, place] = [at.cell("#id", () => at.one.col("id")), at.demand("place")];
  return (row) => {
    const ownWords = (row[0] ?? row[1] ?? null) !== null;
    const where = (row as Placed).place ?? (row[place] as string);
    return globalId("Media", ownWords ? `${row[id] as string}/${where}` : (row[id] as string));
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
  tag: ["media", ({ col }) => col("id")],
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
    alt: worded(["alt", "decorative"], ([said], [alt, decorative]) => said ?? (decorative === true ? "" : alt)),
    caption: worded(["caption"], ([, said], [caption]) => said ?? caption),
    credit: within("Credit", credit(house), [["credit_line"], ([line]) => line !== ""]),
    image: within("MediaImage", image, [
      ["kind", "storage_key", "mime", "width", "height"],
      ([kind, ...facts]) => kind === "IMAGE" && facts.every((fact) => fact !== null),
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
  tag: ["agency", ({ col }) => col("id")],
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
      if (row[id] !== null) run.tags.note("media", row[id] as string);
      return read(row, run);
    };
  };
};

const mostPlaced = 100;

const placeSql = sql`p.revision_id || '/' || p.role || '/' || p.position`;

/** The cells every row of placed media gives besides: the role it is placed in, and where among those. */
const placeCells = ["role", "position"] as const;

/** Whether a row of placed media stands inside the text. */
export const isInline = (row: Row): boolean => row[2] === "INLINE";

/** Where a row of placed media stands among those of its role. */
export const positionOf = (row: Row): number => row[3] as number;

/** What a revision places, in the order of roles and places. */
export const placedMedia = ({ media }: House, at: Site<"live_card">): Edge<"media"> => ({
  noun: { ...media, given: [...saidThere, ...placeCells] },
  key: "placed",
  many: true,
  most: () => mostPlaced,
  pick: ({ col }) => ({
    through: [sql`media_placement p`, sql`${col("id")} = p.media_id`],
    where: sql`p.revision_id = ${at.one.col("revision_id")}`,
    order: sql`p.role, p.position`,
    limit: sql.lit(mostPlaced),
    given: [sql`p.alt_override`, sql`p.caption_override`, sql`p.role`, sql`p.position`],
    onDemand: { place: placeSql },
  }),
});

/** Reports every medium a revision places, shown or not. Returns what to do with a row. */
export function notePlaced(at: Site<"live_card">): (row: Row, run: Run) => void {
  const placed = sql`(select coalesce(json_agg(p.media_id), '[]') from media_placement p
    where p.revision_id = ${at.one.col("revision_id")})`;
  const ids = at.cell("#placed", () => of("bare", placed));
  return (row, run) => {
    noteMedia(row[ids] as readonly string[], run);
  };
}

/** Reports media by their ids, shown or not. */
export function noteMedia(ids: readonly string[], run: Run): void {
  for (const id of ids) run.tags.note("media", id);
}

/** Everything of a medium that HTML needs. */
export const pictureFacts = selecting({
  Media: ["alt", "caption", ["credit", { Credit: ["line"] }], ["image", { MediaImage: ["url"] }]],
});
