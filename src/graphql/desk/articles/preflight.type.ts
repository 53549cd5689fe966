import { Field, Int, ObjectType } from "type-graphql";
import { PreflightCode, Severity } from "../../../domain/preflight/index.ts";
import { DateTime } from "../../shared/scalars.ts";

/** Something to know before an article is published. */
@ObjectType("Finding", { description: "Something to know before an article is published." })
export class FindingType {
  @Field(() => PreflightCode, { description: "The check that found it." })
  declare readonly code: PreflightCode;

  @Field(() => Severity, { description: "How much it weighs." })
  declare readonly severity: Severity;

  @Field(() => [String], { description: "Keys and indexes from the root of the article to the place." })
  declare readonly path: readonly string[];

  @Field(() => String, { description: "One sentence for a person." })
  declare readonly message: string;

  @Field(() => String, { description: "The way out: what to do next." })
  declare readonly fix: string;
}

/** What readers would get. */
@ObjectType("Outlook", { description: "What readers would get: enough to notice the wrong article before it is out." })
export class OutlookType {
  @Field(() => String, { description: "Its path on the site." })
  declare readonly path: string;

  @Field(() => String, { description: "Its headline." })
  declare readonly headline: string;

  @Field(() => String, { nullable: true, description: "Its introduction." })
  declare readonly standfirst: string | null;

  @Field(() => [String], { description: "The names in its byline." })
  declare readonly bylines: readonly string[];

  @Field(() => Int, { description: "Words in its body." })
  declare readonly words: number;

  @Field(() => Int, { description: "Seconds it takes to read." })
  declare readonly readingSeconds: number;

  @Field(() => Int, { description: "Pictures readers would see." })
  declare readonly pictures: number;

  @Field(() => Int, { description: "Pictures without a file, killed, or out of rights." })
  declare readonly picturesMissing: number;

  @Field(() => Int, { description: "Links and teasers readers would see." })
  declare readonly links: number;

  @Field(() => Int, { description: "Links to what readers do not have." })
  declare readonly linksHidden: number;
}

/** What publishing would answer, known beforehand. */
@ObjectType("Preflight", { description: "What publishing would answer, known beforehand." })
export class PreflightType {
  @Field(() => Boolean, { description: "True when it could be published without accepting anything." })
  declare readonly ready: boolean;

  @Field(() => Int, { description: "The number of the revision looked at." })
  declare readonly revision: number;

  @Field(() => DateTime, { description: "The moment of publication thought of." })
  declare readonly at: Date;

  @Field(() => [FindingType], { description: "Errors first, then warnings, then notes." })
  declare readonly findings: readonly FindingType[];

  @Field(() => OutlookType, { description: "What readers would get." })
  declare readonly outlook: OutlookType;
}
