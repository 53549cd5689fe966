import { Field, ID, InputType, Int } from "type-graphql";
import { LinkKind } from "../../../newsroom/vocabulary.ts";
import { WebUrl } from "../../shared/scalars.ts";
import { ArticleEditInput } from "../articles/article.input.ts";
import { maybe } from "../shared/maybe.ts";
import { merging, naming, namingEach, versioning } from "../shared/naming.ts";

/** Which article's links, and the version its editor saw. */
@InputType({ description: "Which article's links, and the version last seen." })
class LinkEditInput {
  @Field(() => ID, { description: naming })
  declare article: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;

  @Field(() => Boolean, maybe(merging))
  declare merge?: boolean;
}

/** A link to add. */
@InputType({ description: "A link to add: give `toArticle` or `toUrl`, or a headline alone for a teaser." })
export class AddLinkInput extends LinkEditInput {
  @Field(() => ID, maybe(`The article it leads to. ${naming}`))
  declare toArticle?: string | null;

  @Field(() => WebUrl, maybe("The address outside it leads to; it needs a headline."))
  declare toUrl?: string | null;

  @Field(() => LinkKind, maybe("What it is for; related unless said."))
  declare kind?: LinkKind;

  @Field(() => String, maybe("A headline of its own."))
  declare headline?: string | null;

  @Field(() => String, maybe("A summary of its own."))
  declare summary?: string | null;

  @Field(() => String, maybe("The heading of the group it stands under."))
  declare heading?: string | null;

  @Field(() => Boolean, maybe("True to have the other article show a link back."))
  declare reciprocal?: boolean;

  @Field(() => Int, maybe("Its place in the order, from 0; last unless said."))
  declare position?: number;
}

/** Links to add at once. */
@InputType({ description: "Articles to link to, in this order: suggestions taken up." })
export class AddLinksInput extends LinkEditInput {
  @Field(() => [ID], { description: `The articles they lead to, 20 at most. ${namingEach}` })
  declare targets: string[];
}

/** Addresses to check. */
@InputType({ description: "Which addresses outside to ask whether they answer." })
export class CheckAddressesInput {
  @Field(() => ID, maybe(`Only those of this article, whenever they were last looked at. ${naming}`))
  declare article?: string | null;

  @Field(() => Int, maybe("Leave out what was looked at within so many hours; 20 unless said."))
  declare olderThanHours?: number;

  @Field(() => Int, { defaultValue: 20, description: "At most so many, up to 50; the desk command checks them all." })
  declare limit: number;
}

/** Links to lead elsewhere. */
@InputType({ description: "An address, and where all links to it are to lead: give `toUrl` or `toArticle`." })
export class RelinkInput {
  @Field(() => WebUrl, { description: "The address the links have now." })
  declare from: string;

  @Field(() => WebUrl, maybe("The address they are to lead to."))
  declare toUrl?: string | null;

  @Field(() => ID, maybe(`The article they are to lead to. ${naming}`))
  declare toArticle?: string | null;
}

/** A link to move. */
@InputType({ description: "A link, and where it is to stand." })
export class MoveLinkInput extends LinkEditInput {
  @Field(() => ID, { description: "The link's key." })
  declare key: string;

  @Field(() => Int, { description: "Its place in the order, from 0." })
  declare position: number;
}

/** A link to remove. */
@InputType({ description: "A link to take off the article." })
export class RemoveLinkInput extends LinkEditInput {
  @Field(() => ID, { description: "The link's key." })
  declare key: string;
}

/** A link back to hide or to show. */
@InputType({ description: "Which article's link back, and to whom." })
export class LinkBackInput extends ArticleEditInput {
  @Field(() => ID, { description: `The article that asks to be linked back to. ${naming}` })
  declare from: string;
}

/** A link back to adopt. */
@InputType({ description: "A link back that is to become one of the article's own links." })
export class AdoptLinkBackInput extends LinkEditInput {
  @Field(() => ID, { description: `The article that asks to be linked back to. ${naming}` })
  declare from: string;

  @Field(() => Int, maybe("Its place among the article's own links, from 0; last unless said."))
  declare position?: number;
}

/** A teaser to resolve. */
@InputType({ description: "A teaser, and the article it means." })
export class ResolveTeaserInput extends LinkEditInput {
  @Field(() => ID, { description: "The link's key." })
  declare key: string;

  @Field(() => ID, { description: `The article. ${naming}` })
  declare target: string;
}
