import { Field, ID, Int, ObjectType } from "type-graphql";
import { ArticleKind, CorrectionKind } from "../../../newsroom/vocabulary.ts";
import { Verb, WorkflowState } from "../../../domain/lifecycle/index.ts";
import { DateTime } from "../../shared/scalars.ts";

/** What is true of an article whatever its text says. */
@ObjectType("Article", { description: "An article in any state: its facts, and the revisions that hold its words." })
export class ArticleType {
  @Field(() => ID, { description: "Opaque id, the same for ever." })
  declare readonly id: string;

  @Field(() => ArticleKind, { description: "What kind of article it is." })
  declare readonly kind: ArticleKind;

  @Field(() => WorkflowState, {
    description: "Where it stands in the workflow now; scheduled is worked out by the clock.",
  })
  declare readonly state: WorkflowState;

  @Field(() => String, { description: "The last part of its address; a slug is never given to another article." })
  declare readonly slug: string;

  @Field(() => String, { nullable: true, description: "Its path on the site, once it has a publication date." })
  declare readonly path: string | null;

  @Field(() => Int, { description: "Grows by one with every change; name it in the next one." })
  declare readonly version: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "When readers could (or can) first read it. Never changes once passed.",
  })
  declare readonly firstPublishedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "The publication time readers are shown." })
  declare readonly publishedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "The last change that matters to readers." })
  declare readonly updatedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Readers may not have it before." })
  declare readonly embargoUntil: Date | null;

  @Field(() => Boolean, { description: "True while an embargo without an end stands." })
  declare readonly embargoHold: boolean;

  @Field(() => String, { nullable: true, description: "Who asked for the embargo, and why; for the desk only." })
  declare readonly embargoNote: string | null;

  @Field(() => DateTime, { nullable: true, description: "From then on readers no longer have it." })
  declare readonly expiresAt: Date | null;

  @Field(() => [Verb], { description: "What the one who asks may do with it now." })
  declare readonly allowedVerbs: readonly Verb[];

  @Field(() => String, {
    nullable: true,
    description: "Why it stands where it stands, as the last who moved it said; for the desk only.",
  })
  declare readonly stateNote: string | null;

  @Field(() => String, { nullable: true, description: "What must be on file about its kill; for the desk only." })
  declare readonly legalNote: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the next revision becomes the live one." })
  declare readonly nextAt: Date | null;

  @Field(() => DateTime, { description: "When anybody last changed it." })
  declare readonly changedAt: Date;
}

/** A public note under a published article. */
@ObjectType("Correction", { description: "A public note under a published article." })
export class CorrectionType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => CorrectionKind, { description: "What kind of note it is." })
  declare readonly kind: CorrectionKind;

  @Field(() => String, { description: "What readers are told." })
  declare readonly text: string;

  @Field(() => String, { nullable: true, description: "Why, for the desk only." })
  declare readonly internalReason: string | null;

  @Field(() => DateTime, { description: "When it was published." })
  declare readonly publishedAt: Date;
}
