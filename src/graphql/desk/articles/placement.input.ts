import { Field, ID, InputType, Int } from "type-graphql";
import { PlacementRole } from "../../../newsroom/vocabulary.ts";
import { maybe } from "../shared/maybe.ts";
import { merging } from "../shared/naming.ts";
import { ArticleEditInput } from "./article.input.ts";

/** A medium on the page. */
@InputType({ description: "A medium to show on the page." })
export class PlaceMediaInput extends ArticleEditInput {
  @Field(() => ID, { description: "The medium: its id or the beginning of it." })
  declare media: string;

  @Field(() => PlacementRole, { description: "Where; a new lead takes the place of the old one." })
  declare role: PlacementRole;

  @Field(() => Int, maybe("From 0 among those of its role; last unless said."))
  declare position?: number;

  @Field(() => String, maybe("A caption for this page only."))
  declare captionOverride?: string | null;

  @Field(() => String, maybe("Alternative text for this page only."))
  declare altOverride?: string | null;

  @Field(() => Boolean, maybe(merging))
  declare merge?: boolean;
}

/** A medium off the page. */
@InputType({ description: "A medium to take off the page." })
export class RemoveMediaInput extends ArticleEditInput {
  @Field(() => ID, { description: "The medium: its id or the beginning of it." })
  declare media: string;

  @Field(() => PlacementRole, maybe("Only where it has this role; everywhere unless said."))
  declare role?: PlacementRole;

  @Field(() => Boolean, maybe(merging))
  declare merge?: boolean;
}
