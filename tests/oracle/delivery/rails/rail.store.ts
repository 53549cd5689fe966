import type { Db } from "../../../../src/database/db.ts";
import type { RailFill, TopicType, WhenEmpty } from "../../../../src/database/generated/enums.ts";

/** A rail as the editors set it up. */
export interface RailRule {
  readonly id: string;
  readonly key: string;
  readonly titleTemplate: string;
  readonly fill: RailFill;
  readonly sectionId: string | null;
  readonly topicId: string | null;
  readonly topicType: TopicType | null;
  readonly minItems: number;
  readonly maxItems: number;
  readonly whenEmpty: WhenEmpty;
  /** Ids of the pinned articles whose pin is valid, in order; they may not be live. */
  readonly pins: readonly string[];
}

const fields = {
  id: true,
  key: true,
  titleTemplate: true,
  fill: true,
  sectionId: true,
  topicId: true,
  topicType: true,
  minItems: true,
  maxItems: true,
  whenEmpty: true,
} as const;

/** All rails in their order, with the pins valid at a moment. */
export async function allRails(db: Db, at: Date): Promise<readonly RailRule[]> {
  const valid = [
    { OR: [{ pinnedFrom: null }, { pinnedFrom: { lte: at } }] },
    { OR: [{ pinnedUntil: null }, { pinnedUntil: { gt: at } }] },
  ];
  const pins = { where: { AND: valid }, select: { articleId: true }, orderBy: { position: "asc" } } as const;
  const rows = await db.rail.findMany({ select: { ...fields, pins }, orderBy: { position: "asc" } });
  return rows.map((row) => ({ ...row, pins: row.pins.map(({ articleId }) => articleId) }));
}
