import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { WorkflowState } from "../../../domain/lifecycle/index.ts";
import { registerEnum } from "../../shared/enums.ts";
import { DateTime } from "../../shared/scalars.ts";
import { maybe } from "../shared/maybe.ts";

/** How an article uses another, or a medium. */
export const UseKind = {
  LINK: "LINK",
  BODY: "BODY",
  BACK: "BACK",
  LEAD: "LEAD",
  INLINE: "INLINE",
  GALLERY: "GALLERY",
} as const;
/** How an article uses another, or a medium. */
export type UseKind = (typeof UseKind)[keyof typeof UseKind];

registerEnum("UseKind", UseKind, "How an article uses another, or a medium.", {
  LINK: "A related link leads to it.",
  BODY: "Its text names it.",
  BACK: "Readers see it there because it asked to be linked back to.",
  LEAD: "It is the lead picture.",
  INLINE: "It stands in the text.",
  GALLERY: "It stands in the gallery.",
});

/** An article that uses another, or a medium. */
@ObjectType("ArticleUse", {
  description: "An article that uses another, or a medium, on its newest, live or next revision.",
})
export class ArticleUseType {
  @Field(() => ID, { description: "Opaque id of the article." })
  declare readonly id: string;

  @Field(() => String, { description: "Its slug." })
  declare readonly slug: string;

  @Field(() => String, { description: "Its newest headline." })
  declare readonly headline: string;

  @Field(() => [UseKind], { description: "How it uses it." })
  declare readonly how: readonly UseKind[];

  @Field(() => Boolean, { description: "On its newest revision." })
  declare readonly onHead: boolean;

  @Field(() => Boolean, { description: "On the revision published last." })
  declare readonly onLive: boolean;

  @Field(() => Boolean, { description: "On the one that becomes the live one." })
  declare readonly onNext: boolean;

  @Field(() => Boolean, { description: "True when it asks to be linked back." })
  declare readonly reciprocal: boolean;

  @Field(() => Boolean, { description: "True when readers see it there now." })
  declare readonly seen: boolean;
}

/** A rail that pins an article. */
@ObjectType("RailUse", { description: "A rail that pins an article." })
export class RailUseType {
  @Field(() => ID, { description: "Opaque id of the rail." })
  declare readonly id: string;

  @Field(() => String, { description: "Its key." })
  declare readonly key: string;

  @Field(() => String, { description: 'Its title; "{section}" stands for the name of a section.' })
  declare readonly title: string;

  @Field(() => Int, { description: "The place of the pin, from 0." })
  declare readonly position: number;

  @Field(() => DateTime, maybe("When the pin begins."))
  declare readonly pinnedFrom: Date | null;

  @Field(() => DateTime, maybe("When the pin ends."))
  declare readonly pinnedUntil: Date | null;
}

/** An old path that leads to an article. */
@ObjectType("RedirectUse", { description: "An old path that leads to an article." })
export class RedirectUseType {
  @Field(() => ID, { description: "Opaque id of the redirect." })
  declare readonly id: string;

  @Field(() => String, { description: "The old path." })
  declare readonly from: string;

  @Field(() => Boolean, { description: "True when it carries what is below that path too." })
  declare readonly isPrefix: boolean;
}

/** Where an article is used. */
@ObjectType("ArticleUses", { description: "Where an article is used: what is touched when it goes." })
export class ArticleUsesType {
  @Field(() => [ArticleUseType], {
    description: "Articles that link to it, name it or link back to it, the newest first; 500 at most.",
  })
  declare readonly articles: readonly ArticleUseType[];

  @Field(() => [RailUseType], { description: "Rails that pin it." })
  declare readonly rails: readonly RailUseType[];

  @Field(() => [RedirectUseType], { description: "Redirects that lead to it, by their path; 500 at most." })
  declare readonly redirects: readonly RedirectUseType[];
}

/** An article worth linking to. */
@ObjectType("LinkSuggestion", { description: "An article worth linking to, and why." })
export class LinkSuggestionType {
  @Field(() => ID, { description: "Opaque id of the article." })
  declare readonly id: string;

  @Field(() => String, { description: "Its slug." })
  declare readonly slug: string;

  @Field(() => String, { description: "The headline readers see; of a draft, the newest." })
  declare readonly headline: string;

  @Field(() => WorkflowState, { description: "Where it stands in the workflow." })
  declare readonly state: WorkflowState;

  @Field(() => DateTime, maybe("When it was, or will be, published."))
  declare readonly publishedAt: Date | null;

  @Field(() => String, { description: "What speaks for it, in a sentence." })
  declare readonly why: string;

  @Field(() => [String], { description: "Names of the topics both have." })
  declare readonly topics: readonly string[];

  @Field(() => [String], { description: "Telling words both use, the rarest first." })
  declare readonly words: readonly string[];

  @Field(() => Float, { description: "How well it fits, from 0 to 1." })
  declare readonly score: number;
}
