import { Field, ID, ObjectType } from "type-graphql";
import { DateTime } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";

/** A preview as the desk keeps it. */
@ObjectType("Preview", {
  description: "A key that shows one article, in its newest revision, to whoever bears its token.",
})
export class PreviewType {
  @Field(() => ID, { description: "Opaque id." })
  declare readonly id: string;

  @Field(() => String, maybe("Whom it is for, or why."))
  declare readonly note: string | null;

  @Field(() => DateTime, { description: "When it was made." })
  declare readonly createdAt: Date;

  @Field(() => DateTime, { description: "From then on it opens nothing." })
  declare readonly expiresAt: Date;

  @Field(() => DateTime, maybe("When somebody ended it."))
  declare readonly revokedAt: Date | null;

  @Field(() => DateTime, maybe("When it was last used, to a minute or so; null while nobody has."))
  declare readonly lastUsedAt: Date | null;
}

/** A preview just made. */
@ObjectType("CreatedPreview", { description: "A preview just made, with its token, which is told only now." })
export class CreatedPreviewType {
  @Field(() => String, { description: "Send it as `Authorization: Bearer`, to /preview/graphql." })
  declare readonly token: string;
}
