import { Field, ID, InputType } from "type-graphql";
import { PreflightCode } from "../../../domain/preflight/index.ts";
import type { BylineRole } from "../../../newsroom/vocabulary.ts";
import { BylineRoleEnum } from "../../shared/enums.ts";
import { maybe } from "../shared/maybe.ts";
import { naming } from "../shared/naming.ts";

/** Somebody to name in the byline. */
@InputType({ description: "Somebody to name in the byline." })
export class BylineInput {
  @Field(() => String, { description: "The name as the article is to print it." })
  declare name: string;

  @Field(() => BylineRoleEnum, maybe("What the person did; an author unless said."))
  declare role?: BylineRole;

  @Field(() => ID, maybe(`The contributor. ${naming}`))
  declare contributor?: string | null;
}

/** A warning accepted. */
@InputType({ description: "A warning of the preflight that is accepted, and why; both go into the audit." })
export class AcceptedWarningInput {
  @Field(() => PreflightCode, { description: "Which warning." })
  declare code: PreflightCode;

  @Field(() => String, { description: "Why it may stand, 1 to 500 characters." })
  declare reason: string;
}
