import { Field, ID, Int, ObjectType } from "type-graphql";
import { ContributorKind, CorrectionKind, MediaKind, TopicType as TopicTypeEnum } from "../../../delivery/index.ts";
import { BylineRoleEnum, CreditRoleEnum, DateTime, WebUrl } from "../../shared/index.ts";
import { typeNamed } from "../type-names.ts";

/** Somebody who is named in bylines. */
@ObjectType("Contributor", { description: "Somebody who is named in bylines.", simpleResolvers: true })
export class ContributorType {
  @Field(() => ID, { description: "Opaque id, the same for ever." })
  declare readonly id: string;

  @Field(() => ContributorKind, { description: "A person, or an agency, desk or paper." })
  declare readonly kind: ContributorKind;

  @Field(() => String, { description: "The name as it is printed today." })
  declare readonly name: string;

  @Field(() => String, { description: "The name spelled for an address." })
  declare readonly slug: string;

  @Field(() => String, { nullable: true, description: "A few words about them." })
  declare readonly bio: string | null;
}

/** One name of a byline. */
@ObjectType("Byline", { description: "One name of a byline.", simpleResolvers: true })
export class BylineType {
  @Field(() => String, { description: "The name as this article prints it." })
  declare readonly name: string;

  @Field(() => BylineRoleEnum, { description: "What they did for it." })
  declare readonly role: string;

  @Field(() => ContributorType, { nullable: true, description: "Who they are, where the newsroom knows." })
  declare readonly contributor: ContributorType | null;
}

/** What an article is about, or the blog or series it belongs to. */
@ObjectType("Topic", {
  description: "What an article is about, or the blog or series it belongs to.",
  simpleResolvers: true,
})
export class TopicType {
  @Field(() => ID, { description: "Opaque id, the same for ever." })
  declare readonly id: string;

  @Field(() => TopicTypeEnum, { description: "What the topic is." })
  declare readonly type: TopicTypeEnum;

  @Field(() => String, { description: "The name spelled for an address; unique within its type." })
  declare readonly slug: string;

  @Field(() => String, { description: "The name." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "A few words about it." })
  declare readonly description: string | null;
}

/** A public note under an article. */
@ObjectType("Correction", {
  description: "A public note under an article: a correction, a clarification, an update …",
  simpleResolvers: true,
})
export class CorrectionType {
  @Field(() => ID, { description: "Opaque id, the same for ever." })
  declare readonly id: string;

  @Field(() => CorrectionKind, { description: "What the note is." })
  declare readonly kind: CorrectionKind;

  @Field(() => String, { description: "What readers are told: what was wrong and what is right, or what is new." })
  declare readonly text: string;

  @Field(() => DateTime, { description: "When it was published." })
  declare readonly publishedAt: Date;

  @Field(() => typeNamed("Article"), { description: "The article it stands under." })
  declare readonly article: unknown;
}

/** A picture or news agency. */
@ObjectType("Agency", { description: "A picture or news agency.", simpleResolvers: true })
export class AgencyType {
  @Field(() => String, { description: "Its canonical name, whatever the credit line writes." })
  declare readonly name: string;
}

/** One typed part of a credit line. */
@ObjectType("CreditPart", { description: "One typed part of a credit line.", simpleResolvers: true })
export class CreditPartType {
  @Field(() => CreditRoleEnum, { description: "What the part stands for." })
  declare readonly role: string;

  @Field(() => String, { description: "The name: canonical for agencies and the like, as written for people." })
  declare readonly name: string;

  @Field(() => AgencyType, { nullable: true, description: "The agency, where the part names a known one." })
  declare readonly agency: AgencyType | null;
}

/** The credit of a medium. */
@ObjectType("Credit", { description: "The credit of a medium.", simpleResolvers: true })
export class CreditType {
  @Field(() => String, { description: "The line that must be printed, exactly as supplied." })
  declare readonly line: string;

  @Field(() => [CreditPartType], { description: "What the line says, part by part, in reading order." })
  declare readonly parts: readonly CreditPartType[];
}

/** The file of a picture. */
@ObjectType("MediaImage", { description: "The file of a picture.", simpleResolvers: true })
export class MediaImageType {
  @Field(() => WebUrl, { description: "Where it is; the file at an address never changes." })
  declare readonly url: string;

  @Field(() => Int, { description: "Width in pixels." })
  declare readonly width: number;

  @Field(() => Int, { description: "Height in pixels." })
  declare readonly height: number;

  @Field(() => String, { description: "Media type, e.g. image/jpeg." })
  declare readonly mime: string;
}

/** A picture or other medium, with the words it bears where it stands. */
@ObjectType("Media", {
  description: "A picture or other medium, with the words it bears where it stands.",
  simpleResolvers: true,
})
export class MediaType {
  @Field(() => ID, { description: "Opaque id of the medium; with words of its own in one place, of that place." })
  declare readonly id: string;

  @Field(() => MediaKind, { description: "What the medium is." })
  declare readonly kind: MediaKind;

  @Field(() => String, {
    nullable: true,
    description:
      "What it shows, for those who cannot see it; empty for decoration, null while nobody has described it.",
  })
  declare readonly alt: string | null;

  @Field(() => String, { nullable: true, description: "The words under it." })
  declare readonly caption: string | null;

  @Field(() => CreditType, { nullable: true, description: "Who made it, who owns it; null when nothing is known." })
  declare readonly credit: CreditType | null;

  @Field(() => MediaImageType, {
    nullable: true,
    description: "The picture's file; null while it waits for one, and for what is no picture.",
  })
  declare readonly image: MediaImageType | null;

  @Field(() => Boolean, { description: "Made or completed by artificial intelligence: label it." })
  declare readonly isAiGenerated: boolean;
}
