import { Field, ID, Int, ObjectType } from "type-graphql";
import { RevisionMark } from "../../../newsroom/revisions/index.ts";
import { PlacementRole, RevisionKind, type BylineRole } from "../../../newsroom/vocabulary.ts";
import { BylineRoleEnum } from "../../shared/enums.ts";
import { DateTime, JSONObject } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";

/** The words of an article at one moment. */
@ObjectType("Revision", { description: "The words of an article at one moment. Never changes." })
export class RevisionType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its number among the article's revisions, from 1." })
  declare readonly number: number;

  @Field(() => RevisionKind, { description: "How it came about." })
  declare readonly kind: RevisionKind;

  @Field(() => String, { description: "The headline." })
  declare readonly headline: string;

  @Field(() => String, maybe("A headline for narrow places."))
  declare readonly shortHeadline: string | null;

  @Field(() => String, maybe("The line above the headline."))
  declare readonly kicker: string | null;

  @Field(() => String, maybe("The introduction below the headline."))
  declare readonly standfirst: string | null;

  @Field(() => String, maybe("The place in the dateline."))
  declare readonly datelinePlace: string | null;

  @Field(() => String, maybe("The dateline as it was written."))
  declare readonly datelineRaw: string | null;

  @Field(() => String, { description: "Language tag (BCP 47)." })
  declare readonly language: string;

  @Field(() => String, maybe("Title for search engines."))
  declare readonly seoTitle: string | null;

  @Field(() => String, maybe("Description for search engines."))
  declare readonly seoDescription: string | null;

  @Field(() => String, maybe("A note to colleagues."))
  declare readonly note: string | null;

  @Field(() => [JSONObject], { description: "The body blocks as stored." })
  declare readonly blocks: readonly object[];

  @Field(() => DateTime, { description: "When it was saved." })
  declare readonly createdAt: Date;
}

/** A name in the byline. */
@ObjectType("Byline", { description: "A name in the byline of a revision." })
export class BylineType {
  @Field(() => String, { description: "The name as the article prints it." })
  declare readonly name: string;

  @Field(() => BylineRoleEnum, { description: "What the person did." })
  declare readonly role: BylineRole;
}

/** A medium on the page of a revision. */
@ObjectType("MediaPlacement", { description: "A medium on the page of a revision." })
export class PlacementType {
  @Field(() => PlacementRole, { description: "Where on the page." })
  declare readonly role: PlacementRole;

  @Field(() => Int, { description: "From 0 among those of its role." })
  declare readonly position: number;

  @Field(() => String, maybe("A caption for this page only."))
  declare readonly captionOverride: string | null;

  @Field(() => String, maybe("Alternative text for this page only."))
  declare readonly altOverride: string | null;
}

/** A revision as a line of the history. */
@ObjectType("RevisionLine", { description: "A revision as a line of the history." })
export class RevisionLineType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its number, from 1." })
  declare readonly number: number;

  @Field(() => RevisionKind, { description: "How it came about." })
  declare readonly kind: RevisionKind;

  @Field(() => String, { description: "Its headline." })
  declare readonly headline: string;

  @Field(() => String, maybe("A note to colleagues."))
  declare readonly note: string | null;

  @Field(() => String, maybe("Who saved it."))
  declare readonly author: string | null;

  @Field(() => [RevisionMark], { description: "What points at it: the newest, the live and the next one." })
  declare readonly marks: readonly RevisionMark[];

  @Field(() => [String], { description: "What differs from the revision before it, in short; `diff` tells it whole." })
  declare readonly changed: readonly string[];

  @Field(() => DateTime, { description: "When it was saved." })
  declare readonly createdAt: Date;
}
