import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ContributorKind } from "../../../newsroom/vocabulary.ts";
import { maybe } from "../shared/maybe.ts";
import { naming, versioning } from "../shared/naming.ts";

/** Somebody who is named in bylines. */
@ObjectType("Contributor", { description: "Somebody who is named in bylines." })
export class ContributorType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => ContributorKind, { description: "A person or an organisation." })
  declare readonly kind: ContributorKind;

  @Field(() => String, { description: "The name readers see." })
  declare readonly displayName: string;

  @Field(() => String, { description: "The last part of the address of the page." })
  declare readonly slug: string;

  @Field(() => String, maybe("How the name is sorted."))
  declare readonly sortName: string | null;

  @Field(() => String, maybe("A few words about them."))
  declare readonly bio: string | null;

  @Field(() => String, maybe("Address for the desk only."))
  declare readonly email: string | null;

  @Field(() => Int, { description: "Grows by one with every change; name it in the next one." })
  declare readonly version: number;
}

/** What may be said of a contributor. */
@InputType({ description: "What may be said of a contributor; null empties a field, one left out stays." })
class ContributorWords {
  @Field(() => ContributorKind, maybe("A person or an organisation; a new one is a person unless said."))
  declare kind?: ContributorKind;

  @Field(() => String, maybe("How the name is sorted."))
  declare sortName?: string | null;

  @Field(() => String, maybe("The last part of the address of the page; a new one is made from the name unless given."))
  declare slug?: string;

  @Field(() => String, maybe("A few words about them."))
  declare bio?: string | null;

  @Field(() => String, maybe("Address for the desk only."))
  declare email?: string | null;
}

/** A new contributor. */
@InputType({ description: "A new contributor." })
export class CreateContributorInput extends ContributorWords {
  @Field(() => String, { description: "The name readers see." })
  declare displayName: string;
}

/** What to change of a contributor. */
@InputType({ description: "What to change of a contributor." })
export class UpdateContributorInput extends ContributorWords {
  @Field(() => ID, { description: naming })
  declare contributor: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;

  @Field(() => String, maybe("The name readers see."))
  declare displayName?: string;
}
