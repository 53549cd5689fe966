import { Field, ID, InputType, Int } from "type-graphql";
import { ArticleKind, CorrectionKind } from "../../../newsroom/vocabulary.ts";
import { maybe } from "../shared/maybe.ts";
import { merging, naming, namingEach, versioning } from "../shared/naming.ts";
import { JSONObject } from "../../shared/scalars.ts";
import { BylineInput } from "./parts.input.ts";

/** The words of a revision; null empties a field, a field left out stays. */
@InputType({ description: "Words of an article. Null empties a field, a field left out stays as it is." })
export class WordsInput {
  @Field(() => String, maybe("The headline, 1 to 250 characters."))
  declare headline?: string;

  @Field(() => String, maybe("A headline for narrow places."))
  declare shortHeadline?: string | null;

  @Field(() => String, maybe("The line above the headline."))
  declare kicker?: string | null;

  @Field(() => String, maybe("The introduction below the headline."))
  declare standfirst?: string | null;

  @Field(() => [JSONObject], maybe("Body blocks, each with a `type` and a stable `id`."))
  declare blocks?: object[] | null;

  @Field(
    () => String,
    maybe("The body as plain paragraphs parted by empty lines, headings with two to four #; instead of `blocks`."),
  )
  declare bodyText?: string | null;

  @Field(() => String, maybe("The place in the dateline."))
  declare datelinePlace?: string | null;

  @Field(() => String, maybe("The dateline as it was written."))
  declare datelineRaw?: string | null;

  @Field(() => String, maybe("Language tag (BCP 47), such as en or de-AT."))
  declare language?: string;

  @Field(() => String, maybe("Title for search engines."))
  declare seoTitle?: string | null;

  @Field(() => String, maybe("Description for search engines."))
  declare seoDescription?: string | null;

  @Field(() => String, maybe("A note to colleagues."))
  declare note?: string | null;

  @Field(() => [BylineInput], maybe("The whole byline, in order."))
  declare bylines?: BylineInput[] | null;

  @Field(() => [ID], maybe("All topics, the most important first: ids, slugs or names such as blog:harbour-notes."))
  declare topics?: string[] | null;
}

/** Facts of the article itself; readers notice a change at once. */
@InputType({ description: "Facts of an article. A field left out stays as it is." })
export class FactsInput {
  @Field(() => ArticleKind, maybe("What kind of article it is."))
  declare kind?: ArticleKind;

  @Field(() => ID, maybe(`Its section. ${naming}`))
  declare section?: string | null;

  @Field(() => [ID], maybe(`All other sections it is also to stand in; those left out go. ${namingEach}`))
  declare secondarySections?: string[] | null;
}

/** A new article. */
@InputType({ description: "A new article: a headline and a section are enough." })
export class CreateArticleInput {
  @Field(() => ID, { description: `Its section. ${naming}` })
  declare section: string;

  @Field(() => ArticleKind, maybe("What kind of article it is; news unless said."))
  declare kind?: ArticleKind;

  @Field(() => String, maybe("Its slug; made from the headline unless given."))
  declare slug?: string;

  @Field(() => WordsInput, { description: "Its words; the headline must be there." })
  declare words: WordsInput;
}

/** Which article, and the version its editor saw. */
@InputType({ description: "Which article, and the version last seen." })
export class ArticleEditInput {
  @Field(() => ID, { description: naming })
  declare article: string;

  @Field(() => Int, { description: versioning })
  declare expectedVersion: number;
}

/** New words. */
@InputType({ description: "New words for an article: they become its newest revision." })
export class ReviseArticleInput extends ArticleEditInput {
  @Field(() => WordsInput, { description: "What changes." })
  declare words: WordsInput;

  @Field(() => Boolean, maybe(merging))
  declare merge?: boolean;

  @Field(() => Boolean, maybe("True when the editor saves by itself: it takes the place of your autosave before it."))
  declare autosave?: boolean;
}

/** New facts. */
@InputType({ description: "New facts for an article: readers notice at once." })
export class PlaceArticleInput extends ArticleEditInput {
  @Field(() => FactsInput, { description: "What changes." })
  declare facts: FactsInput;
}

/** Another slug. */
@InputType({ description: "Another slug; the old one redirects once readers saw it." })
export class ChangeSlugInput extends ArticleEditInput {
  @Field(() => String, { description: "Lower-case letters, digits and single hyphens, at most 80." })
  declare slug: string;
}

/** A public note. */
@InputType({ description: "A public note under a published article." })
export class AddCorrectionInput extends ArticleEditInput {
  @Field(() => CorrectionKind, maybe("What kind of note; a correction unless said."))
  declare kind?: CorrectionKind;

  @Field(() => String, { description: "What readers are told." })
  declare text: string;

  @Field(() => String, maybe("Why, for the desk only."))
  declare internalReason?: string;
}
